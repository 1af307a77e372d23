#pragma once

#include <cstdint>
#include <vector>

#include "models/state/cell_counts.hpp"
#include "models/survey/indicator_lanes.hpp"
#include "models/survey/insured.hpp"

namespace jobcast::forecast {

/// A county on one survey's week in every lane of a block, before the scenario's programmes.
struct SurveyFuture {
  state::CellCounts people;  ///< as they are with the base year's programmes going on
  units::Lane insured;       ///< insured persons without what programmes add, unrounded
};

/// Everything about a block that no programme changes, so that any number of programme scenarios can be answered on it.
struct BlockFutures {
  std::uint32_t first_draw = 0;
  std::vector<SurveyFuture> surveys;   ///< of the calendar
  survey::IndicatorLanes moved;        ///< true values at the last survey without programmes
  bool replicated = false;             ///< whether the two below were played
  SurveyFuture with_other_parameters;  ///< the last survey, everything unknown drawn anew
  SurveyFuture with_other_chance;      ///< the last survey, chance drawn anew
};

}  // namespace jobcast::forecast
