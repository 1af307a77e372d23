#pragma once

#include <algorithm>
#include <cmath>

namespace jobcast::labour {

/// log(share / (1 - share)); shares of 0 and 1 count as almost so.
inline double log_odds(double share) {
  constexpr double edge = 1e-4;
  const double inside = std::clamp(share, edge, 1.0 - edge);
  return std::log(inside / (1.0 - inside));
}
inline double share_of(double odds) { return 1.0 / (1.0 + std::exp(-odds)); }
/// Change of a share for a small change of its log-odds.
inline double slope_at(double odds) { return share_of(odds) * (1.0 - share_of(odds)); }

}  // namespace jobcast::labour
