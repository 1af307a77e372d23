#pragma once

#include <Eigen/Core>
#include <vector>

#include "models/panel/forecast_areas.hpp"

namespace jobcast::panel {

/// The simple forecasts that a model must beat. Each takes the areas' target rates up to the origin (areas x surveys,
/// NaN where unknown; the last column is the origin) and forecasts `ahead` rounds on; NaN where an area lacks what the
/// method needs. Deviations come from the past of the same panel, pooled over areas.

/// The last value; its sd is the root mean square of all past changes over `ahead` rounds.
std::vector<RateForecast> last_value(const Eigen::MatrixXd& rates, int ahead);

/// The last value and the area's own mean change since its first value (random walk with drift); its sd is the root
/// mean square of the errors that this method made at earlier origins.
std::vector<RateForecast> drift(const Eigen::MatrixXd& rates, int ahead);

/// Local level with noise (Harvey 1989, section 2.2), by Kalman's filter from a flat start. Its two variances, pooled
/// over areas, come from changes over one and two years: Var(D2) = 2 s^2 + q^2 and Var(D4) = 2 s^2 + 2 q^2, q^2 a year.
std::vector<RateForecast> local_level(const Eigen::MatrixXd& rates, int ahead);

}  // namespace jobcast::panel
