#include <unistd.h>

#include <limits>
#include <ostream>

#include "app/command_line/usage_error.hpp"
#include "app/commands/commands.hpp"
#include "app/commands/deliver.hpp"
#include "app/commands/posterior.hpp"
#include "app/commands/progress.hpp"
#include "app/commands/stop_signal.hpp"
#include "app/commands/swept_runs.hpp"
#include "app/report/faults.hpp"
#include "app/report/numbers.hpp"

namespace jobcast::app {
namespace {

constexpr std::uint64_t most_threads = 1024;
constexpr std::uint64_t many_scenarios = 100'000;      ///< from here on --yes must be said
constexpr std::uint64_t most_scenarios = 100'000'000;  ///< more do not fit into memory

std::string store_of(const Arguments& arguments) {
  auto store = arguments.get("--store");
  if (store.empty()) throw UsageError({"sweep.missing_store", {}}, {"sweep.expected_store", {}});
  return store;
}

std::uint64_t scenarios_of(const sweep::Sweep& sweep) {
  std::uint64_t count = 0;
  for (std::size_t plan = 0; plan < sweep.plans.size(); ++plan) {
    const auto more = sweep::Scenarios::count(sweep, plan);
    count = more > std::numeric_limits<std::uint64_t>::max() - count ? std::numeric_limits<std::uint64_t>::max()
                                                                     : count + more;
  }
  return count;
}

/// A slip of the pen can ask for years of work.
void refuse_too_many(const sweep::Sweep& sweep, bool agreed, const Catalogue& catalogue) {
  const auto count = scenarios_of(sweep);
  const auto words = [](std::uint64_t number) { return grouped(static_cast<double>(number)); };
  const bool uncountable = count == std::numeric_limits<std::uint64_t>::max();
  const auto found = uncountable ? catalogue.text("sweep.more_than", words(most_scenarios)) : words(count);
  if (count > most_scenarios) {
    throw UsageError({"sweep.many", {found}}, {"sweep.expected_fewest", {words(most_scenarios)}},
                     {"sweep.mend_fewer", {}});
  }
  if (count > many_scenarios && !agreed) {
    throw UsageError({"sweep.many", {found}}, {"sweep.expected_many", {words(many_scenarios)}},
                     {"sweep.mend_many", {}});
  }
}

std::string report_of(const SweepTable& table, const std::string& format, const Page& page) {
  if (format == "json") return sweep_json(table);
  if (format == "csv") return sweep_csv(table);
  return sweep_text(table, page);
}

}  // namespace

int run_sweep(const Arguments& arguments, const Console& console) {
  const auto path = store_of(arguments);
  const sweep::Effort effort{.threads = static_cast<int>(arguments.number("--threads", 0, 0, most_threads))};
  const Delivery delivery(arguments.find("--out"));
  auto sweep = sweep::load_sweep(arguments.get("FILE"));
  sweep.draws =
      static_cast<int>(arguments.number("--draws", static_cast<std::uint64_t>(sweep.draws), 1, sweep::most_draws));
  refuse_too_many(sweep, arguments.flag("--yes"), console.catalogue());
  if (!arguments.flag("--prior")) {
    for (auto& swept : sweep.plans) use_calibration(swept.plan, console.catalogue());
  }

  // From here on Ctrl-C means: finish what is in hand.
  const StopSignal stop;
  store::RunStore store(path, arguments.flag("--resume") ? store::Access::write : store::Access::create);
  SweptRuns runs(sweep, effort, store, arguments.flag("--keep-draws"));
  Progress progress(console.error, console.catalogue(), isatty(STDERR_FILENO) == 1);
  std::uint64_t count = 0;
  const auto ending = sweep::run(sweep, effort,
                                 {.known = [&](const sweep::Swept& swept) { return runs.known(swept); },
                                  .begin =
                                      [&](std::uint64_t all, std::uint64_t known) {
                                        count = all;
                                        progress.begin(all, known);
                                      },
                                  .take =
                                      [&](const sweep::Swept& swept, const forecast::Drawn& drawn) {
                                        runs.take(swept, drawn);
                                        progress.advance();
                                      },
                                  .stopped = [&] { return stop.came(); }});
  progress.end();
  if (ending == sweep::Ending::stopped) {
    console.error << fault_text(
        {{}, {"sweep.stopped", {std::to_string(runs.size()), std::to_string(count), path}}, {}, {}},
        console.catalogue(), console.error_paint);
    return stop.exit_code();
  }
  delivery.deliver(report_of(runs.table(), arguments.get("--format", "table"), delivery.page(console)), console);
  return 0;
}

}  // namespace jobcast::app
