#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/plan/plan.hpp"
#include "models/survey/survey_id.hpp"

namespace jobcast::tracking {

enum class Kind { spending, placements };

/// What has been spent on a programme, or placed in it, since 1 January of the plan's year.
struct ProgrammeActual {
  Kind kind = Kind::placements;
  std::size_t programme = 0;  ///< index in Plan::programmes
  time::Date date;            ///< last day that it counts
  double value = 0.0;         ///< won, or the plan's own count
  input::Position where;
};

/// A figure that a survey of the plan's year has published since.
struct SurveyActual {
  survey::SurveyId survey;
  plan::Indicator::Id indicator = plan::Indicator::Id::employment_rate_15_64;
  double value = 0.0;  ///< in the indicator's unit
  input::Position where;
};

/// What has come in during the year.
struct Actuals {
  time::Date as_of;                         ///< the last day whose figures are used
  std::vector<ProgrammeActual> programmes;  ///< the latest of each programme and kind, in the plan's order
  std::vector<SurveyActual> surveys;
  std::size_t later = 0;  ///< figures after `as_of`, left out
};

/// Reads a table of actual figures (docs/models/tracking.md, section 1); rows without a value are passed over. Without
/// `as_of` the latest date in the table counts, or the plan's own where it has none.
/// Throws input::InputError with every fault: unknown words, programmes, indicators and surveys (with the nearest one),
/// dates outside the plan's year, sums that fall, figures given twice.
Actuals read_actuals(const std::string& path, const plan::Plan& plan, std::optional<time::Date> as_of);

/// A table to fill in: each programme with jobs and money and each indicator, without values, its headings in Korean or
/// English. Begins with a byte-order mark, without which Excel takes Hangul for something else.
std::string empty_table(const plan::Plan& plan, bool korean);

}  // namespace jobcast::tracking
