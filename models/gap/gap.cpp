#include "models/gap/gap.hpp"

#include <cmath>

#include "models/gap/money.hpp"
#include "models/gap/persons.hpp"

namespace jobcast::gap {
namespace {

Chance chance_of(const stats::Proportion& met) { return {met.estimate(), met.standard_error()}; }

/// Persons for a chance, and for the chances that the draws cannot tell from it.
PersonsNeed persons_for(const PersonsCurve& curve, double chance, int draws) {
  constexpr double normal_95 = 1.96;
  const double error = normal_95 * std::sqrt(chance * (1.0 - chance) / draws);
  PersonsNeed need{.chance = chance, .persons = curve.needed(chance), .low = {}, .high = {}};
  if (!need.persons) return need;
  need.low = curve.needed(chance - error);
  if (chance + error <= 1.0) need.high = curve.needed(chance + error);
  return need;
}

}  // namespace

Gap find_gap(const plan::Plan& plan, const scenario::Scenario& scenario, const Question& question,
             const std::function<void(std::size_t)>& done) {
  const response::Simulator simulator(plan, scenario, question.request);
  const auto& indicator = plan.indicator(question.target);
  const auto now = simulator.outcomes(scenario);
  Gap gap;
  gap.target = question.target;
  gap.draws = question.request.draws;
  gap.seed = question.request.seed;
  gap.wanted = question.chance;
  gap.now = chance_of(response::met(now, indicator));
  gap.mean_truth = response::mean_of(now.truth[static_cast<std::size_t>(question.target)]);
  gap.survey_error = response::survey_error(now, question.target);
  const PersonsCurve curve(simulator, scenario, indicator);
  gap.everybody = curve.reach().high;
  gap.highest = chance_of(curve.chance(gap.everybody));
  gap.persons = persons_for(curve, question.chance, gap.draws);
  for (const double chance : table_chances) gap.table.push_back(persons_for(curve, chance, gap.draws));
  gap.money = find_money(plan, scenario, question, simulator, now, done);
  return gap;
}

}  // namespace jobcast::gap
