#include "app/commands/swept_runs.hpp"

#include <iterator>
#include <nlohmann/json.hpp>

#include "models/runs/comparison.hpp"
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

/// Some six bytes a draw for each indicator, published and true, of two surveys a year (engine/store/packed_numbers).
double bytes_of_draws(const sweep::Sweep& sweep, std::uint64_t scenarios) {
  constexpr double bytes_a_draw = 6.0 * 6.0 * 2.0;
  return bytes_a_draw * sweep.draws * static_cast<double>(scenarios);
}

KeepDraws decided(KeepDraws keep, double bytes) {
  if (keep != KeepDraws::if_small) return keep;
  return bytes <= most_bytes_kept ? KeepDraws::if_small : KeepDraws::none;
}

}  // namespace

SweptRuns::SweptRuns(const sweep::Sweep& sweep, std::uint64_t scenarios, const sweep::Effort& effort,
                     store::RunStore& store, KeepDraws keep)
    : sweep_(sweep),
      store_(store),
      keep_(decided(keep, bytes_of_draws(sweep, scenarios))),
      as_written_(sweep.plans.size()) {
  for (const auto& swept : sweep.plans) {
    packs_.push_back(runs::pack_print(swept.plan));
    requests_.push_back(sweep::request_of(sweep, swept.plan, effort));
  }
}

std::string SweptRuns::key(const sweep::Swept& swept) const {
  return runs::run_key(packs_[swept.plan], swept.scenario, requests_[swept.plan], engine);
}

bool SweptRuns::must_have_draws(const sweep::Swept& swept) const {
  return swept.number == 0 || keep_ == KeepDraws::all;
}

bool SweptRuns::known(const sweep::Swept& swept) {
  const auto there = key(swept);
  const auto record = store_.find(there);
  if (!record || record->draws < sweep_.draws || (must_have_draws(swept) && !store_.has_columns(there))) return false;
  auto run = store_.read(there);
  if (!sweep::precise_enough(sweep_, forecasts_of(run), record->draws)) return false;
  add_row(swept, run);
  if (swept.number == 0) as_written_[swept.plan] = std::move(run);
  return true;
}

void SweptRuns::take(const sweep::Swept& swept, const forecast::Drawn& drawn) {
  const runs::Origin origin{.key = key(swept),
                            .pack = packs_[swept.plan],
                            .engine = engine,
                            .levers = levers_json(swept),
                            .until = requests_[swept.plan].until};
  auto run = runs::run_of(sweep_.plans[swept.plan].plan, drawn, origin, runs::Keep::outcomes_and_draws);
  auto& as_written = as_written_[swept.plan];
  if (swept.number != 0 && as_written) {
    auto changes = runs::differences(*as_written, run);
    run.outcomes.insert(run.outcomes.end(), std::make_move_iterator(changes.begin()),
                        std::make_move_iterator(changes.end()));
  }
  add_row(swept, run);
  if (keep_ == KeepDraws::none && !must_have_draws(swept)) run.columns.clear();
  store_.write(run);
  if (swept.number == 0) as_written = std::move(run);
}

void SweptRuns::add_row(const sweep::Swept& swept, const store::Run& run) {
  SweepRow row{.plan = swept.plan,
               .number = swept.number,
               .scenario = swept.scenario.id,
               .settings = swept.settings,
               .draws = run.record.draws};
  // Surveys follow each other, so the last one's figures are what remains.
  for (const auto& indicator : forecasts_of(run)) {
    const auto change = runs::kept_difference(run.outcomes, indicator.id, indicator.reference_week);
    row.figures[static_cast<std::size_t>(indicator.id)] = {.mean = indicator.published.mean,
                                                           .p05 = indicator.published.p05,
                                                           .p95 = indicator.published.p95,
                                                           .chance = indicator.probability_published_meets_target,
                                                           .error = indicator.monte_carlo_error,
                                                           .change = change};
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
