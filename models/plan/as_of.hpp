#pragma once

#include <optional>
#include <string_view>

#include "models/plan/plan.hpp"

namespace jobcast::plan {

/// The plan as somebody had it on `day`, the 31 December of a year or a later day of the next: what a hindcast is made
/// from, so that it cannot look ahead. It has
///  - the facts in use whose period is over on that day; a survey's when its week is over;
///  - the nation's reference tables (mortality, fertility by age, sex ratio at birth, monthly flows) that had begun,
///    which stand for the edition of their time: no other is in a pack;
///  - none of the pack's own assumptions, which may rest on what came later: the engine's stand in;
///  - no programmes, actions, controls and targets;
/// and `as_of`, `base_year` and `plan_year` go with the day. Facts point into the view itself.
Plan as_of(const Plan& plan, time::Date day);

/// The last day of a fact's period: "2023", "2023-12", "2023-12-31", "2023Q4", "2020-2025", and of "2023H2" the
/// Saturday of the survey's reference week. Nothing for other texts.
std::optional<time::Date> period_end(std::string_view period);

}  // namespace jobcast::plan
