#include "models/programmes/execution.hpp"

#include <algorithm>
#include <cmath>

namespace jobcast::programmes {
namespace {

template <class List, class Item>
bool holds(const List& list, const Item& item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

bool covered(const std::vector<std::string>& actions, const plan::Plan& plan, const std::string& programme) {
  return std::any_of(plan.actions.begin(), plan.actions.end(), [&](const plan::Action& action) {
    return holds(actions, action.id) && holds(action.covers, programme);
  });
}

double won(units::Won money) { return static_cast<double>(money.value()); }

units::Won rounded(double amount) { return units::Won(std::llround(amount)); }

bool chosen(const scenario::Change& change, plan::Funding source) {
  return change.select.fundings.empty() || holds(change.select.fundings, source);
}

bool is_public(plan::Funding source) { return source != plan::Funding::private_money; }

/// New over old money of the sources that a change selects; 1 where there is none.
double change_ratio(const plan::Budget& before, const scenario::Change& change) {
  double selected = 0.0;
  for (const plan::Funding source : plan::fundings) selected += chosen(change, source) ? won(before.of(source)) : 0.0;
  return selected > 0.0 ? change.budget->apply(selected) / selected : 1.0;
}

/// Money after a change: the selected sources, and where `matched` the other public ones of a programme that loses
/// public money.
plan::Budget changed(const plan::Budget& before, const scenario::Change& change, bool matched) {
  const double ratio = change_ratio(before, change);
  const bool cut = ratio < 1.0 && std::any_of(plan::fundings.begin(), plan::fundings.end(), [&](plan::Funding source) {
                     return is_public(source) && chosen(change, source) && before.of(source).value() > 0;
                   });
  plan::Budget after = before;
  for (const plan::Funding source : plan::fundings) {
    if (!chosen(change, source) && !(matched && cut && is_public(source))) continue;
    after.by_source[static_cast<std::size_t>(source)] = rounded(won(before.of(source)) * ratio);
  }
  return after;
}

void apply_change(const plan::Plan& plan, const plan::Programme& programme, const scenario::Change& change,
                  ProgrammeExecution& execution) {
  if (change.programmes) execution.set = *change.programmes;
  if (change.start_delay_days) execution.start_delay_days += *change.start_delay_days;
  if (change.jobs && programme.jobs > 0.0) {
    execution.jobs_ratio = change.jobs->apply(execution.jobs_ratio * programme.jobs) / programme.jobs;
  }
  if (change.budget) {
    const bool matched = change.matching && plan.matching.rule == plan::Matching::Rule::fixed_ratio;
    execution.budget = changed(execution.budget, change, matched);
  }
}

}  // namespace

bool selects(const scenario::Selection& selection, const plan::Plan& plan, const plan::Programme& programme) {
  const auto allows = [](const auto& list, const auto& item) { return list.empty() || holds(list, item); };
  const bool funded = selection.fundings.empty() ||
                      std::any_of(selection.fundings.begin(), selection.fundings.end(),
                                  [&](plan::Funding source) { return programme.budget.of(source).value() > 0; });
  return allows(selection.programmes, programme.id) && allows(selection.departments, programme.department) &&
         allows(selection.sectors, programme.sector) && allows(selection.types, programme.type) && funded &&
         (selection.actions.empty() || covered(selection.actions, plan, programme.id));
}

std::vector<ProgrammeExecution> apply(const plan::Plan& plan, const scenario::Scenario& scenario) {
  std::vector<ProgrammeExecution> executions;
  executions.reserve(plan.programmes.size());
  for (const plan::Programme& programme : plan.programmes) {
    ProgrammeExecution execution{.budget = programme.budget};
    for (const scenario::Change& change : scenario.changes) {
      if (selects(change.select, plan, programme)) apply_change(plan, programme, change, execution);
    }
    const units::Won planned = programme.budget.total();
    if (planned.value() > 0) execution.budget_ratio = execution.budget.total() / planned;
    executions.push_back(execution);
  }
  return executions;
}

}  // namespace jobcast::programmes
