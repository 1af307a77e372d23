#pragma once

#include <variant>
#include <vector>

#include "models/scenario/scenario.hpp"
#include "models/survey/survey_id.hpp"

namespace jobcast::forecast {

/// What can happen to a county; the day is the clock's.
struct YearBegins {
  int year = 0;
};
/// Behaviour moves and the season's hazards set in.
struct SeasonBegins {};
/// A month of births, deaths, moves and changes of job, as a whole.
struct MonthBegins {
  bool with_labour = true;  ///< nobody asks for labour states after the last survey
};
struct ShockStrikes {
  std::size_t shock = 0;  ///< index into the demand shocks
};
/// A survey's reference week. It sees the county at the end of its month (docs/models/forecast.md).
struct SurveyWeek {
  std::size_t survey = 0;  ///< index into Calendar::surveys
};
struct YearEnds {
  int year = 0;
};

using Event = std::variant<YearBegins, SeasonBegins, MonthBegins, ShockStrikes, SurveyWeek, YearEnds>;

/// Order of what happens on one day.
enum class Phase { year_begins, season_begins, month_begins, shock, survey, year_ends };

struct PlannedEvent {
  time::Date date;
  Phase phase;
  Event event;
};

/// Everything that will happen in every lane of every block, and when. What differs between lanes is data in the lane,
/// never the order of events.
struct Calendar {
  time::Date start;                       ///< the plan's as-of date
  time::Date last;                        ///< last day to play
  time::Date last_survey;                 ///< Sunday of the last survey's week; `start` without surveys
  std::vector<survey::SurveyId> surveys;  ///< whose week ends by the last day
  std::vector<int> whole_years;           ///< calendar years that end by the last day
  std::vector<PlannedEvent> events;
};

/// From the day after `plan.as_of` to `until`, with the surveys of `survey_years` years from the plan year on. Shocks
/// after the last survey are left out: nobody would see them.
Calendar make_calendar(const plan::Plan& plan, const std::vector<scenario::DemandShock>& shocks, time::Date until,
                       int survey_years = 1);

}  // namespace jobcast::forecast
