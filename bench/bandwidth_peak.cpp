#include "bench/bandwidth_peak.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <vector>

namespace jobcast::bench {

double measured_bandwidth_peak() {
  using Clock = std::chrono::steady_clock;
  constexpr std::size_t count = 1 << 23;  // 64 MiB an array
  constexpr int passes = 5;
  std::vector<double> a(count, 0.0), b(count, 1.0), c(count, 2.0);
  double best = 0.0;
  for (int pass = 0; pass < passes; ++pass) {
    const auto start = Clock::now();
    for (std::size_t i = 0; i < count; ++i) a[i] = b[i] + 0.5 * c[i];
    benchmark::ClobberMemory();
    const double taken = std::chrono::duration<double>(Clock::now() - start).count();
    best = std::max(best, 3.0 * sizeof(double) * count / taken);
  }
  return best;
}

}  // namespace jobcast::bench
