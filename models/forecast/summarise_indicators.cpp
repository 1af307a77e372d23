#include <algorithm>
#include <cmath>

#include "engine/stats/moments.hpp"
#include "engine/stats/proportion.hpp"
#include "models/forecast/published_base.hpp"
#include "models/forecast/summarise.hpp"
#include "models/forecast/summary_of.hpp"

namespace jobcast::forecast {
namespace {

plan::Indicator::Id id_of(std::size_t indicator) { return static_cast<plan::Indicator::Id>(indicator); }

stats::Proportion share_meeting(std::span<const double> figures, double target, survey::PublishedStep step) {
  const auto met = std::count_if(figures.begin(), figures.end(),
                                 [&](double figure) { return survey::meets_target(figure, target, step); });
  return {met, static_cast<std::int64_t>(figures.size())};
}

/// E (f - f')^2 / 2 over the variance, f' being f with one source drawn anew: the total effect of that source (Jansen
/// 1999).
double total_effect(std::span<const double> figures, std::span<const double> replicates, double variance) {
  stats::CompensatedSum sum;
  for (std::size_t draw = 0; draw < replicates.size(); ++draw) {
    const double difference = figures[draw] - replicates[draw];
    sum.add(difference * difference);
  }
  return sum.value() / (2.0 * static_cast<double>(replicates.size()) * variance);
}

/// A published figure is a number that can be printed, and so are its quantiles.
Summary summary_of_published(std::span<const double> figures, survey::PublishedStep step) {
  Summary summary = summary_of(figures);
  for (double* quantile : {&summary.p05, &summary.p25, &summary.p50, &summary.p75, &summary.p95}) {
    *quantile = step.round(*quantile);
  }
  return summary;
}

}  // namespace

void summarise_indicators(const Played& played, Result& result) {
  const auto& surveys = played.county.calendar.surveys;
  for (std::size_t survey = 0; survey < surveys.size(); ++survey) {
    const survey::SurveyId year_before{played.county.plan.base_year, surveys[survey].half};
    for (std::size_t index = 0; index < indicator_count; ++index) {
      const plan::Indicator& indicator = played.county.plan.indicator(id_of(index));
      const survey::PublishedStep step(indicator.rounding);
      const auto published = played.of_scenario.numbers.column(ScenarioOutcomes::published(survey, index));
      const auto truth = played.of_scenario.numbers.column(ScenarioOutcomes::truth(survey, index));
      const auto met = share_meeting(published, indicator.target, step);
      result.indicators.push_back(
          {.id = indicator.id,
           .reference_week = surveys[survey].reference_week(),
           .base = published_base(played.county.plan, indicator.id, year_before),
           .target = indicator.target,
           .published = summary_of_published(published, step),
           .truth = summary_of(truth),
           .probability_published_meets_target = met.estimate(),
           .probability_true_meets_target = share_meeting(truth, indicator.target, step).estimate(),
           .monte_carlo_error = met.standard_error()});
    }
  }
}

void summarise_change(const Played& played, Result& result) {
  if (played.county.calendar.surveys.empty()) return;
  const int half = played.county.calendar.surveys.back().half;
  for (std::size_t index = 0; index < indicator_count; ++index) {
    const Summary start = summary_of(played.of_county.numbers.column(CountyOutcomes::start(index)));
    result.starting_levels.push_back(
        {.id = id_of(index),
         .published = published_base(played.county.plan, id_of(index), {played.county.plan.base_year, half}),
         .mean = start.mean,
         .sd = start.sd});
    const auto& county = played.of_county.numbers;
    const auto add = [&](const char* part, std::span<const double> column) {
      const auto range = range_of(column);
      result.change.push_back(
          {.id = id_of(index), .from = part, .points = range.mean, .p05 = range.p05, .p95 = range.p95});
    };
    add("population", county.column(CountyOutcomes::population_part(index)));
    add("behaviour", county.column(CountyOutcomes::behaviour_part(index)));
    add("programmes", played.of_scenario.numbers.column(ScenarioOutcomes::programmes_part(index)));
  }
}

void summarise_uncertainty(const Played& played, Result& result) {
  const auto count = static_cast<std::size_t>(replicated_draws(played.request.draws));
  if (!played.request.split_uncertainty || played.county.calendar.surveys.empty() || count < 2) return;
  const std::size_t last = played.county.calendar.surveys.size() - 1;
  for (std::size_t index = 0; index < indicator_count; ++index) {
    const auto figures = played.of_scenario.numbers.column(ScenarioOutcomes::published(last, index));
    stats::Moments moments;
    for (const double figure : figures) moments.add(figure);
    if (!(moments.variance() > 0.0)) continue;
    std::array<double, source_names.size()> effects{};
    double sum = 0.0;
    for (std::size_t source = 0; source < effects.size(); ++source) {
      const auto replicates =
          played.of_scenario.numbers.column(ScenarioOutcomes::replicate(static_cast<Source>(source), index))
              .first(count);
      effects[source] = total_effect(figures, replicates, moments.variance());
      sum += effects[source];
    }
    if (!(sum > 0.0)) continue;
    for (std::size_t source = 0; source < effects.size(); ++source) {
      result.uncertainty.push_back(
          {.id = id_of(index), .source = std::string(source_names[source]), .share = effects[source] / sum});
    }
  }
}

}  // namespace jobcast::forecast
