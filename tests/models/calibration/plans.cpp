#include "tests/models/calibration/plans.hpp"

namespace jobcast::calibration::test {

const plan::Plan& jeongseon() {
  static const plan::Plan plan = plan::load_plan(JOBCAST_SOURCE_DIR "/scenarios/jeongseon-2024");
  return plan;
}

plan::Plan with_facts(const plan::Plan& plan, const std::function<bool(plan::Fact&)>& keep) {
  plan::Plan changed = plan;
  std::vector<plan::Table> tables;
  for (const auto& table : plan.facts.tables()) {
    plan::Table kept = table;
    kept.facts.clear();
    for (plan::Fact fact : table.facts) {
      if (keep(fact)) kept.facts.push_back(std::move(fact));
    }
    tables.push_back(std::move(kept));
  }
  changed.facts = plan::FactBook(std::move(tables));
  return changed;
}

}  // namespace jobcast::calibration::test
