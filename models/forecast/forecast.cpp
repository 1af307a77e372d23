#include "models/forecast/forecast.hpp"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_invoke.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <optional>

#include "models/forecast/county.hpp"
#include "models/forecast/county_model.hpp"
#include "models/forecast/outcomes.hpp"
#include "models/forecast/summarise.hpp"

namespace jobcast::forecast {
namespace {

/// One draw in so many is played again for the split of the uncertainty, whose shares need no more precision than
/// that gives: at 2,500 draws a share of one half is good to about 2 points.
constexpr int draws_per_replicated = 4;
constexpr int fewest_replicated = 2000;

int replicated_draws(int draws) { return std::min(draws, std::max(fewest_replicated, draws / draws_per_replicated)); }

void play_blocks(const CountyModel& model, const Streams& streams, Outcomes& outcomes) {
  tbb::enumerable_thread_specific<County> counties([&] { return County(model); });
  tbb::parallel_for(0, outcomes.block_count(), [&](int block) {
    counties.local().play(streams, static_cast<std::uint32_t>(block * units::lane_count), outcomes);
  });
}

/// The parts of a result touch different members, so they are made at the same time.
void summarise(const CountyModel& model, const scenario::Scenario& scenario, const Outcomes& outcomes, Result& result) {
  tbb::parallel_invoke([&] { summarise_indicators(model, outcomes, result); },
                       [&] { summarise_change(model, outcomes, result); },
                       [&] { summarise_uncertainty(model, outcomes, result); },
                       [&] { summarise_jobs(model, scenario, outcomes, result); },
                       [&] { summarise_population(model, outcomes, result); });
  list_fit(model, result);
}

}  // namespace

Result run(const plan::Plan& plan, const scenario::Scenario& scenario, const Request& request) {
  const CountyModel model(plan, scenario, request.until);
  Outcomes outcomes(request.draws, model.calendar.surveys.size(), model.calendar.whole_years.size(),
                    replicated_draws(request.draws));
  Result result{.plan_id = plan.id,
                .scenario = scenario.id,
                .scenario_title = scenario.title,
                .as_of = plan.as_of,
                .seed = request.seed,
                .draws = request.draws,
                .indicators = {},
                .starting_levels = {},
                .change = {},
                .uncertainty = {},
                .jobs = {},
                .population = {},
                .flows = {},
                .fit = {}};
  // An arena alone may only use fewer threads than there are cores; with the control it gets what was asked for.
  std::optional<tbb::global_control> threads;
  if (request.threads > 0) {
    threads.emplace(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(request.threads));
  }
  tbb::task_arena arena(request.threads > 0 ? request.threads : tbb::task_arena::automatic);
  arena.execute([&] {
    play_blocks(model, Streams(request.seed), outcomes);
    summarise(model, scenario, outcomes, result);
  });
  return result;
}

}  // namespace jobcast::forecast
