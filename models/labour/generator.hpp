#pragma once

#include <array>

#include "engine/lanes/exponential.hpp"
#include "engine/lanes/matrix.hpp"
#include "engine/units/lane.hpp"
#include "models/state/groups.hpp"

namespace jobcast::labour {

inline constexpr int states = state::labour_state_count;
using StateMatrix = lanes::LaneMatrix<states>;

/// Index of a labour state in lanes and matrices.
constexpr std::size_t at(state::LabourState labour_state) { return static_cast<std::size_t>(labour_state); }
/// The three states of the employed, as indices.
inline constexpr std::array<std::size_t, 3> employed_indices{2, 3, 4};

/// Logarithms of a distribution over labour states, each against the inactive: [state], 0 for the inactive.
using LogRatios = std::array<units::Lane, states>;

/// Adds `employment` to the log-odds of employment, and `regular_work` to those of regular work among the employed.
void shift_ratios(LogRatios& ratios, const units::Lane& employment, const units::Lane& regular_work);

/// The transition of those who stay: under 15, or a cell without a change.
StateMatrix nobody_moves();

/// How fast people of a cell move, as hazards a person-month; where they are led to is the distribution's matter.
struct CellRates {
  std::array<units::Lane, 3> to_inactive;    ///< from regular, temporary, self-employed
  std::array<units::Lane, 3> search_weight;  ///< relative exchange with unemployment, by status
  units::Lane unemployed_to_employed;
  units::Lane unemployed_to_inactive;
  units::Lane regular_temporary;  ///< bound of the hazard between the two, either way
  units::Lane temporary_self_employed;
  units::Lane regular_self_employed;
};

/// The four seasons of the labour market: 0 winter (December to February), 1 spring, 2 summer, 3 autumn.
inline constexpr int season_count = 4;
int season_of_month(int month);
/// Seasonal deviation of hiring, of mean 0 over the year: low in winter, high in spring and autumn.
inline constexpr std::array<double, season_count> season_pattern{-1.0, 0.5, 0.0, 0.5};

/// Squarings that exp(generator) needs (engine/lanes/exponential.hpp): none. Nobody leaves a state at more than 0.75 a
/// month in the county; up to 1.5 what the kernel leaves out stays below 3e-12 of an entry.
inline constexpr int squarings = 0;

/// How many terms of exp(generator) a simulation keeps: what it leaves out is below 1e-10 of an entry at any rate the
/// county knows, and a search for a stationary distribution needs no more than a thousandth.
inline constexpr lanes::Terms terms_to_simulate = lanes::Terms::twelve;
inline constexpr lanes::Terms terms_to_search = lanes::Terms::six;

/// The generator (monthly hazards; the diagonal is minus the sum of its row) of a cell whose stationary distribution is
/// `stationary` when `season` is zero. Flows are in detailed balance: as many move from i to j as from j to i, so the
/// finding hazards follow from the leaving hazards and the distribution. Hiring into temporary work and
/// self-employment is raised by `season`, leaving them lowered; |season| < 1.
void make_generator(const CellRates& rates, const LogRatios& stationary, const units::Lane& season,
                    StateMatrix& generator);

/// Its two steps, for cells whose seasons share the first: the hazards without season, and with one. Both leave the
/// diagonal unset, which lanes::exponential does not read.
void make_flows(const CellRates& rates, const LogRatios& stationary, StateMatrix& flows);
void add_season(const StateMatrix& flows, const units::Lane& season, StateMatrix& generator);

}  // namespace jobcast::labour
