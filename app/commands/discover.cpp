#include <algorithm>
#include <limits>
#include <map>
#include <nlohmann/json.hpp>

#include "app/command_line/usage_error.hpp"
#include "app/commands/commands.hpp"
#include "app/commands/deliver.hpp"
#include "app/commands/find_plan.hpp"
#include "app/commands/forecast_request.hpp"
#include "app/commands/posterior.hpp"
#include "app/report/discovery_report.hpp"
#include "app/report/forecast_json.hpp"
#include "engine/store/run_store.hpp"
#include "models/runs/engine_version.hpp"
#include "models/runs/run_key.hpp"

namespace jobcast::app {
namespace {

using store::RunRecord;
using store::RunStore;

constexpr std::uint64_t most_inputs = 100;

discovery::Levers levers_of(const RunRecord& record) {
  discovery::Levers levers;
  const auto json = nlohmann::ordered_json::parse(record.levers, nullptr, false);
  if (!json.is_object()) return levers;
  for (const auto& [name, words] : json.items()) {
    if (words.is_string()) levers.emplace_back(name, words.get<std::string>());
  }
  return levers;
}

/// What runs must have in common to be cases of one question: the same futures, and the same levers.
std::string family_of(const RunRecord& record) {
  std::string family = record.plan + '\n' + std::to_string(record.seed) + '\n' + record.pack + '\n' + record.engine;
  for (const auto& [lever, words] : levers_of(record)) family += '\n' + lever;
  return family;
}

/// The largest family of runs with levers; the first of equally large ones.
std::vector<RunRecord> largest_family(const std::vector<RunRecord>& records) {
  std::map<std::string, std::vector<RunRecord>> families;
  for (const auto& record : records) {
    if (!levers_of(record).empty()) families[family_of(record)].push_back(record);
  }
  std::vector<RunRecord> largest;
  for (const auto& [name, family] : families) {
    if (family.size() > largest.size()) largest = family;
  }
  return largest;
}

void discover_scenarios(const RunStore& store, DiscoveryReport& report) {
  const auto records = store.list();
  const auto family = largest_family(records);
  if (family.empty()) {
    throw UsageError({"discover.no_levers", {store.path()}}, {"discover.expected_levers", {}},
                     {"discover.mend_levers", {}});
  }
  std::vector<store::Run> runs;
  for (const auto& record : family) {
    runs.push_back(store.read(record.key));
    runs.back().columns.clear();
  }
  std::vector<discovery::LeveredRun> levered;
  for (const auto& run : runs) levered.push_back({&run, levers_of(run.record)});
  report.plan = family.front().plan;
  report.seed = family.front().seed;
  report.other_runs = records.size() - family.size();
  report.cases = discovery::cases_of_scenarios(levered, report.failure);
}

std::string key_of(const plan::Plan& plan, const scenario::Scenario& scenario, const RunRecord& record) {
  forecast::Request request;
  request.seed = record.seed;
  request.until = record.until;
  request.split_uncertainty = false;
  return runs::run_key(runs::pack_print(plan), scenario, request, runs::engine_version(),
                       plan.posterior != nullptr ? plan.posterior->fingerprint() : "");
}

/// The run that this very plan and scenario made, with the calibration that it was made with set in the plan.
RunRecord run_made_of(const RunStore& store, plan::Plan& plan, const scenario::Scenario& scenario,
                      const Catalogue& words) {
  bool is_there = false;
  for (const bool calibrated : {false, true}) {
    if (calibrated) use_calibration(plan, words);
    for (const auto& record : store.list()) {
      if (record.plan != plan.id || record.scenario != scenario.id) continue;
      is_there = true;
      if (record.key == key_of(plan, scenario, record)) return record;
    }
  }
  if (is_there) {
    throw UsageError({"discover.other_inputs", {scenario.id}}, {"discover.expected_same_inputs", {}},
                     {"discover.mend_same_inputs", {}});
  }
  throw UsageError({"discover.no_such_run", {scenario.id, plan.id}}, {}, {"discover.mend_no_such_run", {store.path()}});
}

void discover_draws(const RunStore& store, const Arguments& arguments, const Catalogue& words,
                    DiscoveryReport& report) {
  if (report.failure.probability) {
    throw UsageError({"discover.probability_of_draws", {}}, {"discover.expected_figure", {}});
  }
  auto plan = plan::load_plan(find_plan(arguments.get("--plan")));
  const auto scenario = scenario_of(arguments, plan);
  const auto record = run_made_of(store, plan, scenario, words);
  if (!store.has_columns(record.key)) {
    throw UsageError({"discover.no_draws", {scenario.id}}, {}, {"compare.mend_draws", {}});
  }
  report.draws = true;
  report.plan = plan.id;
  report.scenario = scenario.id;
  report.seed = record.seed;
  report.cases = discovery::cases_of_draws(plan, scenario, store.read(record.key), report.failure);
}

}  // namespace

int run_discover(const Arguments& arguments, const Console& console) {
  const auto expression = arguments.find("--failure");
  if (!expression) throw UsageError({"app.missing_word", {"--failure"}}, {}, {"app.see_help", {"discover"}});
  DiscoveryReport report;
  report.failure = discovery::read_failure(*expression, "--failure");
  report.store = arguments.get("STORE");
  report.settings.most_limits = arguments.number("--inputs", report.settings.most_limits, 1, most_inputs);
  report.settings.seed = arguments.number("--seed", report.settings.seed, 0, std::numeric_limits<std::uint64_t>::max());
  if (arguments.find("--scenario") && !arguments.find("--plan")) {
    throw UsageError({"discover.scenario_without_plan", {}}, {}, {"app.see_help", {"discover"}});
  }
  const Delivery delivery(arguments.find("--out"));
  const RunStore store(report.store, store::Access::read);
  if (arguments.find("--plan")) {
    discover_draws(store, arguments, console.catalogue(), report);
  } else {
    discover_scenarios(store, report);
  }
  report.found = discovery::discover(report.cases.inputs, report.cases.failed, report.settings);
  const auto format = arguments.get("--format", "table");
  delivery.deliver(format == "json"  ? json_text(discovery_json(report))
                   : format == "csv" ? discovery_csv(report)
                                     : discovery_text(report, delivery.page(console)),
                   console);
  return 0;
}

}  // namespace jobcast::app
