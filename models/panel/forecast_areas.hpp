#pragma once

#include <Eigen/Core>
#include <cstddef>
#include <optional>
#include <vector>

#include "models/panel/age_system.hpp"
#include "models/panel/area_covariance.hpp"
#include "models/panel/common_path.hpp"
#include "models/panel/panel.hpp"

namespace jobcast::panel {

/// A forecast of a published rate: normal, percent.
struct RateForecast {
  double mean = not_published;
  double sd = not_published;
};

/// What jobcast forecasts from one survey on, and what it found in the panel until then.
struct AreasForecast {
  std::vector<RateForecast> areas;  ///< one for each area asked for; NaN where it published nothing
  AreaParameters parameters;
  CommonForecast common;
  std::vector<double> band_sd;  ///< of the forecast of each band, mean over areas
  Rounds rounds;                ///< the history that was used
  std::size_t lenders = 0;      ///< areas whose complete history the estimates rest on
};

/// Forecasts the target's rate of `asked` areas, `ahead` rounds after survey `origin`, from nothing later than
/// `origin`.
///
/// An area's rates are the panel's mean path (forecast_common) and its own difference from it (estimate_areas), which
/// is predicted from the area's history by the normal distribution's conditional mean and covariance (Kriging; the
/// Kalman filter gives the same numbers). `lenders` are groups of areas to estimate from: the first group with twenty
/// complete histories is used, else the one with most. Nothing when no group has eight of four surveys or more.
std::optional<AreasForecast> forecast_areas(const Panel& panel, const AgeSystem& system, std::size_t origin, int ahead,
                                            const std::vector<std::size_t>& asked,
                                            const std::vector<std::vector<std::size_t>>& lenders);

}  // namespace jobcast::panel
