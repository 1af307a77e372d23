#include "app/report/forecast_json.hpp"

#include <cmath>

#include "app/report/names.hpp"
#include "app/report/numbers.hpp"

namespace jobcast::app {
namespace {

using Json = nlohmann::ordered_json;

Json summary(const forecast::Summary& values) {
  return {{"mean", json_number(values.mean)}, {"sd", json_number(values.sd)},   {"p05", json_number(values.p05)},
          {"p25", json_number(values.p25)},   {"p50", json_number(values.p50)}, {"p75", json_number(values.p75)},
          {"p95", json_number(values.p95)}};
}

template <class Rows, class Write>
Json list_of(const Rows& rows, Write write) {
  Json list = Json::array();
  for (const auto& row : rows) list.push_back(write(row));
  return list;
}

Json indicator(const forecast::IndicatorForecast& row) {
  return {{"id", plan::name_of(row.id)},
          {"survey", year_and_month(row.reference_week)},
          {"reference_week", time::to_string(row.reference_week)},
          {"unit", unit_of(row.id)},
          {"base", json_number(row.base)},
          {"target", json_number(row.target)},
          {"published", summary(row.published)},
          {"true", summary(row.truth)},
          {"probability_published_meets_target", json_number(row.probability_published_meets_target)},
          {"probability_true_meets_target", json_number(row.probability_true_meets_target)},
          {"monte_carlo_error", json_number(row.monte_carlo_error)}};
}

Json change(const forecast::ChangePart& row) {
  return {{"indicator", plan::name_of(row.id)},
          {"from", row.from},
          {"points", json_number(row.points)},
          {"p05", json_number(row.p05)},
          {"p95", json_number(row.p95)}};
}

Json uncertainty(const forecast::VarianceShare& row) {
  return {{"indicator", plan::name_of(row.id)}, {"source", row.source}, {"variance_share", json_number(row.share)}};
}

Json jobs(const forecast::SectorJobs& row) {
  return {{"sector", id_of(row.sector)},
          {"plan_jobs", json_number(row.plan_jobs)},
          {"persons", json_number(row.persons)},
          {"at_work_in_reference_week", json_number(row.at_work_in_reference_week)},
          {"at_work_15_64", json_number(row.at_work_15_64)},
          {"net_employment", json_number(row.net_employment)},
          {"net_employment_p05", json_number(row.net_p05)},
          {"net_employment_p95", json_number(row.net_p95)},
          {"unfilled", json_number(row.unfilled)}};
}

Json population(const forecast::PopulationForecast& row) {
  return {{"date", time::to_string(row.date)}, {"age_group", row.age_group},  {"sex", row.sex},
          {"mean", json_number(row.mean)},     {"p05", json_number(row.p05)}, {"p95", json_number(row.p95)}};
}

Json flow(const forecast::FlowForecast& row) {
  return {{"year", row.year},
          {"births", json_number(row.births.mean)},
          {"deaths", json_number(row.deaths.mean)},
          {"arrivals", json_number(row.arrivals.mean)},
          {"leavers", json_number(row.leavers.mean)},
          {"births_p05", json_number(row.births.p05)},
          {"births_p95", json_number(row.births.p95)},
          {"deaths_p05", json_number(row.deaths.p05)},
          {"deaths_p95", json_number(row.deaths.p95)},
          {"arrivals_p05", json_number(row.arrivals.p05)},
          {"arrivals_p95", json_number(row.arrivals.p95)},
          {"leavers_p05", json_number(row.leavers.p05)},
          {"leavers_p95", json_number(row.leavers.p95)}};
}

Json starting_level(const forecast::StartingLevel& row) {
  return {{"indicator", plan::name_of(row.id)},
          {"published", json_number(row.published)},
          {"mean", json_number(row.mean)},
          {"sd", json_number(row.sd)}};
}

Json fit(const forecast::FitLine& row) {
  return {{"survey", row.survey},
          {"what", row.what},
          {"published", json_number(row.published)},
          {"model", json_number(row.model)},
          {"sampling_error", json_number(row.sampling_error)},
          {"within", row.within}};
}

}  // namespace

Json json_number(double value) {
  constexpr double exact = 9007199254740992.0;  // 2^53: beyond it not every integer is a double
  if (!std::isfinite(value)) return nullptr;
  if (value == std::floor(value) && std::abs(value) < exact) return static_cast<std::int64_t>(value);
  return value;
}

Json forecast_json(const plan::Plan& plan, const forecast::Result& result) {
  return {{"schema", "jobcast.forecast/1"},
          {"plan", result.plan_id},
          {"plan_title", {{"ko", plan.title.ko}, {"en", plan.title.en}}},
          {"scenario", result.scenario},
          {"scenario_title", {{"ko", result.scenario_title.ko}, {"en", result.scenario_title.en}}},
          {"as_of", time::to_string(result.as_of)},
          {"seed", result.seed},
          {"draws", result.draws},
          {"indicators", list_of(result.indicators, indicator)},
          {"starting_levels", list_of(result.starting_levels, starting_level)},
          {"change", list_of(result.change, change)},
          {"uncertainty", list_of(result.uncertainty, uncertainty)},
          {"jobs", list_of(result.jobs, jobs)},
          {"population", list_of(result.population, population)},
          {"flows", list_of(result.flows, flow)},
          {"fit", list_of(result.fit, fit)}};
}

std::string json_text(const Json& document) {
  return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace jobcast::app
