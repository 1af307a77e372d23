#pragma once

#include "models/forecast/county_model.hpp"
#include "models/forecast/outcomes.hpp"
#include "models/forecast/result.hpp"

namespace jobcast::forecast {

// From columns of draws to what people read. Each fills its part of a result; every number is reduced in the order of
// the draws, so that the bits do not depend on the threads.

void summarise_indicators(const CountyModel& model, const Outcomes& outcomes, Result& result);
/// Starting levels and the parts of the change.
void summarise_change(const CountyModel& model, const Outcomes& outcomes, Result& result);
void summarise_uncertainty(const CountyModel& model, const Outcomes& outcomes, Result& result);
void summarise_jobs(const CountyModel& model, const scenario::Scenario& scenario, const Outcomes& outcomes,
                    Result& result);
void summarise_population(const CountyModel& model, const Outcomes& outcomes, Result& result);
void list_fit(const CountyModel& model, Result& result);

}  // namespace jobcast::forecast
