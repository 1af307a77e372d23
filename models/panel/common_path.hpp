#pragma once

#include <Eigen/Core>

#include "models/panel/area_covariance.hpp"

namespace jobcast::panel {

/// Where the panel's mean rates go.
struct CommonForecast {
  Eigen::VectorXd mean;        ///< of each band, percent
  Eigen::MatrixXd covariance;  ///< k x k, points^2
  Eigen::VectorXd season;      ///< second half of a year over the first, points
  Eigen::VectorXd drift;       ///< a year, points
};

/// Forecasts the mean rates of all areas `ahead` rounds after the last of `means` (T x k, percent).
///
/// means ~ matrix normal: over bands a covariance with an inverse Wishart prior of scale `prior_deviation`, over rounds
/// the sum of a constant, a drift, a random walk, an autoregressive swing, a season, noise, and for each sample of the
/// survey a shift and a noisier first round. The bands' covariance is integrated out in closed form; the few relative
/// sizes over rounds are averaged over a grid by their marginal likelihood. The same weights over rounds apply to every
/// band, so a total's forecast is the sum of its bands' forecasts. Precondition: 2 rounds or more.
CommonForecast forecast_common(const Eigen::MatrixXd& means, const Rounds& rounds, Eigen::Index ahead,
                               const Eigen::VectorXd& prior_deviation);

}  // namespace jobcast::panel
