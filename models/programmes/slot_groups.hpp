#pragma once

#include <array>
#include <vector>

#include "models/programmes/calendar.hpp"
#include "models/programmes/execution.hpp"
#include "models/state/groups.hpp"

namespace jobcast::programmes {

using CellWeights = std::array<double, state::cell_count>;

/// Programmes that act alike: same traits, same change of money, jobs and delay. A block works on groups, so 189 rows
/// cost what some thirty do, and a changed row costs one more.
struct SlotGroup {
  plan::Sector sector = plan::Sector::direct;
  plan::ProgrammeTraits traits;
  double jobs = 0.0;               ///< the plan's counting, planned, summed over the group
  double jobs_ratio = 1.0;
  double budget_ratio = 1.0;
  double start_delay_days = 0.0;
  scenario::ProgrammeSet set = scenario::ProgrammeSet::plan;
  CellWeights weights{};           ///< who fills the slots: labour group and sex; sums to 1
  double weight_15_64 = 0.0;
};

/// Groups the plan's programmes under a scenario's executions. `pool` is the expected number of people without work by
/// cell at the start; a weight over a wide age range is split by it.
std::vector<SlotGroup> group_slots(const plan::Plan& plan, const scenario::Scenario& scenario,
                                   const std::vector<ProgrammeExecution>& executions, const CellWeights& pool);

/// Splits eligibility over cells in proportion to `pool` within each range; an empty range falls back to equal parts.
CellWeights cell_weights(const std::vector<plan::Eligible>& eligible, const CellWeights& pool);

/// Weight of the cells aged 15-64.
double weight_15_64(const CellWeights& weights);

}  // namespace jobcast::programmes
