#include "tests/models/forecast/jeongseon.hpp"

#include <algorithm>
#include <stdexcept>

namespace jobcast::forecast::test {

const plan::Plan& jeongseon() {
  static const plan::Plan plan = plan::load_plan(JOBCAST_SOURCE_DIR "/scenarios/jeongseon-2024");
  return plan;
}

Result forecast(const plan::Plan& plan, const scenario::Scenario& scenario, Request request) {
  if (request.until == time::Date{}) request.until = time::make_date(plan.plan_year, 12, 31);
  return run(plan, scenario, request);
}

Result forecast(const scenario::Scenario& scenario, Request request) {
  return forecast(jeongseon(), scenario, request);
}

scenario::Scenario named(const std::string& name) {
  return name == "plan" ? scenario::as_written(jeongseon()) : scenario::load_scenario(jeongseon(), name);
}

IndicatorForecast october(const Result& result, plan::Indicator::Id id) {
  const auto found = std::find_if(result.indicators.begin(), result.indicators.end(), [&](const auto& each) {
    return each.id == id && time::month_of(each.reference_week) == 10;
  });
  if (found == result.indicators.end()) throw std::out_of_range("no such indicator in October");
  return *found;
}

SectorJobs sector(const Result& result, plan::Sector wanted) {
  return *std::find_if(result.jobs.begin(), result.jobs.end(), [&](const auto& row) { return row.sector == wanted; });
}

double population(const Result& result, int year, const std::string& age_group, const std::string& sex) {
  const auto found = std::find_if(result.population.begin(), result.population.end(), [&](const auto& row) {
    return time::year_of(row.date) == year && row.age_group == age_group && row.sex == sex;
  });
  if (found == result.population.end()) throw std::out_of_range("no such population");
  return found->mean;
}

std::vector<double> numbers(const Result& result) {
  std::vector<double> all;
  const auto add = [&](std::initializer_list<double> values) { all.insert(all.end(), values); };
  const auto add_summary = [&](const Summary& s) { add({s.mean, s.sd, s.p05, s.p25, s.p50, s.p75, s.p95}); };
  for (const auto& row : result.indicators) {
    add_summary(row.published);
    add_summary(row.truth);
    add({row.probability_published_meets_target, row.probability_true_meets_target, row.monte_carlo_error});
  }
  for (const auto& row : result.starting_levels) add({row.mean, row.sd});
  for (const auto& row : result.change) add({row.points, row.p05, row.p95});
  for (const auto& row : result.uncertainty) add({row.share});
  for (const auto& row : result.jobs) {
    add({row.plan_jobs, row.persons, row.at_work_in_reference_week, row.at_work_15_64, row.net_employment, row.net_p05,
         row.net_p95, row.unfilled});
  }
  for (const auto& row : result.population) add({row.mean, row.p05, row.p95});
  for (const auto& row : result.flows) {
    for (const auto& flow : {row.births, row.deaths, row.arrivals, row.leavers}) add({flow.mean, flow.p05, flow.p95});
  }
  return all;
}

}  // namespace jobcast::forecast::test
