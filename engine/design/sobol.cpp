#include "engine/design/sobol.hpp"

#include <boost/random/sobol.hpp>

#include "engine/random/stream.hpp"

namespace jobcast::design {
namespace {

constexpr unsigned bit_count = 32;
using Sequence = boost::random::sobol_engine<std::uint32_t, bit_count>;

}  // namespace

std::vector<std::uint32_t> sobol_bits(std::size_t count, std::size_t dimensions) {
  std::vector<std::uint32_t> bits(count * dimensions);
  Sequence sequence(dimensions);
  // Boost leaves out the origin, without which 2^m points are no net.
  for (std::size_t index = dimensions; index < bits.size(); ++index) bits[index] = sequence();
  return bits;
}

std::uint32_t owen_scrambled(std::uint32_t bits, std::uint64_t seed, std::string_view name) {
  const random::Entity dimension = random::entity(name);
  std::uint32_t scrambled = 0;
  for (unsigned level = 0; level < bit_count; ++level) {
    const std::uint32_t higher = level == 0 ? 0 : bits >> (bit_count - level);
    random::Stream coin({seed, random::Purpose::design, 1 + level}, higher, dimension);
    const std::uint32_t turn = coin.uniform() < 0.5 ? 0 : 1;
    const std::uint32_t bit = (bits >> (bit_count - 1 - level)) & 1U;
    scrambled = (scrambled << 1U) | (bit ^ turn);
  }
  return scrambled;
}

Points sobol(std::size_t count, const std::vector<std::string>& dimensions, std::uint64_t seed) {
  constexpr double step = 0x1p-32;
  const auto bits = sobol_bits(count, dimensions.size());
  Points points(count, dimensions.size());
  for (std::size_t point = 0; point < count; ++point) {
    for (std::size_t dimension = 0; dimension < dimensions.size(); ++dimension) {
      const auto scrambled = owen_scrambled(bits[point * dimensions.size() + dimension], seed, dimensions[dimension]);
      points.of(point, dimension) = (static_cast<double>(scrambled) + 0.5) * step;
    }
  }
  return points;
}

}  // namespace jobcast::design
