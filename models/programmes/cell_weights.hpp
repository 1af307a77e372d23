#pragma once

#include <array>
#include <vector>

#include "models/plan/programme.hpp"
#include "models/state/groups.hpp"

namespace jobcast::programmes {

using CellWeights = std::array<double, state::cell_count>;

/// A cell that takes part of a programme's slots.
struct WeightedCell {
  std::size_t cell = 0;
  double weight = 0.0;

  friend bool operator==(const WeightedCell&, const WeightedCell&) = default;
};

/// Splits eligibility over cells in proportion to `pool` within each range; an empty range falls back to equal parts.
CellWeights cell_weights(const std::vector<plan::Eligible>& eligible, const CellWeights& pool);

/// The cells whose weight is not zero.
std::vector<WeightedCell> taking_part(const CellWeights& weights);

}  // namespace jobcast::programmes
