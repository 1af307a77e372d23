#include "models/forecast/county_model.hpp"

#include "models/plan/defaults.hpp"
#include "models/survey/register_history.hpp"

namespace jobcast::forecast {
namespace {

/// Expected people without work by cell at the start.
programmes::CellWeights without_work(const labour::LabourModel& labour, const state::AgePyramid& registered) {
  programmes::CellWeights pool{};
  for (int cell = 0; cell < state::cell_count; ++cell) {
    const auto index = static_cast<std::size_t>(cell);
    const auto& ages = state::labour_groups[index / state::sex_count];
    const auto& shares = labour.start().shares[index];
    pool[index] = (shares[0] + shares[1]) * registered.sum(state::sexes[index % state::sex_count], ages);
  }
  return pool;
}

std::vector<labour::LabourShock> shocks_of(const scenario::Scenario& scenario) {
  std::vector<labour::LabourShock> shocks;
  for (const auto& shock : scenario.shocks) {
    shocks.push_back({.contract = shock.contract, .ages = {shock.age_from, shock.age_to}, .jobs = shock.jobs});
  }
  return shocks;
}

std::vector<programmes::WeekCalendar> weeks_of(const programmes::ProgrammeModel& programmes, const Calendar& calendar) {
  std::vector<programmes::WeekCalendar> weeks;
  for (const survey::SurveyId survey : calendar.surveys) weeks.push_back(programmes.week(survey.reference_week()));
  return weeks;
}

/// The year end's ages scaled, band by band, to the register of the October before.
state::AgePyramid october_before(const plan::Plan& plan, const state::AgePyramid& year_end) {
  const survey::RegisterHistory history(plan, year_end);
  const auto bands = history.on(survey::SurveyId{plan.base_year, 2}.reference_week());
  state::AgePyramid october = year_end;
  if (!bands) return october;
  for (std::size_t band = 0; band < state::survey_bands.size(); ++band) {
    const double persons = year_end.sum(state::survey_bands[band]);
    if (persons <= 0.0) continue;
    for (int age = state::survey_bands[band].from; age <= state::survey_bands[band].to; ++age) {
      for (const state::Sex sex : state::sexes) october.of(sex, age) *= (*bands)[band] / persons;
    }
  }
  return october;
}

}  // namespace

plan::Plan with_settings(const plan::Plan& plan, const scenario::Scenario& scenario, time::Date until) {
  plan::Plan changed = plan;
  changed.forecast_until = until;
  for (const auto& [key, value] : scenario.values) {
    if (plan::default_values().contains(key) || plan.assumptions.contains(key)) {
      changed.assumptions.insert_or_assign(key, value);
    }
  }
  return changed;
}

CountyModel::CountyModel(const plan::Plan& written, const scenario::Scenario& scenario, time::Date until)
    : plan(with_settings(written, scenario, until)),
      population(plan),
      labour(plan, population.start()),
      survey(plan, population.start()),
      insured(plan),
      programmes(plan, scenario, without_work(labour, population.start())),
      shocks(shocks_of(scenario)),
      calendar(make_calendar(plan, scenario, until)),
      weeks(weeks_of(programmes, calendar)),
      october(october_before(plan, population.start())) {}

}  // namespace jobcast::forecast
