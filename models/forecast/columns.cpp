#include "models/forecast/columns.hpp"

#include <algorithm>

namespace jobcast::forecast {

Columns::Columns(std::size_t columns, int draws)
    : draws_(draws),
      blocks_((draws + units::lane_count - 1) / units::lane_count),
      rows_(static_cast<std::size_t>(blocks_) * units::lane_count),
      numbers_(columns * rows_) {}

void Columns::put(std::size_t column, std::uint32_t first_draw, const units::Lane& lanes) {
  std::copy(lanes.begin(), lanes.end(), numbers_.begin() + static_cast<std::ptrdiff_t>(column * rows_ + first_draw));
}

std::span<const double> Columns::column(std::size_t column) const {
  return std::span(numbers_).subspan(column * rows_, static_cast<std::size_t>(draws_));
}

}  // namespace jobcast::forecast
