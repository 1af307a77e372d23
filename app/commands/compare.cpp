#include <algorithm>

#include "app/command_line/usage_error.hpp"
#include "app/commands/commands.hpp"
#include "app/commands/deliver.hpp"
#include "app/commands/find_run.hpp"
#include "app/report/comparison_report.hpp"

namespace jobcast::app {
namespace {

using store::Run;
using store::RunRecord;
using store::RunStore;

[[noreturn]] void refuse(runs::Refusal refusal, const RunRecord& first, const RunRecord& second) {
  const auto problem = [&](const char* id) { return input::Message{id, {first.scenario, second.scenario}}; };
  switch (refusal) {
    case runs::Refusal::other_plan:
      throw UsageError(problem("compare.other_plan"), {"compare.expected_same_plan", {}});
    case runs::Refusal::other_seed:
      throw UsageError(problem("compare.other_seed"), {"compare.expected_same_seed", {}});
    case runs::Refusal::no_draws:
      throw UsageError(problem("compare.no_draws"), {"compare.expected_draws", {}}, {"compare.mend_draws", {}});
    case runs::Refusal::no_common_survey:
      break;
  }
  throw UsageError(problem("compare.no_common_survey"), {"compare.expected_same_survey", {}});
}

/// The first run named against each of the others.
Comparisons compare_named(const RunStore& store, const std::vector<std::string>& words) {
  if (words.size() < 2)
    throw UsageError({"compare.too_few", {}}, {"compare.expected_two", {}}, {"app.see_help", {"compare"}});
  std::vector<RunRecord> records;
  records.reserve(words.size());
  for (const auto& word : words) records.push_back(run_named(store, word));
  const Run first = store.read(records.front().key);
  Comparisons comparisons;
  for (auto record = records.begin() + 1; record != records.end(); ++record) {
    const Run second = store.read(record->key);
    if (const auto refusal = runs::why_not(first, second)) refuse(*refusal, first.record, second.record);
    comparisons.pairs.push_back(runs::compare(first, second));
  }
  return comparisons;
}

/// Of the runs that a word stands for, the one that shares most with a run: plan and seed it must, pack and version it
/// should.
const Run* baseline_for(const RunRecord& record, const std::vector<Run>& baselines) {
  const Run* best = nullptr;
  int most = -1;
  for (const auto& each : baselines) {
    if (each.record.plan != record.plan || each.record.seed != record.seed) continue;
    const int shared = (each.record.pack == record.pack ? 4 : 0) + (each.record.engine == record.engine ? 2 : 0) +
                       (each.record.until == record.until ? 1 : 0);
    if (shared > most) best = &each;
    most = std::max(most, shared);
  }
  return best;
}

/// Every run of the store against the baseline of its plan and seed.
Comparisons compare_all(const RunStore& store, const std::string& word) {
  std::vector<Run> baselines;
  for (const auto& record : runs_named(store, word)) baselines.push_back(store.read(record.key));
  Comparisons comparisons;
  for (const auto& record : store.list()) {
    const bool is_baseline =
        std::any_of(baselines.begin(), baselines.end(), [&](const Run& each) { return each.record.key == record.key; });
    if (is_baseline) continue;
    const Run* first = baseline_for(record, baselines);
    const auto second = store.read(record.key);
    if (first == nullptr || runs::why_not(*first, second)) {
      ++comparisons.left_out;
    } else {
      comparisons.pairs.push_back(runs::compare(*first, second));
    }
  }
  if (!comparisons.pairs.empty()) return comparisons;
  throw UsageError({"compare.against_nothing", {word}}, {"compare.expected_draws", {}}, {"compare.mend_draws", {}});
}

Comparisons comparisons_of(const RunStore& store, const Arguments& arguments) {
  auto words = arguments.several;
  const auto against = arguments.find("--against");
  if (against && words.empty()) return compare_all(store, *against);
  if (against) words.insert(words.begin(), *against);
  return compare_named(store, words);
}

}  // namespace

int run_compare(const Arguments& arguments, const Console& console) {
  const Delivery delivery(arguments.find("--out"));
  const RunStore store(arguments.get("STORE"), store::Access::read);
  const auto comparisons = comparisons_of(store, arguments);
  const auto format = arguments.get("--format", "table");
  delivery.deliver(format == "json"  ? comparison_json(comparisons)
                   : format == "csv" ? comparison_csv(comparisons)
                                     : comparison_text(comparisons, delivery.page(console)),
                   console);
  return 0;
}

}  // namespace jobcast::app
