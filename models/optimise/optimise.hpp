#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "models/optimise/allocate.hpp"

namespace jobcast::optimise {

enum class FrontKind { none, money, youth_seniors };

struct Question {
  forecast::Request request;  ///< of the simulation of the optimum
  Goal goal;
  plan::Indicator::Id target = plan::Indicator::Id::employment_rate_15_64;  ///< whose chance is told beside
  Rules rules;
  FrontKind front = FrontKind::none;
};

/// What an allocation comes to when it is simulated, and its difference from the plan in the same futures.
struct Simulated {
  Allocation county;
  double county_won = 0.0;
  double all_won = 0.0;
  double goal = 0.0;  ///< mean; a chance
  response::Difference goal_change;
  double chance = 0.0;  ///< of the target
  response::Difference chance_change;
  std::array<double, plan::indicator_names.size()> truth{};  ///< means
  std::array<response::Difference, plan::indicator_names.size()> truth_change;
  double youth = 0.0, seniors = 0.0;  ///< employed residents of 15-29, of 65 and over; means
  response::Difference youth_change, seniors_change;
  response::Difference additional_change;  ///< employed residents whom programmes add
};

enum class Verdict {
  improved,
  nothing_better,  ///< the limits leave the plan, or nothing within them is better
  worse,           ///< the optimum of the curves was worse when it was simulated: the plan is kept
  reduced          ///< the plan itself breaks the limits; the best within them
};

/// A point of a front.
struct FrontPoint {
  double parameter = 0.0;  ///< county money allowed over the usual, or the weight of youth
  bool feasible = true;
  bool dominated = false;  ///< another point is no worse in both and better in one
  Simulated simulated;
};

struct Optimum {
  Goal goal;
  plan::Indicator::Id target = plan::Indicator::Id::employment_rate_15_64;
  int draws = 0;
  int response_draws = 0;
  std::uint64_t seed = 0;
  std::vector<Limit> limits;
  std::vector<Limit> conflict;  ///< not empty: nothing else is answered
  Verdict verdict = Verdict::nothing_better;
  Simulated plan, best;
  std::optional<Simulated> even;  ///< where the plan breaks the limits: every programme cut or raised alike, if allowed
  double predicted = 0.0;         ///< change of the goal by the curves
  double survey_error = 0.0;      ///< of the goal's (the target's) published figure, in its unit
  std::vector<Price> prices;
  FrontKind front_kind = FrontKind::none;
  std::vector<FrontPoint> front;
};

/// The best reallocation of county money. Programmes' responses come from few draws of another seed, the answer from
/// simulating the optimum and the plan in the request's own futures: what is told was not fitted to. Never worse than
/// the plan where the plan keeps the limits. Throws as a forecast does.
Optimum optimise(
    const plan::Plan& plan, const Question& question,
    const std::function<void(std::size_t expected)>& done = [](std::size_t) {});

}  // namespace jobcast::optimise
