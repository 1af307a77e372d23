#include "models/forecast/summarise.hpp"

#include <tbb/parallel_invoke.h>

namespace jobcast::forecast {

Result summarise(const Played& played) {
  Result result;
  result.plan_id = played.county.plan.id;
  result.scenario = played.scenario.id;
  result.scenario_title = played.scenario.title;
  result.as_of = played.county.plan.as_of;
  result.seed = played.request.seed;
  result.draws = played.request.draws;
  tbb::parallel_invoke([&] { summarise_indicators(played, result); }, [&] { summarise_change(played, result); },
                       [&] { summarise_uncertainty(played, result); }, [&] { summarise_jobs(played, result); },
                       [&] { summarise_population(played, result); });
  list_fit(played.county, result);
  return result;
}

}  // namespace jobcast::forecast
