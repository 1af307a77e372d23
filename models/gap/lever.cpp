#include "models/gap/lever.hpp"

#include "models/programmes/execution.hpp"

namespace jobcast::gap {

std::vector<Lever> levers_of(const plan::Plan& plan, const scenario::Scenario& scenario) {
  std::vector<Lever> all{{}};
  for (const auto sector : plan::sectors) all.push_back({.sector = sector, .source = {}});
  for (const auto source : plan::fundings) all.push_back({.sector = {}, .source = source});
  std::erase_if(all, [&](const Lever& lever) { return money_of(plan, scenario, lever).value() <= 0; });
  return all;
}

scenario::Scenario moved(const scenario::Scenario& scenario, const Lever& lever, double ratio) {
  auto other = scenario;
  scenario::Change change;
  if (lever.sector) change.select.sectors = {*lever.sector};
  if (lever.source) change.select.fundings = {*lever.source};
  change.budget = scenario::Adjustment{.kind = scenario::Adjustment::Kind::relative, .value = ratio - 1.0};
  other.changes.push_back(std::move(change));
  return other;
}

units::Won money_of(const plan::Plan& plan, const scenario::Scenario& scenario, const Lever& lever) {
  const auto executions = programmes::apply(plan, scenario);
  units::Won sum{};
  for (std::size_t row = 0; row < executions.size(); ++row) {
    if (lever.sector && plan.programmes[row].sector != *lever.sector) continue;
    const auto& budget = executions[row].budget;
    sum += lever.source ? budget.of(*lever.source) : budget.total();
  }
  return sum;
}

}  // namespace jobcast::gap
