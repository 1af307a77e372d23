#pragma once

#include <span>
#include <vector>

#include "models/forecast/drawn.hpp"
#include "models/tracking/actuals.hpp"

namespace jobcast::tracking {

/// A published figure against what was forecast for it.
struct SurveyCheck {
  SurveyActual figure;
  forecast::Summary forecast;  ///< of the figure, before it was known
  double below = 0.0;          ///< share of the futures whose figure would have been lower, half of the equal ones
  double error = 0.0;          ///< standard deviation of the figure around the true value, rounding included
};

/// How much each draw still counts once surveys are known.
struct SurveyWeights {
  std::vector<double> weights;  ///< one a draw, summing to 1; empty without surveys
  double effective = 0.0;       ///< draws that would say as much if all counted alike (Kong, Liu & Wong 1994)
  std::vector<SurveyCheck> checks;
};

/// Likelihood of the figures in each draw: jointly normal around the draw's true values, with the covariance that the
/// draws' own surveys (sampling error and rounding, one sample for all indicators) have around theirs. A figure without
/// sampling error is smoothed by a tenth of its spread. Throws input::InputError at the figure that is farthest off
/// when fewer effective draws are left than a tenth of them, or 100.
/// Precondition: the draws have the figures' survey as their first.
SurveyWeights weigh(const forecast::Drawn& drawn, const std::vector<SurveyActual>& surveys);

}  // namespace jobcast::tracking
