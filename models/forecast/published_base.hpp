#pragma once

#include "models/plan/plan.hpp"
#include "models/survey/survey_id.hpp"

namespace jobcast::forecast {

/// What an indicator's published figures are called among the facts; the period is left empty.
plan::FactKey published_key(plan::Indicator::Id indicator);

/// What was published of an indicator for a survey of the base year, in the indicator's unit. The plan's own base for
/// the second half and for administrative counts; NaN where the pack has no figure of that survey.
double published_base(const plan::Plan& plan, plan::Indicator::Id indicator, survey::SurveyId survey);

}  // namespace jobcast::forecast
