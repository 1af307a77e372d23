#pragma once

#include "models/forecast/county_model.hpp"
#include "models/forecast/forecast.hpp"
#include "models/forecast/outcomes.hpp"

namespace jobcast::forecast {

/// What a result says of the county itself, whatever its programmes: made once for all scenarios.
struct CountySummary {
  std::vector<StartingLevel> starting_levels;
  std::vector<ChangePart> population_parts, behaviour_parts;  ///< of the change, by indicator
  std::vector<PopulationForecast> population;
  std::vector<FlowForecast> flows;
  std::vector<FitLine> fit;
};

CountySummary summarise_county(const CountyModel& county, const CountyOutcomes& outcomes);

/// What a result is made from.
struct Played {
  const CountyModel& county;
  const scenario::Scenario& scenario;
  const Request& request;
  const CountySummary& of_county;
  const ScenarioOutcomes& of_scenario;
};

/// From columns of draws to what people read. Every number is reduced in the order of the draws, so that the bits do
/// not depend on the threads.
Result summarise(const Played& played);

// Their parts; each fills members of its own, so that they can be made at the same time.
void summarise_indicators(const Played& played, Result& result);
/// Parts of the change.
void summarise_change(const Played& played, Result& result);
void summarise_uncertainty(const Played& played, Result& result);
void summarise_jobs(const Played& played, Result& result);
/// Starting levels and the county's parts of the change.
void summarise_behaviour(const CountyModel& county, const CountyOutcomes& outcomes, CountySummary& summary);
void summarise_population(const CountyModel& county, const CountyOutcomes& outcomes, CountySummary& summary);
void list_fit(const CountyModel& county, CountySummary& summary);

}  // namespace jobcast::forecast
