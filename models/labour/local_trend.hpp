#pragma once

#include <span>
#include <vector>

namespace jobcast::labour {

/// A measured value at a whole time step.
struct TrendObservation {
  int step = 0;
  double value = 0.0;
};

/// A level that walks at random, with a drift that decays, seen with error and a seasonal difference between odd and
/// even steps. Standard deviations are per step.
struct TrendSettings {
  double measurement_sd = 0.0;
  double level_sd = 0.0;           ///< innovation of the level
  double drift_sd = 0.0;           ///< stationary standard deviation of the drift; 0: no drift
  double drift_persistence = 0.0;  ///< of the drift from one step to the next, 0 to 1
  double season_mean = 0.0;        ///< prior of half the difference between odd and even steps
  double season_sd = 0.0;
};

/// What is known of level and drift at one step: jointly normal.
struct TrendState {
  int step = 0;
  double level = 0.0;  ///< on odd steps (second halves of a year)
  double level_sd = 0.0;
  double drift = 0.0;  ///< expected change of the level in the next step
  double drift_sd = 0.0;
  double covariance = 0.0;  ///< of level and drift
};

/// States at every step from the first observation to the last: Kalman filter, diffuse on the level, and
/// Rauch-Tung-Striebel smoother (Harvey 1989, chapters 3 and 4.5). The last state is the filter's own.
/// Precondition: observations ascend in step; at least one.
std::vector<TrendState> smooth_trend(std::span<const TrendObservation> observations, const TrendSettings& settings);

}  // namespace jobcast::labour
