#include "models/sweep/group_runner.hpp"

#include <algorithm>
#include <optional>

#include "engine/parallel/assembly_line.hpp"
#include "engine/parallel/threads.hpp"

namespace jobcast::sweep {
namespace {

/// Futures of so many draws are kept, some 7 kB each; with more, every scenario plays its own.
constexpr int most_kept_draws = 32'768;

/// A scenario and its answer.
struct Item {
  Swept swept;
  forecast::Drawn drawn;
};

/// Scenarios begun at a time: a thread computes one while another is taken. Large ones fill the machine alone.
std::size_t in_hand(int draws) {
  return draws > most_kept_draws ? 1 : 2 * static_cast<std::size_t>(parallel::threads_here());
}

}  // namespace

GroupRunner::GroupRunner(const Sweep& sweep, const Effort& effort, const Audience& audience)
    : sweep_(sweep), effort_(effort), audience_(audience) {}

void GroupRunner::run(Group group) {
  for (int draws = sweep_.draws; !group.numbers.empty() && !stopped(); draws = more(draws)) {
    group.numbers = answer(group, draws);
  }
}

int GroupRunner::most_draws() const {
  return sweep_.precision ? std::max(sweep_.precision->most_draws, sweep_.draws) : sweep_.draws;
}

int GroupRunner::more(int draws) const { return draws > most_draws() / 2 ? most_draws() : 2 * draws; }

const Scenarios& GroupRunner::scenarios_of(std::size_t plan) {
  if (plan_ != plan) {
    scenarios_ = std::make_unique<Scenarios>(sweep_, plan);
    plan_ = plan;
  }
  return *scenarios_;
}

const forecast::Futures* GroupRunner::futures_of(const Group& group, const forecast::Request& request) {
  if (!group.one_county || request.draws > most_kept_draws) {
    kept_.reset();
    return nullptr;
  }
  const Scenarios& scenarios = scenarios_of(group.plan);
  const plan::Plan& plan = scenarios.plan();
  const Swept first = scenarios.at(group.numbers.front());
  auto county = forecast::county_key(plan, first.scenario);
  const bool there = kept_ && kept_->plan == group.plan && kept_->county == county && kept_->draws == request.draws;
  if (!there) {
    kept_.reset();  // before the next take their place, so that there is one at a time
    kept_.reset(
        new Kept{group.plan, std::move(county), request.draws, forecast::Futures(plan, first.scenario, request)});
  }
  return &kept_->futures;
}

/// Runs the scenarios of a group with so many draws and hands on what is finished. Returns those that are not.
std::vector<std::uint64_t> GroupRunner::answer(const Group& group, int draws) {
  const Scenarios& scenarios = scenarios_of(group.plan);
  const plan::Plan& plan = scenarios.plan();
  auto request = request_of(sweep_, plan, effort_);
  request.draws = draws;
  const forecast::Futures* futures = futures_of(group, request);
  const auto answered = [&](const scenario::Scenario& scenario) {
    return futures != nullptr ? futures->answer_here(scenario) : forecast::run_here(plan, scenario, request);
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

}  // namespace jobcast::sweep
