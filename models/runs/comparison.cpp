#include "models/runs/comparison.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <stdexcept>

#include "engine/stats/moments.hpp"
#include "engine/stats/quantile.hpp"
#include "models/runs/run_of.hpp"
#include "models/survey/published_step.hpp"

namespace jobcast::runs {
namespace {

using Draws = std::span<const double>;
using Pair = std::pair<const IndicatorOfRun*, const IndicatorOfRun*>;

/// The indicators that both have, with their draws.
std::vector<Pair> pairs_of(const std::vector<IndicatorOfRun>& first, const std::vector<IndicatorOfRun>& second) {
  std::vector<Pair> pairs;
  for (const auto& one : first) {
    const auto other = std::find_if(second.begin(), second.end(), [&](const IndicatorOfRun& each) {
      return each.forecast.id == one.forecast.id && each.forecast.reference_week == one.forecast.reference_week;
    });
    if (other != second.end() && !one.published.empty() && !other->published.empty()) pairs.emplace_back(&one, &*other);
  }
  return pairs;
}

PairedDifference difference_of(Draws first, Draws second) {
  stats::Moments of_first, of_second, of_difference;
  std::vector<double> differences(first.size());
  for (std::size_t draw = 0; draw < first.size(); ++draw) {
    differences[draw] = second[draw] - first[draw];
    of_first.add(first[draw]);
    of_second.add(second[draw]);
    of_difference.add(differences[draw]);
  }
  constexpr std::array shares{0.05, 0.5, 0.95};
  const auto quantiles = stats::quantiles(differences, shares);
  return {.first = of_first.mean(),
          .second = of_second.mean(),
          .mean = of_difference.mean(),
          .sd = of_difference.standard_deviation(),
          .p05 = quantiles[0],
          .p50 = quantiles[1],
          .p95 = quantiles[2],
          .monte_carlo_error = of_difference.standard_error()};
}

/// Each run is held against its own target: the plans of two packs may set different ones.
PairedChance chance_of(Draws first, const IndicatorOfRun& one, Draws second, const IndicatorOfRun& other) {
  const survey::PublishedStep step_of_one(one.step);
  const survey::PublishedStep step_of_other(other.step);
  stats::Moments of_first, of_second, of_change;
  for (std::size_t draw = 0; draw < first.size(); ++draw) {
    const double met_before = survey::meets_target(first[draw], one.forecast.target, step_of_one) ? 1.0 : 0.0;
    const double met_after = survey::meets_target(second[draw], other.forecast.target, step_of_other) ? 1.0 : 0.0;
    of_first.add(met_before);
    of_second.add(met_after);
    of_change.add(met_after - met_before);
  }
  return {.first = of_first.mean(),
          .second = of_second.mean(),
          .change = of_change.mean(),
          .monte_carlo_error = of_change.standard_error()};
}

IndicatorDifference difference_of(const Pair& pair, std::size_t draws) {
  const auto& [one, other] = pair;
  const auto head = [draws](const std::vector<double>& values) { return Draws(values).first(draws); };
  return {.id = one->forecast.id,
          .reference_week = one->forecast.reference_week,
          .target = one->forecast.target,
          .published = difference_of(head(one->published), head(other->published)),
          .truth = difference_of(head(one->truth), head(other->truth)),
          .published_meets_target = chance_of(head(one->published), *one, head(other->published), *other),
          .true_meets_target = chance_of(head(one->truth), *one, head(other->truth), *other)};
}

}  // namespace

std::optional<Refusal> why_not(const store::Run& first, const store::Run& second) {
  if (first.record.plan != second.record.plan) return Refusal::other_plan;
  if (first.record.seed != second.record.seed) return Refusal::other_seed;
  if (first.columns.empty() || second.columns.empty()) return Refusal::no_draws;
  if (pairs_of(indicators_of(first), indicators_of(second)).empty()) return Refusal::no_common_survey;
  return std::nullopt;
}

Comparison compare(const store::Run& first, const store::Run& second) {
  if (why_not(first, second)) throw std::invalid_argument("these runs cannot be compared");
  Comparison comparison{.first = first.record,
                        .second = second.record,
                        .draws = std::min(first.record.draws, second.record.draws),
                        .other_draws = first.record.draws != second.record.draws,
                        .other_pack = first.record.pack != second.record.pack,
                        .other_engine = first.record.engine != second.record.engine,
                        .indicators = {}};
  const auto of_first = indicators_of(first);
  const auto of_second = indicators_of(second);
  for (const auto& pair : pairs_of(of_first, of_second)) {
    comparison.indicators.push_back(difference_of(pair, static_cast<std::size_t>(comparison.draws)));
  }
  return comparison;
}

}  // namespace jobcast::runs
