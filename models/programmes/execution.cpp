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

/// The least ratio of new to old money over the public sources that were cut; 1 when none was.
double cut_ratio(const plan::Budget& before, const plan::Budget& after) {
  double ratio = 1.0;
  for (const plan::Funding source : plan::fundings) {
    if (source == plan::Funding::private_money || before.of(source).value() == 0) continue;
    ratio = std::min(ratio, after.of(source) / before.of(source));
  }
  return ratio;
}

plan::Budget with_matching(const plan::Budget& before, plan::Budget after) {
  const double ratio = cut_ratio(before, after);
  if (ratio >= 1.0) return after;
  for (const plan::Funding source : plan::fundings) {
    if (source == plan::Funding::private_money) continue;
    auto& money = after.by_source[static_cast<std::size_t>(source)];
    money = std::min(money, rounded(won(before.of(source)) * ratio));
  }
  return after;
}

plan::Budget adjusted(const plan::Budget& before, const scenario::Change& change) {
  plan::Budget after = before;
  const auto& chosen = change.select.fundings;
  const double selected_total = [&] {
    double sum = 0.0;
    for (const plan::Funding source : plan::fundings) {
      if (chosen.empty() || holds(chosen, source)) sum += won(before.of(source));
    }
    return sum;
  }();
  if (selected_total <= 0.0) return before;
  const double ratio = change.budget->apply(selected_total) / selected_total;
  for (const plan::Funding source : plan::fundings) {
    if (!chosen.empty() && !holds(chosen, source)) continue;
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
    const plan::Budget before = execution.budget;
    execution.budget = adjusted(before, change);
    if (change.matching && plan.matching.rule == plan::Matching::Rule::fixed_ratio) {
      execution.budget = with_matching(before, execution.budget);
    }
  }
}

}  // namespace

bool selects(const scenario::Selection& selection, const plan::Plan& plan, const plan::Programme& programme) {
  const auto allows = [](const auto& list, const auto& item) { return list.empty() || holds(list, item); };
  const bool funded = selection.fundings.empty() ||
                      std::any_of(selection.fundings.begin(), selection.fundings.end(), [&](plan::Funding source) {
                        return programme.budget.of(source).value() > 0;
                      });
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
