#include "bench/fma_peak.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>

#if defined(__AVX2__) && defined(__FMA__)
#include <immintrin.h>
#endif

namespace jobcast::bench {

#if defined(__AVX2__) && defined(__FMA__)
double measured_fma_peak(double seconds) {
  using Clock = std::chrono::steady_clock;
  constexpr int chains = 12;
  constexpr int rounds = 20000;
  __m256d sum[chains];
  for (int chain = 0; chain < chains; ++chain) sum[chain] = _mm256_set1_pd(1.0 + chain);
  const __m256d factor = _mm256_set1_pd(0.999);
  const __m256d term = _mm256_set1_pd(1e-3);
  double best = 0.0;
  const auto end = Clock::now() + std::chrono::duration<double>(seconds);
  while (Clock::now() < end) {
    const auto start = Clock::now();
    for (int round = 0; round < rounds; ++round) {
#pragma GCC unroll 12
      for (int chain = 0; chain < chains; ++chain) sum[chain] = _mm256_fmadd_pd(sum[chain], factor, term);
    }
    const double taken = std::chrono::duration<double>(Clock::now() - start).count();
    for (int chain = 0; chain < chains; ++chain) benchmark::DoNotOptimize(sum[chain]);
    best = std::max(best, 2.0 * 4.0 * chains * rounds / taken * 1e-9);
  }
  return best;
}
#else
double measured_fma_peak(double) { return 0.0; }
#endif

}  // namespace jobcast::bench
