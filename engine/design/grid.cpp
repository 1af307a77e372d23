#include "engine/design/grid.hpp"

#include <limits>

namespace jobcast::design {
namespace {

std::uint64_t combinations(const std::vector<std::size_t>& sizes) {
  constexpr auto most = std::numeric_limits<std::uint64_t>::max();
  std::uint64_t product = 1;
  for (const std::size_t size : sizes) {
    if (size == 0) return 0;
    product = product > most / size ? most : product * size;
  }
  return product;
}

}  // namespace

Grid::Grid(std::vector<std::size_t> sizes) : sizes_(std::move(sizes)), size_(combinations(sizes_)) {}

std::vector<std::size_t> Grid::place(std::uint64_t index) const {
  std::vector<std::size_t> place(sizes_.size());
  for (std::size_t dimension = sizes_.size(); dimension-- > 0;) {
    place[dimension] = static_cast<std::size_t>(index % sizes_[dimension]);
    index /= sizes_[dimension];
  }
  return place;
}

}  // namespace jobcast::design
