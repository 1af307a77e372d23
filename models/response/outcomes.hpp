#pragma once

#include <array>
#include <vector>

#include "engine/stats/proportion.hpp"
#include "models/plan/plan.hpp"

namespace jobcast::response {

/// Of one sector's programmes in the October survey's week, means over the draws.
struct SectorMeans {
  double at_work = 0.0;   ///< heads
  double unfilled = 0.0;  ///< slots for which nobody eligible was left
};

/// What a scenario comes to in the October survey's week, a number a draw.
struct Outcomes {
  std::array<std::vector<double>, plan::indicator_names.size()> truth, published;
  std::vector<double> youth;       ///< employed residents of 15-29
  std::vector<double> seniors;     ///< employed residents of 65 and over
  std::vector<double> additional;  ///< employed residents whom the programmes add, against no programmes
  std::array<SectorMeans, plan::sectors.size()> sectors;
};

/// How often the published figure meets an indicator's target.
stats::Proportion met(const Outcomes& outcomes, const plan::Indicator& indicator);

/// Of numbers that two scenarios give in the same draws: the second less the first.
struct Difference {
  double mean = 0.0;
  double p05 = 0.0, p95 = 0.0;     ///< over the draws
  double monte_carlo_error = 0.0;  ///< standard error of the mean
};
/// Precondition: as many draws of both, at least one.
Difference difference(const std::vector<double>& before, const std::vector<double>& after);
/// Of the chance that the published figure meets the target; no interval, for it is one number.
Difference difference_of_chance(const Outcomes& before, const Outcomes& after, const plan::Indicator& indicator);

/// Standard deviation of what the survey prints about the truth: sampling and rounding, in the indicator's unit.
double survey_error(const Outcomes& outcomes, plan::Indicator::Id indicator);

double mean_of(const std::vector<double>& draws);

}  // namespace jobcast::response
