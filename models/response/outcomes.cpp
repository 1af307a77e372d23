#include "models/response/outcomes.hpp"

#include <cmath>

#include "engine/stats/moments.hpp"
#include "engine/stats/quantile.hpp"
#include "models/survey/published_step.hpp"

namespace jobcast::response {
namespace {

Difference of_differences(const std::vector<double>& differences) {
  stats::Moments moments;
  for (const double each : differences) moments.add(each);
  const auto ends = stats::quantiles(differences, std::array{0.05, 0.95});
  return {.mean = moments.mean(), .p05 = ends[0], .p95 = ends[1], .monte_carlo_error = moments.standard_error()};
}

}  // namespace

stats::Proportion met(const Outcomes& outcomes, const plan::Indicator& indicator) {
  const survey::PublishedStep step(indicator.rounding);
  const auto& figures = outcomes.published[static_cast<std::size_t>(indicator.id)];
  std::int64_t count = 0;
  for (const double figure : figures) count += survey::meets_target(figure, indicator.target, step) ? 1 : 0;
  return {count, static_cast<std::int64_t>(figures.size())};
}

Difference difference(const std::vector<double>& before, const std::vector<double>& after) {
  std::vector<double> differences(before.size());
  for (std::size_t draw = 0; draw < before.size(); ++draw) differences[draw] = after[draw] - before[draw];
  return of_differences(differences);
}

Difference difference_of_chance(const Outcomes& before, const Outcomes& after, const plan::Indicator& indicator) {
  const survey::PublishedStep step(indicator.rounding);
  const auto index = static_cast<std::size_t>(indicator.id);
  const auto reached = [&](double figure) { return survey::meets_target(figure, indicator.target, step) ? 1.0 : 0.0; };
  stats::Moments moments;
  for (std::size_t draw = 0; draw < before.published[index].size(); ++draw) {
    moments.add(reached(after.published[index][draw]) - reached(before.published[index][draw]));
  }
  return {.mean = moments.mean(),
          .p05 = moments.mean(),
          .p95 = moments.mean(),
          .monte_carlo_error = moments.standard_error()};
}

double survey_error(const Outcomes& outcomes, plan::Indicator::Id indicator) {
  const auto index = static_cast<std::size_t>(indicator);
  stats::Moments moments;
  for (std::size_t draw = 0; draw < outcomes.truth[index].size(); ++draw) {
    moments.add(outcomes.published[index][draw] - outcomes.truth[index][draw]);
  }
  return moments.standard_deviation();
}

double mean_of(const std::vector<double>& draws) {
  stats::CompensatedSum sum;
  for (const double draw : draws) sum.add(draw);
  return draws.empty() ? 0.0 : sum.value() / static_cast<double>(draws.size());
}

}  // namespace jobcast::response
