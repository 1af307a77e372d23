#include "models/gap/money.hpp"

#include <algorithm>
#include <cmath>

namespace jobcast::gap {
namespace {

constexpr std::array growths{1.1, 1.25, 1.5, 2.0, 3.0, 5.0, most_growth};
constexpr std::array cuts{0.9, 0.75, 0.5, 0.25, 0.0};
constexpr int halvings = 8;
constexpr double normal_95 = 1.96;

/// What is kept of a scenario that was asked.
struct Answer {
  double ratio = 1.0;
  double won = 0.0;  ///< of all money
  Chance chance;
  response::Difference persons;
  double unfilled = 0.0;
};

/// One purse on its way to the answer.
struct Search {
  Lever lever;
  double won_now = 0.0;
  std::vector<Answer> steps;      ///< from now outwards
  std::size_t low = 0, high = 0;  ///< steps between which the chance is reached
  bool bracketed = false;
  Answer below, above;  ///< the bracket as it shrinks; `above` reaches the chance
};

double unfilled_share(const response::Outcomes& outcomes, const Lever& lever) {
  double unfilled = 0.0;
  double slots = 0.0;
  for (std::size_t sector = 0; sector < plan::sectors.size(); ++sector) {
    if (lever.sector && *lever.sector != plan::sectors[sector]) continue;
    unfilled += outcomes.sectors[sector].unfilled;
    slots += outcomes.sectors[sector].unfilled + outcomes.sectors[sector].at_work;
  }
  return slots > 0.0 ? unfilled / slots : 0.0;
}

class Searcher {
 public:
  Searcher(const plan::Plan& plan, const scenario::Scenario& scenario, const Question& question,
           const response::Simulator& simulator, const response::Outcomes& now,
           const std::function<void(std::size_t)>& done)
      : plan_(plan),
        scenario_(scenario),
        question_(question),
        simulator_(simulator),
        now_(now),
        done_(done),
        won_now_(static_cast<double>(money_of(plan, scenario).value())) {
    for (const auto& lever : levers_of(plan, scenario)) {
      Search search;
      search.lever = lever;
      search.won_now = static_cast<double>(money_of(plan, scenario, lever).value());
      search.steps.push_back(answer_of(now, lever, 1.0, scenario));
      searches_.push_back(std::move(search));
    }
    already_ = !searches_.empty() && enough(searches_.front().steps.front());
  }

  std::vector<MoneyNeed> find() {
    take_steps();
    for (auto& search : searches_) bracket(search);
    for (int round = 0; round < halvings; ++round) halve();
    std::vector<MoneyNeed> needs;
    for (const auto& search : searches_) needs.push_back(need_of(search));
    return needs;
  }

 private:
  [[nodiscard]] bool enough(const Answer& answer) const { return answer.chance.value >= question_.chance; }

  [[nodiscard]] Answer answer_of(const response::Outcomes& outcomes, const Lever& lever, double ratio,
                                 const scenario::Scenario& asked) const {
    const auto met = response::met(outcomes, plan_.indicator(question_.target));
    return {.ratio = ratio,
            .won = static_cast<double>(money_of(plan_, asked).value()),
            .chance = {met.estimate(), met.standard_error()},
            .persons = response::difference(now_.additional, outcomes.additional),
            .unfilled = unfilled_share(outcomes, lever)};
  }

  struct Ask {
    Search* search;
    double ratio;
  };
  [[nodiscard]] std::vector<Answer> ask(const std::vector<Ask>& asks) const {
    std::vector<scenario::Scenario> scenarios;
    for (const auto& each : asks) scenarios.push_back(moved(scenario_, each.search->lever, each.ratio));
    const auto found = simulator_.outcomes(scenarios, [&] { done_(expected_); });
    std::vector<Answer> answers;
    for (std::size_t i = 0; i < asks.size(); ++i) {
      answers.push_back(answer_of(found[i], asks[i].search->lever, asks[i].ratio, scenarios[i]));
    }
    return answers;
  }

