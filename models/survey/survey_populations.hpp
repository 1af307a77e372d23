#pragma once

#include <vector>

#include "models/plan/plan.hpp"
#include "models/survey/coverage.hpp"
#include "models/survey/register_history.hpp"

namespace jobcast::survey {

/// Every survey population that the plan's facts imply up to its as-of date, where the register is known: employed
/// persons over the employment rate, and the population itself where it is published, for the survey's bands, 15-64 and
/// 15 and over. Sampling error cancels in the ratio; what is left is rounding. In order of survey.
std::vector<CoverageObservation> survey_populations(const plan::Plan& plan, const RegisterHistory& registered);

}  // namespace jobcast::survey
