#pragma once

#include "models/programmes/programme_model.hpp"
#include "models/state/cell_counts.hpp"

namespace jobcast::forecast {

/// What the last survey of the calendar meets in one block of draws under a scenario, before it asks.
struct LastWeek {
  state::CellCounts people;            ///< with the scenario's programmes
  units::Lane insured;                 ///< insured persons, true, not rounded
  programmes::SectorOutcomes sectors;  ///< programmes in that week
};

}  // namespace jobcast::forecast