  void take_steps() {
    std::vector<Ask> asks;
    for (auto& search : searches_) {
      if (already_) {
        for (const double ratio : cuts) asks.push_back({&search, ratio});
      } else {
        for (const double ratio : growths) asks.push_back({&search, ratio});
      }
    }
    expected_ = asks.size() + searches_.size() * halvings;
    const auto answers = ask(asks);
    for (std::size_t i = 0; i < asks.size(); ++i) asks[i].search->steps.push_back(answers[i]);
  }

  /// The first step out at which the chance is reached, or with money to spare the last before it is lost.
  void bracket(Search& search) const {
    for (std::size_t step = 1; step < search.steps.size(); ++step) {
      if (enough(search.steps[step]) == already_) continue;
      search.bracketed = true;
      search.low = step - 1;
      search.high = step;
      search.below = search.steps[already_ ? step : step - 1];
      search.above = search.steps[already_ ? step - 1 : step];
      return;
    }
  }

  void halve() {
    std::vector<Ask> asks;
    for (auto& search : searches_) {
      if (search.bracketed) asks.push_back({&search, 0.5 * (search.below.ratio + search.above.ratio)});
    }
    if (asks.empty()) return;
    const auto answers = ask(asks);
    for (std::size_t i = 0; i < asks.size(); ++i) {
      auto& search = *asks[i].search;
      (enough(answers[i]) ? search.above : search.below) = answers[i];
    }
  }

  void tell(MoneyNeed& need, const Answer& answer) const {
    need.ratio = answer.ratio;
    need.won = answer.won - won_now_;
    need.persons = answer.persons;
    need.chance = answer.chance;
    need.unfilled = answer.unfilled;
  }

  [[nodiscard]] MoneyNeed need_of(const Search& search) const {
    MoneyNeed need;
    need.lever = search.lever;
    need.won_now = search.won_now;
    need.already = already_;
    if (already_) {
      need.reached = true;
      tell(need, search.bracketed ? search.above : search.steps.back());
    } else if (search.bracketed) {
      need.reached = true;
      tell(need, search.above);
      add_interval(need, search);
    } else {
      const auto best = std::max_element(search.steps.begin(), search.steps.end(),
                                         [](const auto& a, const auto& b) { return a.chance.value < b.chance.value; });
      tell(need, *best);
      need.obstacle = obstacle(search, *best);
    }
    return need;
  }

  /// The error of a chance is worth so much money as the chance rises by in the bracket that was found.
  void add_interval(MoneyNeed& need, const Search& search) const {
    const auto& from = search.steps[search.low];
    const auto& to = search.steps[search.high];
    const double rise = to.chance.value - from.chance.value;
    if (!(rise > 0.0)) return;
    const double error = normal_95 * need.chance.monte_carlo_error * (to.won - from.won) / rise;
    need.low = std::max(0.0, need.won - error);
    need.high = need.won + error;
  }

  [[nodiscard]] static Obstacle obstacle(const Search& search, const Answer& best) {
    const auto& now = search.steps.front();
    const auto& last = search.steps.back();
    const bool moves = std::abs(last.persons.mean) > 2.0 * last.persons.monte_carlo_error ||
                       std::abs(last.chance.value - now.chance.value) > last.chance.monte_carlo_error;
    if (!moves || !(best.chance.value > now.chance.value)) return Obstacle::no_effect;
    constexpr double many = 0.1;
    return last.unfilled >= many ? Obstacle::saturated : Obstacle::too_small;
  }

  const plan::Plan& plan_;
  const scenario::Scenario& scenario_;
  const Question& question_;
  const response::Simulator& simulator_;
  const response::Outcomes& now_;
  const std::function<void(std::size_t)>& done_;
  double won_now_;
  bool already_ = false;
  std::size_t expected_ = 0;
  std::vector<Search> searches_;
};

}  // namespace

std::vector<MoneyNeed> find_money(const plan::Plan& plan, const scenario::Scenario& scenario, const Question& question,
                                  const response::Simulator& simulator, const response::Outcomes& now,
                                  const std::function<void(std::size_t)>& done) {
  return Searcher(plan, scenario, question, simulator, now, done).find();
}

}  // namespace jobcast::gap
