#pragma once

#include <array>

#include "models/labour/labour_start.hpp"
#include "models/state/age_pyramid.hpp"

namespace jobcast::labour {

/// By how much the log-odds of each cell must move for those of the whole to move by one. Cells differ (6 % of 15-19
/// work, 70 % of 25-29), so that a common shift moves their sum by less than itself: to first order by
/// sum(w p (1 - p)) / (P (1 - P)), with P the sum's share and w weights.
struct CellResponse {
  std::array<double, state::survey_band_count> band{};  ///< employment of a survey band
  double women = 0.0;                                   ///< women under 65, for the gap to men to widen by one while
  double men = 0.0;                                     ///< the employed of 15-64 stay as many; of men: negative
  double regular = 0.0;                                 ///< regular work among all employed
  double temporary = 0.0;                               ///< temporary work among the employed who are not regular
  double search = 0.0;                                  ///< the unemployed among people without work

  CellResponse(const LabourStart& start, const state::AgePyramid& registered);
};

}  // namespace jobcast::labour
