#include "models/optimise/optimise.hpp"

#include <algorithm>
#include <cmath>

#include "models/optimise/front.hpp"
#include "models/optimise/simulate.hpp"

namespace jobcast::optimise {
namespace {

constexpr int most_response_draws = 1000;

Measures weights_of(const Goal& goal) {
  Measures weights{};
  weights[measure_of(goal)] = 1.0;
  return weights;
}

forecast::Request response_request(const forecast::Request& request) {
  auto other = request;
  other.draws = std::min(request.draws, most_response_draws);
  other.seed = request.seed + 1;
  return other;
}

bool keeps_all(const std::vector<Limit>& limits, const Allocation& county) {
  return std::all_of(limits.begin(), limits.end(), [&](const Limit& limit) { return keeps(limit, county); });
}

/// Every programme's county money times one number, so that the budget is used; nothing where that breaks a limit.
std::optional<Allocation> even_spread(const plan::Plan& plan, const std::vector<Limit>& limits) {
  const auto rows = movable_rows(plan);
  auto county = planned(plan);
  const double whole = sum_of(county, rows);
  const double budget = limits.front().sums.front().most;
  if (!(whole > 0.0)) return std::nullopt;
  for (const std::size_t row : rows) county[row] *= budget / whole;
  county = rounded(plan, county);
  return keeps_all(limits, county) ? std::optional(county) : std::nullopt;
}

/// The curves must reach as far as any question put to them.
Curves curves_for(const plan::Plan& plan, const std::vector<Limit>& limits, const Question& question,
                  const std::function<void(std::size_t)>& done) {
  const auto range = range_of(plan, limits);
  const response::Simulator simulator(plan, scenario::as_written(plan), response_request(question.request));
  return {plan, simulator, range.least, range.most, done};
}

void decide(const plan::Plan& plan, const Simulation& simulation, const Allocated& allocated, Optimum& optimum) {
  optimum.best = simulation.of(allocated.county);
  const bool plan_allowed = keeps_all(optimum.limits, planned(plan));
  if (!plan_allowed) {
    optimum.verdict = Verdict::reduced;
    if (const auto even = even_spread(plan, optimum.limits)) {
      optimum.even = simulation.of(*even);
      if (optimum.even->goal > optimum.best.goal) {
        optimum.best = *optimum.even;
        optimum.verdict = Verdict::worse;
      }
    }
  } else if (allocated.county == planned(plan)) {
    optimum.verdict = Verdict::nothing_better;
  } else if (optimum.best.goal <= optimum.plan.goal) {
    optimum.best = optimum.plan;
    optimum.verdict = Verdict::worse;
  } else {
    optimum.verdict = Verdict::improved;
  }
}

}  // namespace

Optimum optimise(const plan::Plan& plan, const Question& question, const std::function<void(std::size_t)>& done) {
  Optimum optimum;
  optimum.goal = question.goal;
  optimum.target = question.target;
  optimum.draws = question.request.draws;
  optimum.response_draws = response_request(question.request).draws;
  optimum.seed = question.request.seed;
  optimum.front_kind = question.front;
  optimum.limits = limits_of(plan, question.rules);
  optimum.conflict = conflict_of(plan, optimum.limits);
  if (!optimum.conflict.empty()) return optimum;
  if (movable_rows(plan).empty()) {
    const Simulation simulation(plan, question);
    optimum.plan = optimum.best = simulation.of(planned(plan));
    optimum.survey_error = simulation.survey_error();
    return optimum;
  }
  const auto curves = curves_for(plan, optimum.limits, question, done);
  const auto allocated = allocate(plan, curves, optimum.limits, weights_of(question.goal));
  const Simulation simulation(plan, question);
  optimum.plan = simulation.of(planned(plan));
  optimum.survey_error = simulation.survey_error();
  optimum.best = optimum.plan;
  if (allocated) {
    optimum.predicted = allocated->predicted;
    optimum.prices = allocated->prices;
    decide(plan, simulation, *allocated, optimum);
  }
  optimum.front = front_of(plan, question, curves, optimum.limits, simulation);
  return optimum;
}

}  // namespace jobcast::optimise
