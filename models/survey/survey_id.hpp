#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "engine/random/stream.hpp"
#include "engine/time/date.hpp"

namespace jobcast::survey {

/// One round of the Local Area Labour Force Survey: half 1 is April's, half 2 October's.
struct SurveyId {
  int year = 0;
  int half = 1;

  /// The Sunday that begins its reference week.
  [[nodiscard]] time::Date reference_week() const { return time::reference_week(year, half); }
  /// "2024H2", as facts and reports name it.
  [[nodiscard]] std::string name() const;
  /// Half-years since year 0: consecutive surveys differ by one.
  [[nodiscard]] constexpr int index() const { return 2 * year + (half - 1); }
  [[nodiscard]] constexpr SurveyId next() const { return half == 1 ? SurveyId{year, 2} : SurveyId{year + 1, 1}; }

  friend constexpr auto operator<=>(const SurveyId&, const SurveyId&) = default;
};

/// Reads "2024H2"; nothing else.
std::optional<SurveyId> parse_survey(std::string_view name);

/// The random stream of `purpose` in one survey: random::entity("survey.sample.2024H2"). No allocation.
random::Entity survey_entity(std::string_view purpose, SurveyId survey);

}  // namespace jobcast::survey
