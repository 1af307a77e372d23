#include "models/forecast/calendar.hpp"

#include <algorithm>

namespace jobcast::forecast {
namespace {

std::vector<survey::SurveyId> surveys_within(const plan::Plan& plan, time::Date until, int years) {
  constexpr int days_to_saturday = 6;
  std::vector<survey::SurveyId> surveys;
  for (survey::SurveyId survey{plan.plan_year, 1}; survey.year < plan.plan_year + years; survey = survey.next()) {
    const time::Date sunday = survey.reference_week();
    if (sunday > plan.as_of && time::add_days(sunday, days_to_saturday) <= until) surveys.push_back(survey);
  }
  return surveys;
}

bool is_first_of_season(int month) { return month % 3 == 0; }

void add_year(int year, time::Date until, Calendar& calendar) {
  auto& events = calendar.events;
  events.push_back({time::make_date(year, 1, 1), Phase::year_begins, YearBegins{year}});
  for (int month = 1; month <= 12; ++month) {
    const time::Date first = time::first_of_month(year, month);
    if (first > until) return;
    const bool with_labour = first <= calendar.last_survey;
    if (with_labour && is_first_of_season(month)) events.push_back({first, Phase::season_begins, SeasonBegins{}});
    events.push_back({first, Phase::month_begins, MonthBegins{with_labour}});
  }
  const time::Date last = time::make_date(year, 12, 31);
  if (last > until) return;
  events.push_back({last, Phase::year_ends, YearEnds{year}});
  calendar.whole_years.push_back(year);
}

}  // namespace

Calendar make_calendar(const plan::Plan& plan, const std::vector<scenario::DemandShock>& shocks, time::Date until,
                       int survey_years) {
  Calendar calendar{.start = plan.as_of,
                    .last = until,
                    .last_survey = plan.as_of,
                    .surveys = surveys_within(plan, until, survey_years),
                    .whole_years = {},
                    .events = {}};
  if (!calendar.surveys.empty()) calendar.last_survey = calendar.surveys.back().reference_week();
  calendar.events.push_back({plan.as_of, Phase::season_begins, SeasonBegins{}});
  for (int year = time::year_of(plan.as_of) + 1; year <= time::year_of(until); ++year) add_year(year, until, calendar);
  for (std::size_t index = 0; index < shocks.size(); ++index) {
    const time::Date date = shocks[index].date;
    if (date > plan.as_of && date <= calendar.last_survey) {
      calendar.events.push_back({date, Phase::shock, ShockStrikes{index}});
    }
  }
  for (std::size_t index = 0; index < calendar.surveys.size(); ++index) {
    calendar.events.push_back({calendar.surveys[index].reference_week(), Phase::survey, SurveyWeek{index}});
  }
  return calendar;
}

}  // namespace jobcast::forecast
