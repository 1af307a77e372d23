#include "models/optimise/simulate.hpp"

#include "models/programmes/execution.hpp"

namespace jobcast::optimise {
namespace {

double all_money(const plan::Plan& plan, const scenario::Scenario& scenario) {
  units::Won sum{};
  for (const auto& execution : programmes::apply(plan, scenario)) sum += execution.budget.total();
  return static_cast<double>(sum.value());
}

}  // namespace

Simulation::Simulation(const plan::Plan& plan, const Question& question)
    : plan_(plan),
      question_(question),
      simulator_(plan, scenario::as_written(plan), question.request),
      planned_(simulator_.outcomes(scenario::as_written(plan))) {}

Simulated Simulation::of(const Allocation& county) const { return of(std::vector<Allocation>{county}).front(); }

std::vector<Simulated> Simulation::of(const std::vector<Allocation>& allocations) const {
  std::vector<scenario::Scenario> scenarios;
  for (const auto& county : allocations) scenarios.push_back(scenario_of(plan_, county));
  const auto outcomes = simulator_.outcomes(scenarios);
  std::vector<Simulated> simulated;
  for (std::size_t i = 0; i < allocations.size(); ++i) simulated.push_back(told(allocations[i], outcomes[i]));
  return simulated;
}

Simulated Simulation::told(const Allocation& county, const response::Outcomes& outcomes) const {
  Simulated simulated;
  simulated.county = county;
  simulated.county_won = sum_of(county, movable_rows(plan_));
  simulated.all_won = all_money(plan_, scenario_of(plan_, county));
  const auto& target = plan_.indicator(question_.target);
  simulated.chance = response::met(outcomes, target).estimate();
  simulated.chance_change = response::difference_of_chance(planned_, outcomes, target);
  for (std::size_t i = 0; i < plan::indicator_names.size(); ++i) {
    simulated.truth[i] = response::mean_of(outcomes.truth[i]);
    simulated.truth_change[i] = response::difference(planned_.truth[i], outcomes.truth[i]);
  }
  simulated.youth = response::mean_of(outcomes.youth);
  simulated.seniors = response::mean_of(outcomes.seniors);
  simulated.youth_change = response::difference(planned_.youth, outcomes.youth);
  simulated.seniors_change = response::difference(planned_.seniors, outcomes.seniors);
  simulated.additional_change = response::difference(planned_.additional, outcomes.additional);
  const auto index = static_cast<std::size_t>(question_.goal.indicator);
  switch (question_.goal.kind) {
    case Goal::Kind::indicator:
      simulated.goal = simulated.truth[index];
      simulated.goal_change = simulated.truth_change[index];
      break;
    case Goal::Kind::chance:
      simulated.goal = simulated.chance;
      simulated.goal_change = simulated.chance_change;
      break;
    case Goal::Kind::youth:
      simulated.goal = simulated.youth;
      simulated.goal_change = simulated.youth_change;
      break;
    case Goal::Kind::seniors:
      simulated.goal = simulated.seniors;
      simulated.goal_change = simulated.seniors_change;
      break;
  }
  return simulated;
}

double Simulation::survey_error() const {
  return response::survey_error(
      planned_, question_.goal.kind == Goal::Kind::indicator ? question_.goal.indicator : question_.target);
}

}  // namespace jobcast::optimise
