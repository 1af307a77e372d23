#pragma once

#include "models/forecast/forecast.hpp"
#include "models/plan/plan.hpp"
#include "models/scenario/scenario.hpp"

namespace jobcast::forecast::test {

/// The pack of the repository, read once.
const plan::Plan& jeongseon();

/// A forecast of it to the last day of the plan year, or further.
Result forecast(const scenario::Scenario& scenario, Request request = {});
Result forecast(const plan::Plan& plan, const scenario::Scenario& scenario, Request request = {});
/// The scenario of that name in the pack's whatif folder; "plan": as written.
scenario::Scenario named(const std::string& name);

IndicatorForecast october(const Result& result, plan::Indicator::Id id);
SectorJobs sector(const Result& result, plan::Sector sector);
/// Mean persons at a year's end.
double population(const Result& result, int year, const std::string& age_group, const std::string& sex);

/// Every number of a result, for comparing bits.
std::vector<double> numbers(const Result& result);

}  // namespace jobcast::forecast::test
