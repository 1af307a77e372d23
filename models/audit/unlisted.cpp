#include "models/audit/checks.hpp"
#include "models/audit/sheet_links.hpp"

namespace jobcast::audit {

Findings check_unlisted(const FactIndex& index) {
  Findings all;
  double listed = 0.0;
  for (const auto& programme : index.plan().programmes) listed += programme.jobs;
  for (const auto& action : index.plan().actions) {
    if (!action.covers.empty() || action.jobs.value_or(0.0) <= 0.0) continue;
    Finding finding;
    finding.kind = Kind::left_out;
    finding.cause = Cause::left_out;
    finding.id = "left_out:sheet:" + action.id;
    finding.message = {"audit.unlisted", {action.id + " " + action.name.ko, words(*action.jobs), words(listed)}};
    finding.difference = *action.jobs;
    finding.sides = {jobs_side(index, action), {"programmes", cell_words(action.name.ko, "jobs"), 0.0, "count"}};
    finding.effect.persons = *action.jobs;
    finding.effect.won = static_cast<double>(action.stated_total.value_or(units::Won{}).value());
    all.push_back(std::move(finding));
  }
  return all;
}

}  // namespace jobcast::audit
