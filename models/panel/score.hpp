#pragma once

#include <cstdint>

#include "engine/stats/moments.hpp"
#include "engine/stats/proportion.hpp"
#include "models/panel/forecast_areas.hpp"

namespace jobcast::panel {

/// How good forecasts were. NaN where nothing was scored.
struct Score {
  std::int64_t n = 0;
  double crps = not_published;  ///< mean continuous ranked probability score, points
  double mae = not_published;   ///< mean absolute error of the mean, points
  double bias = not_published;  ///< mean of forecast less observation, points
  double coverage_50 = not_published, coverage_80 = not_published, coverage_90 = not_published;  ///< shares
};

/// Half the width of the central interval that holds a share of a normal distribution, in its deviations.
inline constexpr double half_width_50 = 0.6744897501960817;
inline constexpr double half_width_80 = 1.2815515655446004;
inline constexpr double half_width_90 = 1.6448536269514722;

/// Gathers scores of normal forecasts.
class Scorer {
 public:
  void add(const RateForecast& forecast, double observed);
  [[nodiscard]] Score score() const;

 private:
  stats::CompensatedSum crps_, error_, bias_;
  stats::Coverage in_50_, in_80_, in_90_;
  std::int64_t n_ = 0;
};

}  // namespace jobcast::panel
