#pragma once

#include <vector>

#include "engine/time/date.hpp"
#include "models/labour/exchange.hpp"
#include "models/labour/generator.hpp"
#include "models/labour/lane_broyden.hpp"
#include "models/labour/seasonal_year.hpp"
#include "models/state/age_pyramid.hpp"

namespace jobcast::labour {

inline constexpr int working_ages = state::oldest_age - state::youngest_working_age + 1;

/// What a calibration is asked for, in every lane.
struct LineToHold {
  const std::vector<CellRates>& rates;    ///< by cell
  const std::vector<LogRatios>& october;  ///< by cell: shares to be seen in October
  const units::Lane& season_difference;   ///< October minus April, employment rate of 15-64, share
  const state::AgePyramid& registered;    ///< weights of the ages within a cell
  int year = 0;                           ///< the first calendar year, for its months
};

/// Where a cell's search for its stationary distribution begins: how far that lies from the shares wanted, and how it
/// answers to them.
struct CellGuess {
  using Search = LaneBroyden<states - 1>;

  std::array<double, states - 1> ahead{};  ///< log-ratios: stationary minus wanted
  Search::Inverse inverse{};               ///< d stationary / d wanted
};
using LineGuess = std::array<CellGuess, state::cell_count>;

/// Where generators must lead, and how people must stand at the start of a year, for shares by age and sex to be the
/// same a year later.
struct HeldLine {
  std::vector<LogRatios> stationary;  ///< by cell
  std::vector<Seasons> monthly;       ///< by cell: the transitions that lead there, by season
  std::vector<StateLanes> start;      ///< [sex * working_ages + age - 15], on 31 December
  units::Lane season;                 ///< amplitude of the seasonal hazards
};

/// "Hold the line": people age through the labour groups - the row in between by the share of birthdays - and enter at
/// 15 inactive, under unchanging behaviour. Finds, cell by cell from the youngest, the stationary distribution that
/// makes the cell's shares on 31 December those of `october` plus the season's difference between the two dates,
/// when shares by age repeat themselves from year to year. Then no change of shares comes from within: the
/// population effect is pure composition. A fixed number of steps, so that no lane depends on its neighbours.
///
/// That shares by age repeat themselves is exact whatever the search leaves; what it leaves of the cell's log-ratios is
/// below 1e-3 in nearly every draw (docs/models/labour.md, section 5).
HeldLine hold_the_line(const LineToHold& line, const LineGuess& guess);

/// Searches long, from nothing, and measures how each cell answers. All lanes of `line` must be alike.
LineGuess guess_line(const LineToHold& line);

}  // namespace jobcast::labour
