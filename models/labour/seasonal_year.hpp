#pragma once

#include <vector>

#include "models/labour/exchange.hpp"
#include "models/labour/generator.hpp"

namespace jobcast::labour {

/// Monthly transitions of a cell by season (season_of_month).
using Seasons = std::array<StateMatrix, season_count>;

/// Transitions of a cell that leads to `stationary`, `season` being the amplitude of the seasonal hazards.
void monthly_transitions(const CellRates& rates, const LogRatios& stationary, const units::Lane& season,
                         lanes::Terms terms, Seasons& transitions);

/// The transition of a calendar year, January to December.
void year_transition(const Seasons& monthly, StateMatrix& year);

/// How a cell without ageing stands on three dates, once it repeats itself from year to year.
struct SeasonalOrbit {
  StateLanes april, october, december;  ///< at the months' ends: shares

  explicit SeasonalOrbit(const Seasons& monthly);
};

}  // namespace jobcast::labour
