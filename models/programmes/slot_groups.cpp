#include "models/programmes/slot_groups.hpp"

#include <algorithm>

namespace jobcast::programmes {
namespace {

bool admits(const plan::Eligible& eligible, int group, state::Sex sex) {
  using Sexes = plan::Eligible::Sexes;
  const bool sex_fits = eligible.sexes == Sexes::both || (eligible.sexes == Sexes::male) == (sex == state::Sex::male);
  const auto& ages = state::labour_groups[static_cast<std::size_t>(group)];
  return sex_fits && eligible.age_from <= ages.from && ages.from <= eligible.age_to;
}

/// Replaces a trait by the scenario's own distribution, where it has one.
void override_value(const scenario::Scenario& scenario, plan::Value& value) {
  if (const auto found = scenario.values.find(value.key); found != scenario.values.end()) value = found->second;
}

void override_traits(const scenario::Scenario& scenario, plan::ProgrammeTraits& traits) {
  for (plan::Value* value : {&traits.persons_per_job, &traits.resident_share, &traits.deadweight, &traits.displacement,
                             &traits.fill, &traits.start_delay_days, &traits.base_ratio, &traits.elasticity_cut,
                             &traits.elasticity_expansion, &traits.insured_share, &traits.placement_after}) {
    override_value(scenario, *value);
  }
}

bool same_window(const plan::Window& a, const plan::Window& b) {
  return a.from_month == b.from_month && a.from_day == b.from_day && a.to_month == b.to_month && a.to_day == b.to_day &&
         a.share == b.share;
}

bool same_traits(const plan::ProgrammeTraits& a, const plan::ProgrammeTraits& b) {
  const auto same = [](const plan::Value& x, const plan::Value& y) {
    return x.key == y.key && x.distribution == y.distribution;
  };
  return a.contract == b.contract && a.from_inactive == b.from_inactive && a.from_unemployed == b.from_unemployed &&
         same(a.persons_per_job, b.persons_per_job) && same(a.resident_share, b.resident_share) &&
         same(a.deadweight, b.deadweight) && same(a.displacement, b.displacement) && same(a.fill, b.fill) &&
         same(a.start_delay_days, b.start_delay_days) && same(a.base_ratio, b.base_ratio) &&
         same(a.elasticity_cut, b.elasticity_cut) && same(a.elasticity_expansion, b.elasticity_expansion) &&
         same(a.insured_share, b.insured_share) && same(a.placement_after, b.placement_after) &&
         std::equal(a.windows.begin(), a.windows.end(), b.windows.begin(), b.windows.end(), same_window);
}

bool joins(const SlotGroup& group, const SlotGroup& row) {
  return group.sector == row.sector && group.set == row.set && group.jobs_ratio == row.jobs_ratio &&
         group.budget_ratio == row.budget_ratio && group.start_delay_days == row.start_delay_days &&
         group.base_fill == row.base_fill && group.base_delay == row.base_delay && group.waits == row.waits &&
         group.cells == row.cells && same_traits(group.traits, row.traits);
}

std::vector<WeightedCell> taking_part(const CellWeights& weights) {
  std::vector<WeightedCell> cells;
  for (std::size_t cell = 0; cell < weights.size(); ++cell) {
    if (weights[cell] != 0.0) cells.push_back({cell, weights[cell]});
  }
  return cells;
}

/// Steps of the sheets that cover a programme which are planned up to each window's first day in the plan year.
std::vector<std::vector<std::size_t>> waits_of(const plan::Plan& plan, const plan::Programme& programme,
                                               const MilestoneSchedule& schedule) {
  std::vector<std::vector<std::size_t>> waits(programme.traits.windows.size());
  for (std::size_t window = 0; window < waits.size(); ++window) {
    const time::Date opens = first_day(programme.traits.windows[window], plan.plan_year);
    for (std::size_t index = 0; index < schedule.steps().size(); ++index) {
      const MilestoneStep& step = schedule.steps()[index];
      const auto& covers = plan.actions[step.action].covers;
      const bool covered = std::find(covers.begin(), covers.end(), programme.id) != covers.end();
      if (covered && !step.reached && step.planned <= opens) waits[window].push_back(index);
    }
  }
  return waits;
}

}  // namespace

CellWeights cell_weights(const std::vector<plan::Eligible>& eligible, const CellWeights& pool) {
  CellWeights weights{};
  for (const plan::Eligible& part : eligible) {
    std::vector<int> cells;
    double people = 0.0;
    for (int group = 0; group < state::labour_group_count; ++group) {
      for (const state::Sex sex : state::sexes) {
        if (!admits(part, group, sex)) continue;
        cells.push_back(state::cell_of(group, sex));
        people += pool[static_cast<std::size_t>(cells.back())];
      }
    }
    for (const int cell : cells) {
      const auto index = static_cast<std::size_t>(cell);
      const double share = people > 0.0 ? pool[index] / people : 1.0 / static_cast<double>(cells.size());
      weights[index] += part.weight * share;
    }
  }
  return weights;
}

namespace {

SlotGroup slots_of(const plan::Plan& plan, const scenario::Scenario& scenario, const plan::Programme& programme,
                   const ProgrammeExecution& execution, const MilestoneSchedule& schedule, const CellWeights& pool) {
  SlotGroup row{.sector = programme.sector,
                .traits = programme.traits,
                .jobs = programme.jobs,
                .jobs_ratio = execution.jobs_ratio,
                .budget_ratio = execution.budget_ratio,
                .start_delay_days = execution.start_delay_days,
                .base_fill = programme.traits.fill.distribution.mean(),
                .base_delay = programme.traits.start_delay_days.distribution,
                .set = execution.set,
                .waits = waits_of(plan, programme, schedule),
                .cells = taking_part(cell_weights(programme.traits.eligible, pool))};
  override_traits(scenario, row.traits);
  return row;
}

}  // namespace

std::vector<SlotGroup> group_slots(const plan::Plan& plan, const scenario::Scenario& scenario,
                                   const std::vector<ProgrammeExecution>& executions, const MilestoneSchedule& schedule,
                                   const CellWeights& pool) {
  std::vector<SlotGroup> groups;
  for (std::size_t index = 0; index < plan.programmes.size(); ++index) {
    const plan::Programme& programme = plan.programmes[index];
    if (programme.jobs == 0.0) continue;
    auto row = slots_of(plan, scenario, programme, executions[index], schedule, pool);
    const auto found =
        std::find_if(groups.begin(), groups.end(), [&](const SlotGroup& group) { return joins(group, row); });
    if (found != groups.end()) {
      found->jobs += row.jobs;
    } else {
      groups.push_back(std::move(row));
    }
  }
  return groups;
}

std::vector<std::vector<std::size_t>> alike(const plan::Plan& plan, const scenario::Scenario& scenario) {
  const MilestoneSchedule schedule(plan);
  auto executions = apply(plan, scenario);
  CellWeights pool;
  pool.fill(1.0);
  std::vector<SlotGroup> groups;
  std::vector<std::vector<std::size_t>> rows;
  for (std::size_t index = 0; index < plan.programmes.size(); ++index) {
    if (plan.programmes[index].jobs == 0.0) continue;
    executions[index].budget_ratio = 1.0;
    auto row = slots_of(plan, scenario, plan.programmes[index], executions[index], schedule, pool);
    const auto found =
        std::find_if(groups.begin(), groups.end(), [&](const SlotGroup& group) { return joins(group, row); });
    if (found == groups.end()) {
      groups.push_back(std::move(row));
      rows.push_back({index});
    } else {
      rows[static_cast<std::size_t>(found - groups.begin())].push_back(index);
    }
  }
  return rows;
}

}  // namespace jobcast::programmes
