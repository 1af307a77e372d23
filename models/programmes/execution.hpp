#pragma once

#include <vector>

#include "models/scenario/scenario.hpp"

namespace jobcast::programmes {

/// What a scenario makes of one programme in the plan year.
struct ProgrammeExecution {
  plan::Budget budget;            ///< after the scenario's changes and the matching rule
  double budget_ratio = 1.0;      ///< new over planned money; 1 where the plan states no money
  double jobs_ratio = 1.0;        ///< new over planned jobs in the plan's counting, before money acts
  double start_delay_days = 0.0;  ///< added to the drawn delay
  scenario::ProgrammeSet set = scenario::ProgrammeSet::plan;
};

/// Applies a scenario's changes, in order, to every programme of the plan; result[i] belongs to plan.programmes[i].
///
/// Money that is cut takes its matched share along: where the rule is fixed-ratio and a change cuts national,
/// provincial or county money of a programme that mixes them, the other public sources fall in the same proportion
/// (model.md, section 5, rule 7). More money of one source brings no other: national and provincial offers are decided
/// elsewhere. Private money never follows.
std::vector<ProgrammeExecution> apply(const plan::Plan& plan, const scenario::Scenario& scenario);

/// True when every list of the selection that is not empty holds the programme.
bool selects(const scenario::Selection& selection, const plan::Plan& plan, const plan::Programme& programme);

}  // namespace jobcast::programmes
