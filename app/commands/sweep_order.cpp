#include "app/commands/sweep_order.hpp"
#include "app/commands/forecast_request.hpp"

#include <limits>

#include "app/command_line/usage_error.hpp"
#include "app/commands/posterior.hpp"
#include "app/report/numbers.hpp"
#include "models/sweep/scenarios.hpp"

namespace jobcast::app {
namespace {

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

/// Draws are kept unless they take more room than anyone would expect of a table of results.
KeepDraws keep_draws(const Arguments& arguments, const sweep::Sweep& sweep) {
  const bool all = arguments.flag("--keep-draws");
  const bool none = arguments.flag("--drop-draws");
  if (all && none) throw UsageError({"sweep.keep_and_drop", {}}, {"sweep.expected_keep_or_drop", {}});
  if (all) return KeepDraws::all;
  constexpr double most_bytes = 256e6;
  // Some six bytes a draw for each indicator, published and true, of two surveys a year (engine/store/packed_numbers).
  constexpr double bytes_a_draw = 6.0 * 6.0 * 2.0;
  const bool small = bytes_a_draw * sweep.draws * static_cast<double>(scenarios_of(sweep)) <= most_bytes;
  return none || !small ? KeepDraws::none : KeepDraws::new_ones;
}

std::size_t calibrated_plans(const sweep::Sweep& sweep) {
  std::size_t count = 0;
  for (std::size_t plan = 0; plan < sweep.plans.size(); ++plan) {
    if (sweep.plans[plan]->plan.posterior != nullptr) ++count;
  }
  return count;
}

}  // namespace

SweepOrder read_sweep_order(const Arguments& arguments, const Catalogue& catalogue) {
  SweepOrder order{.store = store_of(arguments),
                   .sweep = {},
                   .effort = {.threads = threads_of(arguments)},
                   .resume = arguments.flag("--resume"),
                   .keep = KeepDraws::new_ones,
                   .format = arguments.get("--format", "table")};
  if (arguments.flag("--prior")) {
    order.sweep = sweep::load_sweep(arguments.get("FILE"));
  } else {
    // Plans are read again later, when nobody reads sentences any more.
    const auto prepare = [&catalogue](plan::Plan& plan) { use_calibration(plan, catalogue); };
    order.sweep = sweep::load_sweep(arguments.get("FILE"), prepare);
    order.calibrated = calibrated_plans(order.sweep);
  }
  order.sweep.draws = static_cast<int>(
      arguments.number("--draws", static_cast<std::uint64_t>(order.sweep.draws), 1, sweep::most_draws));
  order.keep = keep_draws(arguments, order.sweep);
  refuse_too_many(order.sweep, arguments.flag("--yes"), catalogue);
  return order;
}

}  // namespace jobcast::app
