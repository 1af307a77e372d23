#include "app/commands/ranked_sweep.hpp"

#include <optional>
#include <sstream>

#include "app/command_line/usage_error.hpp"
#include "app/commands/carry_out_sweep.hpp"
#include "app/commands/stop_signal.hpp"
#include "engine/ranks/team.hpp"
#include "models/sweep/ranks.hpp"

namespace jobcast::app {
namespace {

constexpr int bad_input = 2;

/// Where nothing is said twice: the faults of a follower, for the leader to tell.
struct Silence {
  explicit Silence(const Console& like) : console{out, error, like.page, Paint(false)} {}

  std::ostringstream out;
  std::ostringstream error;
  Console console;
};

std::string ranks_of(const ranks::Launch& launch) { return std::to_string(launch.size); }

/// Several processes that do not know of each other would all write the one store.
int refuse(const ranks::Launch& launch) {
  if (launch.rank != ranks::Team::leader) return bad_input;
  if (ranks::can_team_up()) {
    throw UsageError({"ranks.other_mpi", {ranks_of(launch)}}, {"ranks.expected_same_mpi", {}},
                     {"ranks.mend_same_mpi", {}});
  }
  throw UsageError({"ranks.no_mpi", {ranks_of(launch)}}, {"ranks.expected_mpi", {}}, {"ranks.mend_mpi", {}});
}

SweepOrder order_of(const Arguments& arguments, const ranks::Team& team, const Console& console) {
  auto order = read_sweep_order(arguments, console.catalogue());
  if (order.effort.threads == 0) order.effort.threads = team.cores();
  return order;
}

sweep::Ending run_as_leader(ranks::Team& team, const SweepOrder& order, const sweep::Audience& audience,
                            SweptRuns& runs, Progress& progress) {
  try {
    return sweep::Leader(team, order.sweep, order.effort).run(audience, [&](std::string_view bytes) {
      runs.take(placed_run_from(bytes));
      progress.advance();
    });
  } catch (const sweep::FollowerFailed& failed) {
    throw WorkFailed({"ranks.failed", {std::to_string(failed.rank()), failed.what()}});
  } catch (const OtherInputs&) {
    throw WorkFailed({"ranks.other_inputs", {}}, {"ranks.expected_same_inputs", {}});
  }
}

int lead(ranks::Team& team, const Arguments& arguments, const Console& console) {
  bool gathered = false;
  bool at_work = false;
  const auto gather = [&] {
    gathered = true;
    try {
      sweep::Leader::gather(team);
    } catch (const sweep::FollowerFailed& failed) {
      throw WorkFailed({"ranks.failed", {std::to_string(failed.rank()), failed.what()}});
    }
  };
  const int code = exit_code_of(console, [&] {
    const Delivery delivery(arguments.find("--out"));
    const auto order = order_of(arguments, team, console);
    gather();
    return carry_out_sweep(order, delivery, console,
                           [&](const sweep::Audience& audience, SweptRuns& runs, Progress& progress) {
                             at_work = true;
                             const auto ending = run_as_leader(team, order, audience, runs, progress);
                             at_work = false;
                             return ending;
                           });
  });
  if (at_work) team.abort(code);
  if (!gathered) {
    // What is wrong here is wrong there too, and has been said.
    const Silence silence(console);
    exit_code_of(silence.console, [&] {
      gather();
      return 0;
    });
  }
  sweep::Leader::dismiss(team, code);
  return code;
}

int follow(ranks::Team& team, const Arguments& arguments, const Console& console) {
  const Silence silence(console);
  int code = 0;
  const int fault = exit_code_of(silence.console, [&] {
    const auto order = order_of(arguments, team, console);
    RunMaker maker(order.sweep, order.effort, order.keep);
    const StopSignal stop;
    const auto pack = [&](const sweep::Swept& swept, const forecast::Drawn& drawn) {
      return to_bytes(PlacedRun{swept.plan, swept.number, maker.run(swept, drawn)});
    };
    code = sweep::follow(team, order.sweep, order.effort, pack, [&] { return stop.came(); });
    return 0;
  });
  return fault == 0 ? code : sweep::give_up(team, silence.error.str());
}

}  // namespace

int run_ranked_sweep(const Arguments& arguments, const ranks::Launch& launch, const Console& console) {
  std::optional<ranks::Team> team;
  try {
    team.emplace(launch);
  } catch (const ranks::NotTogether&) {
    return refuse(launch);
  }
  return team->leads() ? lead(*team, arguments, console) : follow(*team, arguments, console);
}

}  // namespace jobcast::app
