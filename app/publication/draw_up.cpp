#include "app/publication/draw_up.hpp"

#include <algorithm>

#include "models/scenario/canonical.hpp"

namespace jobcast::app {
namespace {

/// `jobcast attribute` needs no more, and each costs one life a part of the plan.
constexpr int most_attribution_draws = 1000;

attribution::Attribution attribute(const Commission& commission, const Stages& stages) {
  attribution::Question question;
  question.request = commission.request;
  question.request.draws = std::min(question.request.draws, most_attribution_draws);
  const auto count = attribution::coalitions_of(commission.plan, question);
  std::size_t done = 0;
  return attribution::attribute(commission.plan, question, [&] { stages(++done, count); });
}

}  // namespace

Publication draw_up(const Commission& commission, const Catalogue& words, const Stages& stages) {
  const auto& [plan, scenario, request, backtest, calibrated] = commission;
  const auto parts = attribute(commission, stages);
  optimise::Question question;
  question.request = request;
  question.goal = {optimise::Goal::Kind::chance, question.target};
  question.front = optimise::FrontKind::money;
  std::size_t done = 0;
  const auto best_use = optimise::optimise(plan, question, [&](std::size_t expected) { stages(++done, expected); });
  const auto result = forecast::run(plan, scenario, request);
  const auto audit = audit::audit_plan(plan);
  const auto timetable = schedule::make_timetable(
      plan, scenario, {.draws = request.draws, .seed = request.seed, .threads = request.threads});
  const bool as_written = scenario::canonical(scenario) == scenario::canonical(scenario::as_written(plan));
  return publish({plan, result, parts, best_use, question.rules, audit, timetable, backtest, calibrated, as_written},
                 words);
}

}  // namespace jobcast::app
