#include "models/tracking/track.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/stats/moments.hpp"
#include "engine/stats/weighted.hpp"
#include "models/attribution/attribution.hpp"
#include "models/forecast/futures.hpp"
#include "models/forecast/summary_of.hpp"
#include "models/tracking/executions.hpp"
#include "models/tracking/sectors.hpp"

namespace jobcast::tracking {
namespace {

using forecast::Drawn;
using forecast::ScenarioOutcomes;
using forecast::Summary;
using Column = std::span<const double>;
using Weights = std::vector<double>;

/// A programme's points need no more: differences in the same futures are sharp.
constexpr int most_cost_draws = 1000;
constexpr auto rate = static_cast<std::size_t>(plan::Indicator::Id::employment_rate_15_64);
constexpr auto employed = static_cast<std::size_t>(plan::Indicator::Id::employed_persons);

std::size_t last_survey(const Drawn& drawn) { return drawn.result.indicators.size() / forecast::indicator_count - 1; }

Column truth_of(const Drawn& drawn, std::size_t indicator) {
  return drawn.outcomes.numbers.column(ScenarioOutcomes::truth(last_survey(drawn), indicator));
}

Column published_of(const Drawn& drawn, std::size_t indicator) {
  return drawn.outcomes.numbers.column(ScenarioOutcomes::published(last_survey(drawn), indicator));
}

/// Mean of `after` less that of `before`, draw by draw; draws of `after` count by their weights.
Difference difference_of(Column before, Column after, const Weights& weights) {
  const auto n = static_cast<double>(before.size());
  const auto weighted = [&](double off, std::size_t draw) { return weights.empty() ? off / n : weights[draw] * off; };
  const double mean_before = forecast::mean_of(before);
  const double mean_after = weights.empty() ? forecast::mean_of(after) : stats::weighted_mean(after, weights);
  stats::CompensatedSum squares;
  for (std::size_t draw = 0; draw < before.size(); ++draw) {
    const double term = weighted(after[draw] - mean_after, draw) - (before[draw] - mean_before) / n;
    squares.add(term * term);
  }
  return {mean_after - mean_before, std::sqrt(squares.value())};
}

Summary weighted_summary(Column draws, const Weights& weights) {
  constexpr std::array shares{0.05, 0.25, 0.5, 0.75, 0.95};
  const auto quantiles = stats::weighted_quantiles(draws, weights, shares);
  return {.mean = stats::weighted_mean(draws, weights),
          .sd = std::sqrt(stats::weighted_variance(draws, weights)),
          .p05 = quantiles[0],
          .p25 = quantiles[1],
          .p50 = quantiles[2],
          .p75 = quantiles[3],
          .p95 = quantiles[4]};
}

/// 1 where a figure meets the target.
Weights met(Column figures, double target, survey::PublishedStep step) {
  Weights hits;
  for (const double figure : figures) hits.push_back(survey::meets_target(figure, target, step) ? 1.0 : 0.0);
  return hits;
}

TrackedIndicator indicator_of(const plan::Plan& plan, const Drawn& before, const Drawn& after, std::size_t index,
                              const Weights& weights) {
  const std::size_t place = last_survey(before) * forecast::indicator_count + index;
  TrackedIndicator tracked{.before = before.result.indicators[place],
                           .after = after.result.indicators[place],
                           .published = {},
                           .chance = {}};
  const survey::PublishedStep step(plan.indicator(tracked.before.id).rounding);
  const auto hits_before = met(published_of(before, index), tracked.before.target, step);
  const auto hits_after = met(published_of(after, index), tracked.before.target, step);
  tracked.published = difference_of(published_of(before, index), published_of(after, index), weights);
  tracked.chance = difference_of(hits_before, hits_after, weights);
  if (weights.empty()) return tracked;
  auto& shown = tracked.after;
  shown.published = weighted_summary(published_of(after, index), weights);
  for (double* quantile :
       {&shown.published.p05, &shown.published.p25, &shown.published.p50, &shown.published.p75, &shown.published.p95}) {
    *quantile = step.round(*quantile);
  }
  shown.truth = weighted_summary(truth_of(after, index), weights);
  shown.probability_published_meets_target = stats::weighted_mean(hits_after, weights);
  shown.probability_true_meets_target = stats::weighted_mean(met(truth_of(after, index), shown.target, step), weights);
  shown.monte_carlo_error = stats::weighted_error(hits_after, weights);
  return tracked;
}

/// What each programme's own actual figures do, the others' being known.
void add_costs(const forecast::Futures& futures, const plan::Plan& plan, const scenario::Scenario& executed,
               std::vector<Updated>& updated, const std::function<void()>& done) {
  const bool any = std::any_of(updated.begin(), updated.end(), [](const auto& each) { return each.execution.acts; });
  if (!any) return;
  const auto with_all = futures.answer_drawn(executed);
  for (auto& each : updated) {
    if (!each.execution.acts) continue;
    auto without = executed;
    without.fills.erase(plan.programmes[each.execution.actual.programme].id);
    const auto drawn = futures.answer_drawn(without);
    each.execution.points = difference_of(truth_of(drawn, rate), truth_of(with_all, rate), {});
    each.execution.persons = difference_of(truth_of(drawn, employed), truth_of(with_all, employed), {});
    done();
  }
}

std::vector<Execution> in_order(std::vector<Updated> updated) {
  std::vector<Execution> executions;
  for (auto& each : updated) executions.push_back(std::move(each.execution));
  const auto points = [](const Execution& each) { return each.points ? each.points->mean : 0.0; };
  const auto group = [](const Execution& each) { return each.behind() ? (each.acts ? 0 : 1) : 2; };
  std::stable_sort(executions.begin(), executions.end(), [&](const Execution& a, const Execution& b) {
    return std::pair(group(a), points(a)) < std::pair(group(b), points(b));
  });
  return executions;
}

void add_to_date(const plan::Plan& plan, Track& track) {
  for (const auto& each : track.executions) {
    if (each.actual.kind != Kind::placements) continue;
    const auto sector = static_cast<std::size_t>(plan.programmes[each.actual.programme].sector);
    for (auto* row : {&track.sectors[sector], &track.sectors.back()}) {
      row->planned_to_date += each.planned_to_date;
      row->actual_to_date += each.actual.value;
    }
  }
}

}  // namespace

std::size_t steps_of(const Actuals& actuals) { return 2 + actuals.programmes.size(); }

Track track(const plan::Plan& plan, const scenario::Scenario& scenario, const Actuals& actuals,
            const forecast::Request& asked, const std::function<void()>& done) {
  auto request = asked;
  request.until = time::make_date(plan.plan_year, 12, 31);
  request.split_uncertainty = false;
  auto updated = update_executions(plan, scenario, actuals);
  auto executed = scenario;
  for (const auto& each : updated) {
    if (!each.execution.acts) continue;
    executed.fills.insert_or_assign(plan.programmes[each.execution.actual.programme].id, each.rate.distribution);
  }
  const forecast::Futures futures(plan, scenario, request);
  const auto before = futures.answer_drawn(scenario);
  done();
  const auto after = futures.answer_drawn(executed);
  done();
  const auto surveys = weigh(after, actuals.surveys);

  Track track;
  track.scenario = scenario.id;
  track.scenario_title = scenario.title;
  track.draws = request.draws;
  track.seed = request.seed;
  track.as_of = actuals.as_of;
  track.later = actuals.later;
  track.surveys = surveys.checks;
  track.effective_draws = surveys.weights.empty() ? request.draws : surveys.effective;
  for (std::size_t index = 0; index < forecast::indicator_count; ++index) {
    track.indicators.push_back(indicator_of(plan, before, after, index, surveys.weights));
  }
  track.all_points = difference_of(truth_of(before, rate), truth_of(after, rate), {});
  track.survey_error = attribution::survey_error(plan);
  track.published_step = plan.indicator(plan::Indicator::Id::employment_rate_15_64).rounding;
  track.sectors = count_jobs({plan, scenario, executed, before, after, surveys.weights, request.seed});
  track.cost_draws = std::min(request.draws, most_cost_draws);
  if (track.cost_draws == request.draws) {
    add_costs(futures, plan, executed, updated, done);
  } else {
    request.draws = track.cost_draws;
    add_costs(forecast::Futures(plan, scenario, request), plan, executed, updated, done);
  }
  track.executions = in_order(std::move(updated));
  add_to_date(plan, track);
  return track;
}

}  // namespace jobcast::tracking
