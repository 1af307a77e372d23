#pragma once

#include "models/forecast/county_model.hpp"
#include "models/forecast/forecast.hpp"
#include "models/forecast/outcomes.hpp"

namespace jobcast::forecast {

/// What a result is made from.
struct Played {
  const CountyModel& county;
  const scenario::Scenario& scenario;
  const Request& request;
  const CountyOutcomes& of_county;
  const ScenarioOutcomes& of_scenario;
};

/// From columns of draws to what people read. Every number is reduced in the order of the draws, so that the bits do
/// not depend on the threads.
Result summarise(const Played& played);

// Its parts; each fills members of its own of the result, so that they can be made at the same time.
void summarise_indicators(const Played& played, Result& result);
/// Starting levels and the parts of the change.
void summarise_change(const Played& played, Result& result);
void summarise_uncertainty(const Played& played, Result& result);
void summarise_jobs(const Played& played, Result& result);
void summarise_population(const Played& played, Result& result);
void list_fit(const CountyModel& county, Result& result);

}  // namespace jobcast::forecast
