#include "app/commands/swept_runs.hpp"

#include "models/runs/comparison.hpp"
#include "models/runs/run_of.hpp"

namespace jobcast::app {
namespace {

std::vector<forecast::IndicatorForecast> forecasts_of(const store::Run& run) {
  std::vector<forecast::IndicatorForecast> forecasts;
  for (const auto& indicator : runs::indicators_of(run)) forecasts.push_back(indicator.forecast);
  return forecasts;
}

}  // namespace

SweptRuns::SweptRuns(const sweep::Sweep& sweep, const sweep::Effort& effort, store::RunStore& store, KeepDraws keep)
    : sweep_(sweep), store_(store), keep_(keep), maker_(sweep, effort, keep) {}

bool SweptRuns::known(const sweep::Swept& swept) {
  const auto there = maker_.key(swept);
  const auto record = store_.find(there);
  if (!record || record->draws < sweep_.draws || (keep_ == KeepDraws::all && !store_.has_columns(there))) return false;
  if (sweep_.precision && !sweep::precise_enough(sweep_, forecasts_of(store_.read(there)), record->draws)) return false;
  ++size_;
  return true;
}

void SweptRuns::take(const sweep::Swept& swept, const forecast::Drawn& drawn) {
  store_.write(maker_.run(swept, drawn));
  ++size_;
}

void SweptRuns::take(const PlacedRun& placed) {
  const bool in_sweep =
      placed.plan < sweep_.plans.size() && placed.number <= sweep::Scenarios::count(sweep_, placed.plan);
  if (!in_sweep || maker_.key(scenarios_of(placed.plan).at(placed.number)) != placed.run.record.key) {
    throw OtherInputs();
  }
  store_.write(placed.run);
  ++size_;
}

const sweep::Scenarios& SweptRuns::scenarios_of(std::size_t plan) {
  constexpr std::size_t many = 64;  // plans in the hands of ranks at a time
  if (scenarios_.size() == many && !scenarios_.contains(plan)) scenarios_.clear();
  return scenarios_.try_emplace(plan, sweep_, plan).first->second;
}

SweepRow SweptRuns::row_of(const sweep::Scenarios& scenarios, const sweep::Swept& swept) const {
  const auto run = store_.read(maker_.key(swept));
  SweepRow row{.plan = swept.plan,
               .plan_id = scenarios.plan().id,
               .number = swept.number,
               .scenario = swept.scenario.id,
               .settings = swept.settings,
               .draws = run.record.draws,
               .reference_week = {}};
  // Surveys follow each other, so the last one's figures are what remains.
  for (const auto& indicator : forecasts_of(run)) {
    row.figures[static_cast<std::size_t>(indicator.id)] = {
        .mean = indicator.published.mean,
        .p05 = indicator.published.p05,
        .p95 = indicator.published.p95,
        .chance = indicator.probability_published_meets_target,
        .error = indicator.monte_carlo_error,
        .change = runs::kept_difference(run.outcomes, indicator.id, indicator.reference_week)};
    row.reference_week = indicator.reference_week;
  }
  return row;
}

SweepTable SweptRuns::table() const {
  return {.id = sweep_.id,
          .title = sweep_.title,
          .plans = sweep_.plans.size(),
          .seed = sweep_.seed,
          .draws = sweep_.draws,
          .count = size_,
          .each_row = [this](const std::function<void(const SweepRow&)>& show) {
            for (std::size_t plan = 0; plan < sweep_.plans.size(); ++plan) {
              const sweep::Scenarios scenarios(sweep_, plan);
              for (std::uint64_t number = 0; number <= scenarios.count(); ++number) {
                show(row_of(scenarios, scenarios.at(number)));
              }
            }
          }};
}

}  // namespace jobcast::app
