#include <ostream>

#include "app/command_line/usage_error.hpp"
#include "app/commands/commands.hpp"
#include "app/commands/deliver.hpp"
#include "app/commands/find_run.hpp"
#include "app/report/runs_csv.hpp"
#include "app/report/runs_json.hpp"
#include "app/report/runs_report.hpp"

namespace jobcast::app {
namespace {

using store::Access;
using store::RunStore;

int list_runs(const Arguments& arguments, const Console& console) {
  if (!arguments.several.empty()) throw UsageError({"runs.surplus_run", {}}, {}, {"app.see_help", {"runs"}});
  const Delivery delivery(arguments.find("--out"));
  const RunStore store(arguments.get("STORE"), Access::read);
  std::vector<ListedRun> rows;
  for (auto& record : store.list()) {
    const bool kept = store.has_columns(record.key);
    rows.push_back({std::move(record), kept});
  }
  const auto format = arguments.get("--format", "table");
  delivery.deliver(format == "json"  ? runs_json(rows)
                   : format == "csv" ? runs_csv(rows)
                                     : runs_text(store.path(), rows, delivery.page(console)),
                   console);
  return 0;
}

/// The words after the action; at least one.
const std::vector<std::string>& named(const Arguments& arguments) {
  if (!arguments.several.empty()) return arguments.several;
  throw UsageError({"runs.no_run_named", {arguments.get("ACTION")}}, {"runs.expected_run", {}},
                   {"app.see_help", {"runs"}});
}

int show_runs(const Arguments& arguments, const Console& console) {
  const auto& words = named(arguments);
  const Delivery delivery(arguments.find("--out"));
  const RunStore store(arguments.get("STORE"), Access::read);
  const auto format = arguments.get("--format", "table");
  std::vector<store::Run> runs;
  runs.reserve(words.size());
  for (const auto& word : words) runs.push_back(store.read(run_named(store, word).key));
  std::string text;
  if (format == "json") {
    OutcomeJson json;
    for (const auto& run : runs) json.add(run);
    text = json.text();
  } else if (format == "csv") {
    OutcomeCsv csv;
    for (const auto& run : runs) csv.add(run);
    text = csv.text();
  } else {
    for (const auto& run : runs) text += run_text(run, delivery.page(console));
  }
  delivery.deliver(text, console);
  return 0;
}

int delete_runs(const Arguments& arguments, const Console& console) {
  const auto& words = named(arguments);
  RunStore store(arguments.get("STORE"), Access::write);
  std::vector<store::RunRecord> records;
  records.reserve(words.size());
  // Every word is understood before anything is deleted.
  for (const auto& word : words) records.push_back(run_named(store, word));
  for (const auto& record : records) {
    if (!store.erase(record.key)) continue;
    console.out << console.catalogue().text("runs.deleted", short_key(record), record.scenario) << "\n";
  }
  return 0;
}

int export_runs(const Arguments& arguments, const Console& console) {
  const auto format = arguments.get("--format", "csv");
  if (format == "table") throw UsageError({"runs.no_table", {}}, {"app.expected_choice", {"csv, json"}});
  const Delivery delivery(arguments.find("--out"));
  const RunStore store(arguments.get("STORE"), Access::read);
  std::vector<store::RunRecord> records;
  for (const auto& word : arguments.several) records.push_back(run_named(store, word));
  if (arguments.several.empty()) records = store.list();
  const auto written = [&](auto rows) {
    for (const auto& record : records) rows.add(store.read(record.key));
    return rows.text();
  };
  delivery.deliver(format == "json" ? written(OutcomeJson()) : written(OutcomeCsv()), console);
  return 0;
}

}  // namespace

int run_runs(const Arguments& arguments, const Console& console) {
  const auto action = arguments.get("ACTION", "list");
  if (action == "list") return list_runs(arguments, console);
  if (action == "show") return show_runs(arguments, console);
  if (action == "delete") return delete_runs(arguments, console);
  if (action == "export") return export_runs(arguments, console);
  const std::vector<std::string> actions{"list", "show", "delete", "export"};
  const auto near = input::nearest(action, actions);
  throw UsageError({"runs.unknown_action", {action}}, {"app.expected_choice", {input::listed(actions)}},
                   near.empty() ? input::Message{} : input::Message{"app.did_you_mean", {near}});
}

}  // namespace jobcast::app
