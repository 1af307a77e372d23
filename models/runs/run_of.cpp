#include "models/runs/run_of.hpp"

#include <algorithm>
#include <cmath>
#include <span>

#include "models/plan/pack_words.hpp"
#include "models/runs/names.hpp"

namespace jobcast::runs {
namespace {

using store::Outcome;

std::string_view sector_name(plan::Sector sector) { return plan::sector_ids()[static_cast<std::size_t>(sector)]; }

Outcome summary_row(std::string name, time::Date date, const forecast::Summary& values) {
  return {.name = std::move(name),
          .date = date,
          .mean = values.mean,
          .sd = values.sd,
          .p05 = values.p05,
          .p25 = values.p25,
          .p50 = values.p50,
          .p75 = values.p75,
          .p95 = values.p95};
}

Outcome number_row(std::string name, time::Date date, double number, std::string group = {}) {
  return {.name = std::move(name), .date = date, .group = std::move(group), .mean = number};
}

Outcome range_row(std::string name, time::Date date, double mean, double p05, double p95) {
  return {.name = std::move(name), .date = date, .mean = mean, .p05 = p05, .p95 = p95};
}

double error_of_share(double share, int draws) { return std::sqrt(share * (1.0 - share) / draws); }

void add_indicators(const plan::Plan& plan, const forecast::Result& result, std::vector<Outcome>& rows) {
  for (const auto& each : result.indicators) {
    const auto name = plan::name_of(each.id);
    auto published = summary_row(published_name(name), each.reference_week, each.published);
    published.probability = each.probability_published_meets_target;
    published.monte_carlo_error = each.monte_carlo_error;
    auto truth = summary_row(truth_name(name), each.reference_week, each.truth);
    truth.probability = each.probability_true_meets_target;
    truth.monte_carlo_error = error_of_share(each.probability_true_meets_target, result.draws);
    rows.push_back(std::move(published));
    rows.push_back(std::move(truth));
    rows.push_back(number_row(base_name(name), each.reference_week, each.base));
    rows.push_back(number_row(target_name(name), each.reference_week, each.target));
    rows.push_back(number_row(step_name(name), each.reference_week, plan.indicator(each.id).rounding));
  }
  for (const auto& each : result.starting_levels) {
    auto row = number_row("start." + std::string(plan::name_of(each.id)), result.as_of, each.mean);
    row.sd = each.sd;
    row.monte_carlo_error = each.sd / std::sqrt(result.draws);
    rows.push_back(std::move(row));
  }
}

void add_reasons(const forecast::Result& result, time::Date date, std::vector<Outcome>& rows) {
  for (const auto& each : result.change) {
    auto row = range_row("change." + std::string(plan::name_of(each.id)), date, each.points, each.p05, each.p95);
    row.group = each.from;
    rows.push_back(std::move(row));
  }
  for (const auto& each : result.uncertainty) {
    rows.push_back(number_row("variance_share." + std::string(plan::name_of(each.id)), date, each.share, each.source));
  }
}

void add_jobs(const forecast::Result& result, time::Date date, std::vector<Outcome>& rows) {
  for (const auto& each : result.jobs) {
    const std::string sector(sector_name(each.sector));
    rows.push_back(number_row("jobs.plan_jobs", date, each.plan_jobs, sector));
    rows.push_back(number_row("jobs.persons", date, each.persons, sector));
    rows.push_back(number_row("jobs.at_work_in_reference_week", date, each.at_work_in_reference_week, sector));
    rows.push_back(number_row("jobs.at_work_15_64", date, each.at_work_15_64, sector));
    rows.push_back(number_row("jobs.unfilled", date, each.unfilled, sector));
    auto net = range_row("jobs.net_employment", date, each.net_employment, each.net_p05, each.net_p95);
    net.group = sector;
    rows.push_back(std::move(net));
  }
}

void add_people(const forecast::Result& result, std::vector<Outcome>& rows) {
  for (const auto& each : result.population) {
    auto row = range_row("population", each.date, each.mean, each.p05, each.p95);
    row.group = each.age_group;
    row.subgroup = each.sex;
    rows.push_back(std::move(row));
  }
  for (const auto& each : result.flows) {
    const auto date = time::make_date(each.year, 12, 31);
    const auto add = [&](const char* name, const forecast::FlowForecast::Flow& flow) {
      rows.push_back(range_row(name, date, flow.mean, flow.p05, flow.p95));
    };
    add("flow.births", each.births);
    add("flow.deaths", each.deaths);
    add("flow.arrivals", each.arrivals);
    add("flow.leavers", each.leavers);
  }
}

std::vector<store::DrawColumn> columns_of(const forecast::Drawn& drawn) {
  std::vector<store::DrawColumn> columns;
  const auto& rows = drawn.result.indicators;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const auto survey = row / forecast::indicator_count;
    const auto indicator = row % forecast::indicator_count;
    const auto add = [&](std::string name, std::size_t column) {
      const auto draws = drawn.outcomes.numbers.column(column);
      columns.push_back({std::move(name), rows[row].reference_week, {draws.begin(), draws.end()}});
      return std::span(columns.back().values);
    };
    add(published_name(plan::name_of(rows[row].id)), forecast::ScenarioOutcomes::published(survey, indicator));
    const auto truth =
        add(truth_name(plan::name_of(rows[row].id)), forecast::ScenarioOutcomes::truth(survey, indicator));
    // Seven digits are more than anyone knows of a county, and take half the room.
    std::transform(truth.begin(), truth.end(), truth.begin(),
                   [](double value) { return static_cast<double>(static_cast<float>(value)); });
  }
  return columns;
}

}  // namespace

store::Run run_of(const plan::Plan& plan, const forecast::Drawn& drawn, const Origin& origin, Keep keep) {
  const forecast::Result& result = drawn.result;
  store::Run run{.record = {.key = origin.key,
                            .pack = origin.pack,
                            .plan = result.plan_id,
                            .scenario = result.scenario,
                            .title_ko = result.scenario_title.ko,
                            .title_en = result.scenario_title.en,
                            .levers = origin.levers,
                            .seed = result.seed,
                            .draws = result.draws,
                            .engine = origin.engine,
                            .until = origin.until},
                 .outcomes = {},
                 .columns = {}};
  add_indicators(plan, result, run.outcomes);
  const auto last = result.indicators.empty() ? result.as_of : result.indicators.back().reference_week;
  add_reasons(result, last, run.outcomes);
  add_jobs(result, last, run.outcomes);
  add_people(result, run.outcomes);
  if (keep == Keep::outcomes_and_draws) run.columns = columns_of(drawn);
  return run;
}

}  // namespace jobcast::runs
