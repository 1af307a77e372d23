#pragma once

#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "models/plan/plan.hpp"
#include "models/state/age_pyramid.hpp"

namespace jobcast::survey {

using BandCounts = std::array<double, state::survey_band_count>;

/// Registered persons by survey band over the years: year ends of the plan's facts, and the plan's as-of date.
class RegisterHistory {
 public:
  RegisterHistory(const plan::Plan& plan, const state::AgePyramid& register_at_as_of);

  /// Persons on a date, linear between the neighbouring counts. With a single count known, that count serves a year
  /// before it. Nothing outside the known years.
  [[nodiscard]] std::optional<BandCounts> on(time::Date date) const;

 private:
  std::vector<std::pair<time::Date, BandCounts>> counts_;  ///< in order of date
};

}  // namespace jobcast::survey
