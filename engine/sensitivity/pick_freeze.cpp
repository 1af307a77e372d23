#include "engine/sensitivity/pick_freeze.hpp"

#include "engine/design/sobol.hpp"

namespace jobcast::sensitivity {
namespace {

constexpr double half = 0.5;

std::vector<std::string> twice(std::vector<std::string> names) {
  const std::size_t count = names.size();
  for (std::size_t index = 0; index < count; ++index) names.push_back(names[index] + ", again");
  return names;
}

design::Points part(const design::Points& all, std::size_t from, std::size_t dimensions) {
  design::Points points(all.count(), dimensions);
  for (std::size_t point = 0; point < all.count(); ++point) {
    for (std::size_t dimension = 0; dimension < dimensions; ++dimension) {
      points.of(point, dimension) = all.of(point, from + dimension);
    }
  }
  return points;
}

}  // namespace

PickFreeze::PickFreeze(std::size_t count, const std::vector<std::string>& dimensions, std::uint64_t seed)
    : first_(0, dimensions.size()), second_(0, dimensions.size()) {
  const auto all = design::sobol(count, twice(dimensions), seed);
  first_ = part(all, 0, dimensions.size());
  second_ = part(all, dimensions.size(), dimensions.size());
}

design::Points PickFreeze::mixed(const std::vector<std::size_t>& dimensions) const {
  auto points = first_;
  for (std::size_t point = 0; point < points.count(); ++point) {
    for (const auto dimension : dimensions) points.of(point, dimension) = second_.of(point, dimension);
  }
  return points;
}

design::Points PickFreeze::stepped(const std::vector<std::size_t>& dimensions) const {
  auto points = first_;
  for (std::size_t point = 0; point < points.count(); ++point) {
    for (const auto dimension : dimensions) {
      points.of(point, dimension) += points.of(point, dimension) < half ? half : -half;
    }
  }
  return points;
}

}  // namespace jobcast::sensitivity
