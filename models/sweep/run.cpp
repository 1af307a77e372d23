#include "models/sweep/run.hpp"

#include <algorithm>
#include <memory>
#include <optional>

#include "engine/parallel/assembly_line.hpp"
#include "engine/parallel/threads.hpp"
#include "models/forecast/futures.hpp"
#include "models/sweep/agenda.hpp"

namespace jobcast::sweep {
namespace {

/// Futures of so many draws are kept, some 7 kB each; with more, every scenario plays its own.
constexpr int most_kept_draws = 32'768;

/// A scenario and its answer.
struct Item {
  Swept swept;
  forecast::Drawn drawn;
};

class Runner {
 public:
  Runner(const Sweep& sweep, const Effort& effort, const Audience& audience)
      : sweep_(sweep), effort_(effort), audience_(audience) {}

  /// Runs a group with so many draws; those that are not precise enough then are run again with twice as many.
  void run(const Scenarios& scenarios, Group group) {
    for (int draws = sweep_.draws; !group.numbers.empty() && !stopped(); draws = more(draws)) {
      group.numbers = answer(scenarios, group, draws);
    }
  }

  [[nodiscard]] std::uint64_t taken() const { return taken_; }
  [[nodiscard]] bool stopped() const { return audience_.stopped && audience_.stopped(); }

 private:
  [[nodiscard]] int most_draws() const {
    return sweep_.precision ? std::max(sweep_.precision->most_draws, sweep_.draws) : sweep_.draws;
  }
  [[nodiscard]] int more(int draws) const { return draws > most_draws() / 2 ? most_draws() : 2 * draws; }

  /// Scenarios begun at a time: a thread computes one while another is taken. Large ones fill the machine alone.
  static std::size_t in_hand(int draws) {
    return draws > most_kept_draws ? 1 : 2 * static_cast<std::size_t>(parallel::threads_here());
  }

  /// Runs the scenarios of a group with so many draws and hands on what is finished. Returns those that are not.
  std::vector<std::uint64_t> answer(const Scenarios& scenarios, const Group& group, int draws) {
    const SweptPlan& county = sweep_.plans[group.plan];
    auto request = request_of(sweep_, county.plan, effort_);
    request.draws = draws;
    std::unique_ptr<const forecast::Futures> futures;
    if (group.one_county && draws <= most_kept_draws) {
      const Swept first = scenarios.at(group.numbers.front());
      futures = std::make_unique<forecast::Futures>(county.plan, first.scenario, request);
    }
    const auto answered = [&](const scenario::Scenario& scenario) {
      return futures ? futures->answer_here(scenario) : forecast::run_here(county.plan, scenario, request);
    };
    std::vector<std::uint64_t> again;
    parallel::on_threads(effort_.threads, [&] {
      std::size_t place = 0;
      const auto next = [&]() -> std::optional<std::uint64_t> {
        if (place == group.numbers.size() || stopped()) return std::nullopt;
        return group.numbers[place++];
      };
      const auto work = [&](std::uint64_t number) {
        Swept swept = scenarios.at(number);
        forecast::Drawn drawn = answered(swept.scenario);
        return Item{std::move(swept), std::move(drawn)};
      };
      const auto finish = [&](const Item& item) {
        if (draws < most_draws() && !precise_enough(sweep_, item.drawn.result.indicators, draws)) {
          again.push_back(item.swept.number);
        } else {
          ++taken_;
          if (audience_.take) audience_.take(item.swept, item.drawn);
        }
      };
      parallel::assembly_line(in_hand(draws), next, work, finish);
    });
    return again;
  }

  const Sweep& sweep_;
  const Effort& effort_;
  const Audience& audience_;
  std::uint64_t taken_ = 0;
};

}  // namespace

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
  Runner runner(sweep, effort, audience);
  std::size_t plan = 0;
  auto scenarios = std::make_unique<Scenarios>(sweep, plan);
  for (const Group& group : agenda.groups) {
    if (group.plan != plan) {
      plan = group.plan;
      scenarios = std::make_unique<Scenarios>(sweep, plan);
    }
    runner.run(*scenarios, group);
    if (runner.stopped()) break;
  }
  return runner.taken() == agenda.count - agenda.known ? Ending::complete : Ending::stopped;
}

}  // namespace jobcast::sweep
