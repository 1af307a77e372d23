#include "models/forecast/county_model.hpp"

#include <algorithm>

#include "models/plan/defaults.hpp"
#include "models/population/population_draw.hpp"
#include "models/programmes/milestone_schedule.hpp"
#include "models/scenario/canonical.hpp"
#include "models/survey/register_history.hpp"

namespace jobcast::forecast {
namespace {

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

std::vector<labour::LabourShock> as_labour_shocks(const std::vector<scenario::DemandShock>& demand) {
  std::vector<labour::LabourShock> shocks;
  for (const auto& shock : demand) {
    shocks.push_back({.contract = shock.contract, .ages = {shock.age_from, shock.age_to}, .jobs = shock.jobs});
  }
  return shocks;
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

std::vector<programmes::WeekCalendar> weeks_of(const programmes::PlannedProgrammes& programmes,
                                               const Calendar& calendar) {
  std::vector<programmes::WeekCalendar> weeks;
  for (const auto& survey : calendar.surveys) weeks.push_back(programmes.week(survey.reference_week()));
  return weeks;
}

/// Whether a scenario's value is a setting of the county's models, not of a programme.
bool is_setting(const plan::Plan& plan, const std::string& key) {
  return plan::default_values().contains(key) || plan.assumptions.contains(key);
}

/// The columns that say again what a setting says: a scenario that changes the setting means its own value.
std::vector<std::string> columns_of(const std::string& setting) {
  namespace columns = labour::labour_columns;
  if (setting == "population.mortality_multiplier") return {setting, population::migration_level_column};
  if (setting == "population.migration_spread") return {population::migration_level_column};
  if (setting == "labour.innovation_15_64") {
    std::vector<std::string> all(columns::innovation.begin(), columns::innovation.end());
    all.emplace_back(columns::common);
    return all;
  }
  return {setting};
}

auto settings_of(const plan::Plan& plan, const scenario::Scenario& scenario) {
  std::vector<std::pair<std::string, random::Distribution>> settings;
  for (const auto& [key, value] : scenario.values) {
    if (is_setting(plan, key)) settings.emplace_back(key, value.distribution);
  }
  return settings;
}

/// Whether the plan's own programmes go on: no change of the whole plan's set, or the last one back to it.
bool has_plan_programmes(const scenario::Scenario& scenario) {
  bool has = true;
  for (const auto& change : scenario.changes) {
    if (change.programmes) has = *change.programmes == scenario::ProgrammeSet::plan;
  }
  return has;
}

bool same_shock(const scenario::DemandShock& a, const scenario::DemandShock& b) {
  return a.date == b.date && a.contract == b.contract && a.jobs == b.jobs && a.age_from == b.age_from &&
         a.age_to == b.age_to;
}

}  // namespace

std::vector<scenario::DemandShock> demand_shocks(const plan::Plan& plan, const scenario::Scenario& scenario) {
  std::vector<scenario::DemandShock> demand = scenario.shocks;
  if (!has_plan_programmes(scenario)) return demand;
  for (auto& jobs : programmes::milestone_jobs(plan, programmes::MilestoneSchedule(plan))) {
    demand.push_back(std::move(jobs));
  }
  return demand;
}

plan::Plan with_settings(const plan::Plan& plan, const scenario::Scenario& scenario, time::Date until) {
  plan::Plan changed = plan;
  changed.forecast_until = until;
  for (const auto& [key, value] : scenario.values) {
    if (!is_setting(plan, key)) continue;
    changed.assumptions.insert_or_assign(key, value);
    for (const auto& column : columns_of(key)) {
      if (changed.posterior != nullptr) changed.posterior = changed.posterior->without(column);
    }
  }
  return changed;
}

bool same_county(const plan::Plan& plan, const scenario::Scenario& one, const scenario::Scenario& other) {
  const auto same_shocks = [](const auto& some, const auto& others) {
    return std::equal(some.begin(), some.end(), others.begin(), others.end(), same_shock);
  };
  // The plan's own milestones are the same for both or need to be looked at.
  const bool same_demand = has_plan_programmes(one) == has_plan_programmes(other)
                               ? same_shocks(one.shocks, other.shocks)
                               : same_shocks(demand_shocks(plan, one), demand_shocks(plan, other));
  return same_demand && settings_of(plan, one) == settings_of(plan, other);
}

std::string county_key(const plan::Plan& plan, const scenario::Scenario& scenario) {
  scenario::Scenario county;
  county.shocks = scenario.shocks;
  for (const auto& [key, value] : scenario.values) {
    if (is_setting(plan, key)) county.values.emplace(key, value);
  }
  return (has_plan_programmes(scenario) ? "with milestones\n" : "") + scenario::canonical(county);
}

CountyModel::CountyModel(const plan::Plan& written, const scenario::Scenario& scenario, time::Date until)
    : plan(with_settings(written, scenario, until)),
      population(plan),
      labour(plan, population.start()),
      survey(plan, population.start()),
      insured(plan),
      shocks(as_labour_shocks(demand_shocks(plan, scenario))),
      calendar(make_calendar(plan, demand_shocks(plan, scenario), until)),
      programmes(std::make_shared<programmes::PlannedProgrammes>(plan, without_work(labour, population.start()))),
      weeks(weeks_of(*programmes, calendar)),
      october(october_before(plan, population.start())) {}

}  // namespace jobcast::forecast
