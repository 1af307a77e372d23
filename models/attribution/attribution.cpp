#include "models/attribution/attribution.hpp"

#include <cmath>

#include "engine/stats/quantile.hpp"
#include "models/forecast/futures.hpp"

namespace jobcast::attribution {
namespace {

using forecast::ScenarioOutcomes;
using forecast::SectorMeasure;

constexpr double twice = 2.0;

std::vector<double> sum_over_sectors(const ScenarioOutcomes& outcomes, SectorMeasure measure) {
  std::vector<double> sum(static_cast<std::size_t>(outcomes.numbers.draws()), 0.0);
  for (std::size_t sector = 0; sector < plan::sectors.size(); ++sector) {
    const auto column = outcomes.numbers.column(ScenarioOutcomes::sector(sector, measure));
    for (std::size_t draw = 0; draw < sum.size(); ++draw) sum[draw] += column[draw];
  }
  return sum;
}

Worth worth_of(const forecast::Drawn& drawn) {
  Worth worth;
  const std::size_t surveys = drawn.result.indicators.size() / plan::indicator_names.size();
  for (std::size_t indicator = 0; indicator < plan::indicator_names.size(); ++indicator) {
    const auto column = drawn.outcomes.numbers.column(ScenarioOutcomes::truth(surveys - 1, indicator));
    worth.emplace_back(column.begin(), column.end());
  }
  worth.push_back(sum_over_sectors(drawn.outcomes, SectorMeasure::at_work));
  worth.push_back(sum_over_sectors(drawn.outcomes, SectorMeasure::net_employment));
  return worth;
}

Worth difference(Worth worth, const Worth& other) {
  for (std::size_t outcome = 0; outcome < worth.size(); ++outcome) {
    for (std::size_t draw = 0; draw < worth[outcome].size(); ++draw) worth[outcome][draw] -= other[outcome][draw];
  }
  return worth;
}

Effect effect_of(const std::vector<double>& draws, double order_error) {
  Effect effect;
  const auto n = static_cast<double>(draws.size());
  for (const double draw : draws) effect.mean += draw / n;
  double squares = 0.0;
  for (const double draw : draws) squares += (draw - effect.mean) * (draw - effect.mean);
  const double variance = n > 1.0 ? squares / (n - 1.0) : 0.0;
  const auto ends = stats::quantiles(draws, std::array{0.05, 0.95});
  effect.p05 = ends[0];
  effect.p95 = ends[1];
  effect.monte_carlo_error = std::sqrt(variance / n + order_error * order_error);
  return effect;
}

Effects effects_of(const Worth& draws, const std::vector<double>& order_errors = {}) {
  Effects effects;
  for (std::size_t outcome = 0; outcome < outcome_count; ++outcome) {
    effects[outcome] = effect_of(draws[outcome], order_errors.empty() ? 0.0 : order_errors[outcome]);
  }
  return effects;
}

class Asker {
 public:
  Asker(const plan::Plan& plan, const forecast::Request& request, const std::function<void()>& done)
      : plan_(plan), futures_(plan, scenario::as_written(plan), request), done_(done) {}

  Worth operator()(const std::vector<Part>& parts, const Coalition& present) const {
    auto worth = worth_of(futures_.answer_drawn(with_parts(plan_, parts, present)));
    done_();
    return worth;
  }

 private:
  const plan::Plan& plan_;
  forecast::Futures futures_;
  const std::function<void()>& done_;
};

GroupEffect group_effect(const plan::Plan& plan, Grouping grouping, const Asker& ask, const Orders& orders) {
  GroupEffect group;
  group.grouping = grouping;
  const auto parts = parts_of(plan, grouping);
  const Coalition everyone(parts.size(), true);
  const auto all = ask(parts, everyone);
  group.whole = effects_of(difference(all, ask(parts, Coalition(parts.size(), false))));
  for (std::size_t i = 0; i < parts.size(); ++i) {
    auto present = everyone;
    present[i] = false;
    group.parts.push_back({parts[i], effects_of(difference(all, ask(parts, present))), {}});
  }
  if (grouping == Grouping::programme) return group;
  const auto shares = shapley(
      parts.size(), [&](const Coalition& present) { return ask(parts, present); }, orders);
  group.all_orders = shares.all_orders;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    group.parts[i].shared = effects_of(shares.of[i], shares.order_error[i]);
  }
  return group;
}

std::optional<double> price(double won, const Effect& effect) {
  if (won <= 0.0 || effect.mean <= twice * effect.monte_carlo_error || effect.mean <= 0.0) return std::nullopt;
  return won / effect.mean;
}

}  // namespace

double survey_error(const plan::Plan& plan) {
  constexpr double percent = 100.0;
  const double rate = plan.indicator(plan::Indicator::Id::employment_rate_15_64).base;
  return std::sqrt(plan.assumption("survey.design_effect").central() * rate * (percent - rate) /
                   plan.assumption("survey.sample_persons").central());
}

std::size_t coalitions_of(const plan::Plan& plan, const Question& question) {
  std::size_t all = 0;
  for (const auto grouping : question.groupings) {
    const auto parts = parts_of(plan, grouping).size();
    all += 2 + parts + (grouping == Grouping::programme ? 0 : coalitions_asked(parts, question.orders));
  }
  return all;
}

Attribution attribute(const plan::Plan& plan, const Question& question, const std::function<void()>& done) {
  auto request = question.request;
  // Up to the October survey; what comes later and the split of the uncertainty are not asked.
  request.until = time::make_date(plan.plan_year, 12, 31);
  request.split_uncertainty = false;
  auto orders = question.orders;
  orders.seed = request.seed;
  const Asker ask(plan, request, done);
  Attribution attribution;
  attribution.draws = request.draws;
  attribution.seed = request.seed;
  attribution.survey_error = survey_error(plan);
  attribution.published_step = plan.indicator(plan::Indicator::Id::employment_rate_15_64).rounding;
  for (const auto grouping : question.groupings) {
    attribution.groups.push_back(group_effect(plan, grouping, ask, orders));
  }
  return attribution;
}

std::optional<double> won_per_person(const PartEffect& part) { return price(part.part.won, part.last[additional]); }

std::optional<double> won_per_unit(const PartEffect& part, plan::Indicator::Id indicator) {
  return price(part.part.won, part.last[static_cast<std::size_t>(indicator)]);
}

}  // namespace jobcast::attribution
