#include "engine/random/philox_lanes.hpp"

#include "engine/random/vector.hpp"

#ifdef __AVX2__
#include <immintrin.h>
#endif

namespace jobcast::random {
namespace {

constexpr std::uint64_t multiplier_0 = 0xD2511F53;
constexpr std::uint64_t multiplier_1 = 0xCD9E8D57;
constexpr std::uint32_t weyl_0 = 0x9E3779B9;
constexpr std::uint32_t weyl_1 = 0xBB67AE85;
constexpr std::uint64_t low_half = 0xFFFFFFFF;

BitVector all(std::uint64_t word) { return BitVector{} + word; }

/// The 64-bit products of the low halves; the high halves are not looked at.
BitVector product(BitVector words, std::uint64_t multiplier) {
#ifdef __AVX2__
  return reinterpret_cast<BitVector>(
      _mm256_mul_epu32(reinterpret_cast<__m256i>(words), _mm256_set1_epi64x(static_cast<long long>(multiplier))));
#else
  return (words & low_half) * multiplier;
#endif
}

/// The low halves as numbers in (0, 1). A word put into the low bits of 2^52 is 2^52 + word as a double.
RealVector open_units(BitVector words) {
  const BitVector bits = (words & low_half) | bits_as<std::uint64_t>(0x1p52);
  return ((bits_as<RealVector>(bits) - 0x1p52) + 0.5) * 0x1p-32;
}

}  // namespace

void philox_lanes(const std::array<std::uint32_t, 4>& counter, const std::array<std::uint32_t, 2>& key,
                  PhiloxUniforms& uniforms) {
  // Each 32-bit word has a 64-bit place; what stands in its high half is never used.
  constexpr int vectors = units::lane_count / vector_width;
  BitVector word[4][vectors];
  for (int vector = 0; vector < vectors; ++vector) {
    for (std::size_t i = 0; i < 4; ++i) word[i][vector] = all(counter[i]);
    for (int lane = 0; lane < vector_width; ++lane) {
      word[1][vector][lane] += static_cast<std::uint64_t>(vector * vector_width + lane);
    }
  }
  std::uint32_t key_0 = key[0];
  std::uint32_t key_1 = key[1];
  for (int round = 0; round < 10; ++round) {
    for (int vector = 0; vector < vectors; ++vector) {
      const BitVector product_0 = product(word[0][vector], multiplier_0);
      const BitVector product_1 = product(word[2][vector], multiplier_1);
      word[0][vector] = (product_1 >> 32) ^ word[1][vector] ^ all(key_0);
      word[1][vector] = product_1;
      word[2][vector] = (product_0 >> 32) ^ word[3][vector] ^ all(key_1);
      word[3][vector] = product_0;
    }
    key_0 += weyl_0;
    key_1 += weyl_1;
  }
  for (std::size_t i = 0; i < 4; ++i) {
    for (int vector = 0; vector < vectors; ++vector) {
      store(open_units(word[i][vector]), uniforms[i].data() + vector * vector_width);
    }
  }
}

}  // namespace jobcast::random
