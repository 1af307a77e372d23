#include <algorithm>
#include <cmath>

#include "engine/parallel/loop.hpp"
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

ChangePart part_of(std::size_t indicator, const char* from, std::span<const double> column) {
  const auto range = range_of(column);
  return {.id = id_of(indicator), .from = from, .points = range.mean, .p05 = range.p05, .p95 = range.p95};
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

IndicatorForecast forecast_of(const Played& played, std::size_t survey, std::size_t index) {
  const survey::SurveyId id = played.county.calendar.surveys[survey];
  const plan::Indicator& indicator = played.county.plan.indicator(id_of(index));
  const survey::PublishedStep step(indicator.rounding);
  const auto published = played.of_scenario.numbers.column(ScenarioOutcomes::published(survey, index));
  const auto truth = played.of_scenario.numbers.column(ScenarioOutcomes::truth(survey, index));
  const auto met = share_meeting(published, indicator.target, step);
  return {.id = indicator.id,
          .reference_week = id.reference_week(),
          .base = published_base(played.county.plan, indicator.id, {played.county.plan.base_year, id.half}),
          .target = indicator.target,
          .published = summary_of_published(published, step),
          .truth = summary_of(truth),
          .probability_published_meets_target = met.estimate(),
          .probability_true_meets_target = share_meeting(truth, indicator.target, step).estimate(),
          .monte_carlo_error = met.standard_error()};
}

}  // namespace

void summarise_indicators(const Played& played, Result& result) {
  const auto& surveys = played.county.calendar.surveys;
  result.indicators.resize(surveys.size() * indicator_count);
  parallel::for_each_index(std::size_t{0}, result.indicators.size(), [&](std::size_t place) {
    result.indicators[place] = forecast_of(played, place / indicator_count, place % indicator_count);
  });
}

void summarise_behaviour(const CountyModel& county, const CountyOutcomes& outcomes, CountySummary& summary) {
  if (county.calendar.surveys.empty()) return;
  const int half = county.calendar.surveys.back().half;
  for (std::size_t index = 0; index < indicator_count; ++index) {
    const Summary start = summary_of(outcomes.numbers.column(CountyOutcomes::start(index)));
    summary.starting_levels.push_back(
        {.id = id_of(index),
         .published = published_base(county.plan, id_of(index), {county.plan.base_year, half}),
         .mean = start.mean,
         .sd = start.sd});
    summary.population_parts.push_back(
        part_of(index, "population", outcomes.numbers.column(CountyOutcomes::population_part(index))));
    summary.behaviour_parts.push_back(
        part_of(index, "behaviour", outcomes.numbers.column(CountyOutcomes::behaviour_part(index))));
  }
}

void summarise_change(const Played& played, Result& result) {
  if (played.county.calendar.surveys.empty()) return;
  for (std::size_t index = 0; index < indicator_count; ++index) {
    result.change.push_back(played.of_county.population_parts[index]);
    result.change.push_back(played.of_county.behaviour_parts[index]);
    result.change.push_back(
        part_of(index, "programmes", played.of_scenario.numbers.column(ScenarioOutcomes::programmes_part(index))));
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
