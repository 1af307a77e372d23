#include "engine/design/latin_hypercube.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include "engine/random/stream.hpp"

namespace jobcast::design {
namespace {

/// All orders are equally likely (Fisher and Yates; Durstenfeld 1964).
std::vector<std::size_t> shuffled(std::size_t count, random::Stream& stream) {
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (std::size_t left = count; left > 1; --left) {
    const auto chosen = static_cast<std::size_t>(stream.uniform() * static_cast<double>(left));
    std::swap(order[left - 1], order[chosen]);
  }
  return order;
}

}  // namespace

Points latin_hypercube(std::size_t count, const std::vector<std::string>& dimensions, std::uint64_t seed) {
  const random::StreamKey key{seed, random::Purpose::design, 0};
  // Rounding may not carry a point out of the last stratum.
  constexpr double last = 1.0 - std::numeric_limits<double>::epsilon();
  Points points(count, dimensions.size());
  for (std::size_t dimension = 0; dimension < dimensions.size(); ++dimension) {
    random::Stream stream(key, 0, random::entity(dimensions[dimension]));
    const auto strata = shuffled(count, stream);
    for (std::size_t point = 0; point < count; ++point) {
      const double place = static_cast<double>(strata[point]) + stream.uniform();
      points.of(point, dimension) = std::min(place / static_cast<double>(count), last);
    }
  }
  return points;
}

}  // namespace jobcast::design
