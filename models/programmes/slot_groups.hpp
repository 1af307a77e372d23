#pragma once

#include <array>
#include <vector>

#include "models/programmes/calendar.hpp"
#include "models/programmes/execution.hpp"
#include "models/programmes/milestone_schedule.hpp"
#include "models/state/groups.hpp"

namespace jobcast::programmes {

using CellWeights = std::array<double, state::cell_count>;

/// A cell that takes part of a group's slots.
struct WeightedCell {
  std::size_t cell = 0;
  double weight = 0.0;

  friend bool operator==(const WeightedCell&, const WeightedCell&) = default;
};

/// Programmes that act alike: same traits, same change of money, jobs and delay. A block works on groups, so 189 rows
/// cost what some thirty do, and a changed row costs one more.
struct SlotGroup {
  plan::Sector sector = plan::Sector::direct;
  plan::ProgrammeTraits traits;
  double jobs = 0.0;  ///< the plan's counting, planned, summed over the group
  double jobs_ratio = 1.0;
  double budget_ratio = 1.0;
  double start_delay_days = 0.0;  ///< the scenario's, beside the drawn one
  double base_fill = 1.0;         ///< the base year's: expected share of slots filled, as the plan's own traits have it
  random::Distribution base_delay;  ///< the base year's: start delay, as the plan's own traits have it
  scenario::ProgrammeSet set = scenario::ProgrammeSet::plan;
  std::vector<std::vector<std::size_t>> waits;  ///< [window]: steps to be reached before it opens in the plan year
  std::vector<WeightedCell> cells;              ///< who fills the slots: labour group and sex; weights sum to 1
};

/// Groups the plan's programmes under a scenario's executions. `pool` is the expected number of people without work by
/// cell at the start; a weight over a wide age range is split by it. A window of a row that an action sheet covers
/// waits for the sheet's milestones that are planned up to its first day and not yet reached.
std::vector<SlotGroup> group_slots(const plan::Plan& plan, const scenario::Scenario& scenario,
                                   const std::vector<ProgrammeExecution>& executions, const MilestoneSchedule& schedule,
                                   const CellWeights& pool);

/// Programmes that act alike under a scenario, whatever money each has: rows of one group differ in their count of jobs
/// alone. Indices into plan.programmes; rows without jobs are in none.
std::vector<std::vector<std::size_t>> alike(const plan::Plan& plan, const scenario::Scenario& scenario);

/// Splits eligibility over cells in proportion to `pool` within each range; an empty range falls back to equal parts.
CellWeights cell_weights(const std::vector<plan::Eligible>& eligible, const CellWeights& pool);

}  // namespace jobcast::programmes
