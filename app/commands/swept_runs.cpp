#include "app/commands/swept_runs.hpp"

#include <nlohmann/json.hpp>

#include "models/runs/run_key.hpp"
#include "models/runs/run_of.hpp"

namespace jobcast::app {
namespace {

constexpr const char* engine = JOBCAST_VERSION;

std::string levers_json(const sweep::Swept& swept) {
  auto levers = nlohmann::ordered_json::object();
  for (const auto& [lever, setting] : swept.settings) levers[lever] = setting;
  return levers.dump();
}

std::vector<forecast::IndicatorForecast> forecasts_of(const store::Run& run) {
  std::vector<forecast::IndicatorForecast> forecasts;
  for (const auto& indicator : runs::indicators_of(run)) forecasts.push_back(indicator.forecast);
  return forecasts;
}

}  // namespace

SweptRuns::SweptRuns(const sweep::Sweep& sweep, const sweep::Effort& effort, store::RunStore& store, bool keep_draws)
    : sweep_(sweep), store_(store), keep_draws_(keep_draws) {
  for (const auto& swept : sweep.plans) {
    packs_.push_back(runs::pack_print(swept.plan));
    requests_.push_back(sweep::request_of(sweep, swept.plan, effort));
  }
}

std::string SweptRuns::key(const sweep::Swept& swept) const {
  const auto& posterior = sweep_.plans[swept.plan].plan.posterior;
  return runs::run_key(packs_[swept.plan], swept.scenario, requests_[swept.plan], engine,
                       posterior != nullptr ? posterior->fingerprint() : "");
}

bool SweptRuns::known(const sweep::Swept& swept) {
  const auto there = key(swept);
  const auto record = store_.find(there);
  if (!record || record->draws < sweep_.draws || (keep_draws_ && !store_.has_columns(there))) return false;
  const auto indicators = forecasts_of(store_.read(there));
  if (!sweep::precise_enough(sweep_, indicators, record->draws)) return false;
  add_row(swept, record->draws, indicators);
  return true;
}

void SweptRuns::take(const sweep::Swept& swept, const forecast::Drawn& drawn) {
  const runs::Origin origin{.key = key(swept),
                            .pack = packs_[swept.plan],
                            .engine = engine,
                            .levers = levers_json(swept),
                            .until = requests_[swept.plan].until};
  const auto keep = keep_draws_ ? runs::Keep::outcomes_and_draws : runs::Keep::outcomes;
  store_.write(runs::run_of(sweep_.plans[swept.plan].plan, drawn, origin, keep));
  add_row(swept, drawn.result.draws, drawn.result.indicators);
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
