#pragma once

#include <algorithm>
#include <cmath>
#include <numbers>

namespace jobcast::calibration {

/// Share of a standard normal below x, kept inside (0, 1) so that every quantile exists.
inline double normal_share(double x) {
  constexpr double edge = 1e-12;
  return std::clamp(0.5 * std::erfc(-x / std::numbers::sqrt2), edge, 1.0 - edge);
}

}  // namespace jobcast::calibration
