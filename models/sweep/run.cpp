#include "models/sweep/run.hpp"

#include <algorithm>

#include "models/sweep/agenda.hpp"
#include "models/sweep/group_runner.hpp"

namespace jobcast::sweep {

forecast::Request request_of(const Sweep& sweep, const plan::Plan& plan, const Effort& effort) {
  return {.draws = sweep.draws,
          .seed = sweep.seed,
          .threads = effort.threads,
          .split_uncertainty = false,
          .until = until(sweep, plan)};
}

bool precise_enough(const Sweep& sweep, const std::vector<forecast::IndicatorForecast>& indicators, int draws) {
  if (!sweep.precision || draws >= sweep.precision->most_draws) return true;
  const auto last = std::find_if(indicators.rbegin(), indicators.rend(),
                                 [&](const auto& each) { return each.id == sweep.precision->indicator; });
  if (last == indicators.rend()) return true;
  // A chance that was never seen to fail is not certain for that: one draw in so many could have.
  const double error = std::max(last->monte_carlo_error, 1.0 / draws);
  return error < sweep.precision->error;
}

Ending run(const Sweep& sweep, const Effort& effort, const Audience& audience) {
  const auto known = [&](const Swept& swept) { return audience.known && audience.known(swept); };
  const Agenda agenda = make_agenda(sweep, known);
  if (audience.begin) audience.begin(agenda.count, agenda.known);
  GroupRunner runner(sweep, effort, audience);
  for (const Group& group : agenda.groups) {
    runner.run(group);
    if (runner.stopped()) break;
  }
  return runner.taken() == agenda.count - agenda.known ? Ending::complete : Ending::stopped;
}

}  // namespace jobcast::sweep
