#pragma once

#include <vector>

#include "models/programmes/programme_model.hpp"
#include "models/scenario/scenario.hpp"
#include "models/tracking/track.hpp"

namespace jobcast::tracking {

/// An execution with what it makes of its programme's fill.
struct Updated {
  Execution execution;
  ExecutionRate rate;
};

/// Holds every actual figure against the plan under a scenario: planned and expected to date, and the year's end. In
/// the actuals' order; points and persons are left open.
std::vector<Updated> update_executions(const plan::Plan& plan, const scenario::Scenario& scenario,
                                       const Actuals& actuals);

/// Jobs of a group in the plan's own count if every slot is filled, with the scenario's jobs and money; none where the
/// scenario has another year's programmes or none.
double jobs_offered(const programmes::ProgrammeModel& model, const programmes::SlotGroup& group);

}  // namespace jobcast::tracking
