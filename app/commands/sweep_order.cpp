#include "app/commands/sweep_order.hpp"

#include <limits>

#include "app/command_line/usage_error.hpp"
#include "app/report/numbers.hpp"
#include "models/sweep/scenarios.hpp"

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

}  // namespace

SweepOrder read_sweep_order(const Arguments& arguments, const Catalogue& catalogue) {
  SweepOrder order{.store = store_of(arguments),
                   .sweep = {},
                   .effort = {.threads = static_cast<int>(arguments.number("--threads", 0, 0, most_threads))},
                   .resume = arguments.flag("--resume"),
                   .keep_draws = arguments.flag("--keep-draws"),
                   .format = arguments.get("--format", "table")};
  order.sweep = sweep::load_sweep(arguments.get("FILE"));
  order.sweep.draws = static_cast<int>(
      arguments.number("--draws", static_cast<std::uint64_t>(order.sweep.draws), 1, sweep::most_draws));
  refuse_too_many(order.sweep, arguments.flag("--yes"), catalogue);
  return order;
}

}  // namespace jobcast::app
