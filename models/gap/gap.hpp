#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "models/forecast/forecast.hpp"
#include "models/gap/lever.hpp"
#include "models/response/outcomes.hpp"

namespace jobcast::gap {

struct Question {
  forecast::Request request;
  plan::Indicator::Id target = plan::Indicator::Id::employment_rate_15_64;
  double chance = 0.8;  ///< wanted, in (0, 1)
};

/// A chance of meeting the target.
struct Chance {
  double value = 0.0;
  double monte_carlo_error = 0.0;
};

/// More people at work, whatever the money.
struct PersonsNeed {
  double chance = 0.0;            ///< wanted
  std::optional<double> persons;  ///< below zero: that many may be missing; nothing: out of reach
  /// Within which the number lies, the draws being finite (95 %); an end that is out of reach is nothing.
  std::optional<double> low, high;
};

/// What stands in the way of a purse that cannot do it.
enum class Obstacle {
  none,       ///< it can
  no_effect,  ///< its money does not raise the chance
  saturated,  ///< of its slots many find nobody eligible
  too_small   ///< it works, but not enough
};

/// More (or less) money in one purse.
struct MoneyNeed {
  Lever lever;
  double won_now = 0.0;
  bool reached = false;
  bool already = false;             ///< reached with what there is; `won` is then what can be spared, at or below zero
  double ratio = 1.0;               ///< of the purse's money to what it has; where not reached, of the best
  double won = 0.0;                 ///< more money in all, matched money with it
  std::optional<double> low, high;  ///< 95 %, by the draws; where reached and not already
  response::Difference persons;     ///< additional employed residents for it
  Chance chance;                    ///< at that ratio; where not reached: the highest seen
  double unfilled = 0.0;            ///< share of the purse's slots, at that ratio, for which nobody was left
  Obstacle obstacle = Obstacle::none;
};

struct Gap {
  plan::Indicator::Id target = plan::Indicator::Id::employment_rate_15_64;
  int draws = 0;
  std::uint64_t seed = 0;
  double wanted = 0.0;
  Chance now;
  double mean_truth = 0.0;         ///< of the indicator, now
  double survey_error = 0.0;       ///< of the survey's figure, in the indicator's unit
  PersonsNeed persons;             ///< for the wanted chance
  double everybody = 0.0;          ///< persons who could be put to work at most
  Chance highest;                  ///< with everybody at work
  std::vector<PersonsNeed> table;  ///< for other chances
  std::vector<MoneyNeed> money;    ///< the whole, sectors, sources
};

/// Money is looked for up to so many times what a purse holds.
inline constexpr double most_growth = 10.0;
/// Chances that the table tells persons for.
inline constexpr std::array table_chances{0.5, 0.6, 0.7, 0.8, 0.9, 0.95};

/// How many more people or how much more money the target takes. Chances are those of the published figure in the
/// October survey, as a forecast of the same draws and seed gives them. Throws as a forecast does.
///
/// Money is bisected between steps of growth from 1.1 to 10 times: the least of them that does. `done` is called after
/// each scenario, with how many are known to be asked in all.
Gap find_gap(
    const plan::Plan& plan, const scenario::Scenario& scenario, const Question& question,
    const std::function<void(std::size_t expected)>& done = [](std::size_t) {});

}  // namespace jobcast::gap
