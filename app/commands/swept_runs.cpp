#include "app/commands/swept_runs.hpp"

#include "models/runs/run_of.hpp"

namespace jobcast::app {
namespace {

std::vector<forecast::IndicatorForecast> forecasts_of(const store::Run& run) {
  std::vector<forecast::IndicatorForecast> forecasts;
  for (const auto& indicator : runs::indicators_of(run)) forecasts.push_back(indicator.forecast);
  return forecasts;
}

}  // namespace

SweptRuns::SweptRuns(const sweep::Sweep& sweep, const sweep::Effort& effort, store::RunStore& store, bool keep_draws)
    : sweep_(sweep), store_(store), keep_draws_(keep_draws), maker_(sweep, effort, keep_draws) {}

bool SweptRuns::known(const sweep::Swept& swept) {
  const auto there = maker_.key(swept);
  const auto record = store_.find(there);
  if (!record || record->draws < sweep_.draws || (keep_draws_ && !store_.has_columns(there))) return false;
  const auto indicators = forecasts_of(store_.read(there));
  if (!sweep::precise_enough(sweep_, indicators, record->draws)) return false;
  add_row(swept, record->draws, indicators);
  return true;
}

void SweptRuns::take(const sweep::Swept& swept, const forecast::Drawn& drawn) {
  store_.write(maker_.run(swept, drawn));
  add_row(swept, drawn.result.draws, drawn.result.indicators);
}

void SweptRuns::take(const PlacedRun& placed) {
  const bool in_sweep =
      placed.plan < sweep_.plans.size() && placed.number <= sweep::Scenarios::count(sweep_, placed.plan);
  if (!in_sweep) throw OtherInputs();
  if (!scenarios_ || scenarios_of_ != placed.plan) {
    scenarios_.emplace(sweep_, placed.plan);
    scenarios_of_ = placed.plan;
  }
  const auto swept = scenarios_->at(placed.number);
  if (maker_.key(swept) != placed.run.record.key) throw OtherInputs();
  store_.write(placed.run);
  add_row(swept, placed.run.record.draws, forecasts_of(placed.run));
}

void SweptRuns::add_row(const sweep::Swept& swept, int draws,
                        const std::vector<forecast::IndicatorForecast>& indicators) {
  SweepRow row{.plan = swept.plan,
               .number = swept.number,
               .scenario = swept.scenario.id,
               .settings = swept.settings,
               .draws = draws};
  // Surveys follow each other, so the last one's figures are what remains.
  for (const auto& indicator : indicators) {
    row.figures[static_cast<std::size_t>(indicator.id)] = {
        indicator.published.mean, indicator.probability_published_meets_target, indicator.monte_carlo_error};
    reference_week_ = indicator.reference_week;
  }
  rows_.insert_or_assign({swept.plan, swept.number}, std::move(row));
}

SweepTable SweptRuns::table() const {
  SweepTable table{.id = sweep_.id,
                   .title = sweep_.title,
                   .plans = {},
                   .reference_week = reference_week_,
                   .seed = sweep_.seed,
                   .draws = sweep_.draws,
                   .rows = {}};
  for (const auto& swept : sweep_.plans) table.plans.push_back(swept.plan.id);
  for (const auto& [place, row] : rows_) table.rows.push_back(row);
  return table;
}

}  // namespace jobcast::app
