#include <algorithm>
#include <charconv>

#include "engine/time/date.hpp"
#include "models/audit/checks.hpp"
#include "models/audit/sheet_links.hpp"

namespace jobcast::audit {
namespace {

double day_number(time::Date date) {
  return 1e4 * time::year_of(date) + 100.0 * time::month_of(date) + time::day_of(date);
}

/// The last steps of a sheet: nothing of the sheet waits for them.
bool is_last(const plan::Action& action, const plan::Milestone& milestone) {
  return std::none_of(action.milestones.begin(), action.milestones.end(), [&](const plan::Milestone& other) {
    return std::find(other.after.begin(), other.after.end(), milestone.id) != other.after.end();
  });
}

/// Jobs counted in the plan's year on steps that come after it.
Findings too_late(const FactIndex& index, const plan::Action& action) {
  Findings all;
  const int year = index.plan().plan_year;
  for (const auto& milestone : action.milestones) {
    const double jobs = milestone.jobs > 0.0 ? milestone.jobs : action.jobs.value_or(0.0);
    const bool counts = milestone.jobs > 0.0 || is_last(action, milestone);
    if (jobs <= 0.0 || !counts || time::year_of(milestone.date) <= year) continue;
    Finding finding;
    finding.kind = Kind::milestone;
    finding.cause = Cause::timing;
    finding.id = "milestone:" + milestone.id;
    finding.message = {"audit.too_late",
                       {action.id + " " + action.name.ko, words(jobs), std::to_string(year), milestone.name.ko,
                        time::to_string(milestone.date)}};
    finding.difference = time::year_of(milestone.date) - year;
    finding.sides = {jobs_side(index, action),
                     {"actions", cell_words(milestone.id, milestone.name.ko), day_number(milestone.date), "date"}};
    finding.effect.persons = jobs;
    all.push_back(std::move(finding));
  }
  return all;
}

const plan::Milestone* milestone_named(const plan::Plan& plan, const std::string& id) {
  for (const auto& action : plan.actions) {
    for (const auto& milestone : action.milestones) {
      if (milestone.id == id) return &milestone;
    }
  }
  return nullptr;
}

/// A step that is dated before one it waits for.
Findings out_of_order(const FactIndex& index, const plan::Action& action) {
  Findings all;
  for (const auto& milestone : action.milestones) {
    for (const auto& id : milestone.after) {
      const auto* before = milestone_named(index.plan(), id);
      if (before == nullptr || before->date <= milestone.date) continue;
      Finding finding;
      finding.kind = Kind::milestone;
      finding.cause = Cause::timing;
      finding.id = "milestone:" + milestone.id + ":order";
      finding.message = {
          "audit.out_of_order",
          {milestone.name.ko, time::to_string(milestone.date), before->name.ko, time::to_string(before->date)}};
      finding.difference = time::days_between(before->date, milestone.date);
      finding.sides = {{"actions", cell_words(milestone.id, milestone.name.ko), day_number(milestone.date), "date"},
                       {"actions", cell_words(before->id, before->name.ko), day_number(before->date), "date"}};
      finding.effect.persons = milestone.jobs;
      all.push_back(std::move(finding));
    }
  }
  return all;
}

/// "the project's second year" in its third.
Findings wrong_year(const FactIndex& index, const plan::Action& action) {
  Findings all;
  if (!action.from) return all;
  for (const auto* fact : facts_of(index, action)) {
    if (fact->item != "project_year") continue;
    int year = 0;
    std::from_chars(fact->period.data(), fact->period.data() + fact->period.size(), year);
    const int right = year - time::year_of(*action.from) + 1;
    if (year == 0 || fact->value == right) continue;
    Finding finding;
    finding.kind = Kind::milestone;
    finding.cause = Cause::timing;
    finding.id = "milestone:" + action.id + ":project-year";
    finding.message = {"audit.project_year",
                       {action.id + " " + action.name.ko, words(fact->value), fact->period, std::to_string(right),
                        std::to_string(time::year_of(*action.from))}};
    finding.difference = fact->value - right;
    finding.sides = {side_of(*fact), {"actions", cell_words(action.id, "period"), day_number(*action.from), "date"}};
    all.push_back(std::move(finding));
  }
  return all;
}

}  // namespace

Findings check_milestones(const FactIndex& index) {
  Findings all;
  for (const auto& action : index.plan().actions) {
    for (auto* check : {too_late, out_of_order, wrong_year}) {
      for (auto& finding : check(index, action)) all.push_back(std::move(finding));
    }
  }
  return all;
}

}  // namespace jobcast::audit
