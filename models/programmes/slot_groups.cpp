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
  for (plan::Value* value :
       {&traits.persons_per_job, &traits.resident_share, &traits.deadweight, &traits.displacement, &traits.fill,
        &traits.start_delay_days, &traits.base_ratio, &traits.elasticity_cut, &traits.elasticity_expansion,
        &traits.insured_share, &traits.placement_after}) {
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
  return a.contract == b.contract && same(a.persons_per_job, b.persons_per_job) &&
         same(a.resident_share, b.resident_share) && same(a.deadweight, b.deadweight) &&
         same(a.displacement, b.displacement) && same(a.fill, b.fill) &&
         same(a.start_delay_days, b.start_delay_days) && same(a.base_ratio, b.base_ratio) &&
         same(a.elasticity_cut, b.elasticity_cut) && same(a.elasticity_expansion, b.elasticity_expansion) &&
         same(a.insured_share, b.insured_share) && same(a.placement_after, b.placement_after) &&
         std::equal(a.windows.begin(), a.windows.end(), b.windows.begin(), b.windows.end(), same_window);
}

bool joins(const SlotGroup& group, const SlotGroup& row) {
  return group.sector == row.sector && group.set == row.set && group.jobs_ratio == row.jobs_ratio &&
         group.budget_ratio == row.budget_ratio && group.start_delay_days == row.start_delay_days &&
         group.weights == row.weights && same_traits(group.traits, row.traits);
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

double weight_15_64(const CellWeights& weights) {
  double sum = 0.0;
  for (int cell = 0; cell < state::cell_count; ++cell) {
    const auto& ages = state::labour_groups[static_cast<std::size_t>(cell / state::sex_count)];
    if (ages.to <= 64) sum += weights[static_cast<std::size_t>(cell)];
  }
  return sum;
}

std::vector<SlotGroup> group_slots(const plan::Plan& plan, const scenario::Scenario& scenario,
                                   const std::vector<ProgrammeExecution>& executions, const CellWeights& pool) {
  std::vector<SlotGroup> groups;
  for (std::size_t index = 0; index < plan.programmes.size(); ++index) {
    const plan::Programme& programme = plan.programmes[index];
    const ProgrammeExecution& execution = executions[index];
    if (programme.jobs == 0.0) continue;
    SlotGroup row{.sector = programme.sector,
                  .traits = programme.traits,
                  .jobs = programme.jobs,
                  .jobs_ratio = execution.jobs_ratio,
                  .budget_ratio = execution.budget_ratio,
                  .start_delay_days = execution.start_delay_days,
                  .set = execution.set,
                  .weights = cell_weights(programme.traits.eligible, pool)};
    override_traits(scenario, row.traits);
    row.weight_15_64 = weight_15_64(row.weights);
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

}  // namespace jobcast::programmes
