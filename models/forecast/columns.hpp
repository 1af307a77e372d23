#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/units/lane.hpp"

namespace jobcast::forecast {

/// Columns of numbers, one number a draw. Blocks write their own rows, so that no two threads touch the same number and
/// the order of blocks does not matter.
class Columns {
 public:
  Columns(std::size_t columns, int draws);

  [[nodiscard]] int draws() const { return draws_; }
  [[nodiscard]] int block_count() const { return blocks_; }
  void put(std::size_t column, std::uint32_t first_draw, const units::Lane& lanes);
  [[nodiscard]] std::span<const double> column(std::size_t column) const;

 private:
  int draws_;
  int blocks_;
  std::size_t rows_;  ///< draws rounded up to whole blocks
  std::vector<double> numbers_;
};

}  // namespace jobcast::forecast
