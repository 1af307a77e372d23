#include "models/forecast/summarise.hpp"

#include "engine/parallel/loop.hpp"

namespace jobcast::forecast {

CountySummary summarise_county(const CountyModel& county, const CountyOutcomes& outcomes) {
  CountySummary summary;
  parallel::together([&] { summarise_behaviour(county, outcomes, summary); },
                     [&] { summarise_population(county, outcomes, summary); });
  list_fit(county, summary);
  return summary;
}

Result summarise(const Played& played) {
  Result result;
  result.plan_id = played.county.plan.id;
  result.scenario = played.scenario.id;
  result.scenario_title = played.scenario.title;
  result.as_of = played.county.plan.as_of;
  result.seed = played.request.seed;
  result.draws = played.request.draws;
  result.starting_levels = played.of_county.starting_levels;
  result.population = played.of_county.population;
  result.flows = played.of_county.flows;
  result.fit = played.of_county.fit;
  parallel::together([&] { summarise_indicators(played, result); }, [&] { summarise_change(played, result); },
                     [&] { summarise_uncertainty(played, result); }, [&] { summarise_jobs(played, result); });
  return result;
}

}  // namespace jobcast::forecast
