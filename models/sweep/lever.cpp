#include "models/sweep/lever.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "engine/input/plain_number.hpp"
#include "models/programmes/execution.hpp"

namespace jobcast::sweep {
namespace {

constexpr double percent = 100.0;

double rounded(double number) {
  constexpr int digits = 6;
  std::array<char, 32> text{};
  const auto end =
      std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::general, digits).ptr;
  double result = number;
  std::from_chars(text.data(), end, result);
  return result;
}

/// Won of the selected programmes under a scenario, from the selected sources.
double money_of(const scenario::Selection& select, const plan::Plan& plan,
                const std::vector<programmes::ProgrammeExecution>& executions) {
  double sum = 0.0;
  for (std::size_t index = 0; index < executions.size(); ++index) {
    if (!programmes::selects(select, plan, plan.programmes[index])) continue;
    for (const plan::Funding source : plan::fundings) {
      const auto& fundings = select.fundings;
      const bool chosen = fundings.empty() || std::find(fundings.begin(), fundings.end(), source) != fundings.end();
      if (chosen) sum += static_cast<double>(executions[index].budget.of(source).value());
    }
  }
  return sum;
}

void move_money(const Move& move, double share, const plan::Plan& plan, scenario::Scenario& scenario) {
  const auto executions = programmes::apply(plan, scenario);
  const double given = share * money_of(move.from, plan, executions);
  const double before = money_of(move.to, plan, executions);
  if (!(before > 0.0)) throw input::InputError(input::Diagnostic{move.where, {"sweep.nobody_receives", {}}, {}, {}});
  // Without matching: what is moved is the very money that was there, and no more.
  const auto change = [&](const scenario::Selection& select, double relative) {
    scenario.changes.push_back({.select = select,
                                .budget = scenario::Adjustment{scenario::Adjustment::Kind::relative, relative},
                                .matching = false,
                                .jobs = {},
                                .start_delay_days = {},
                                .programmes = {},
                                .where = move.where});
  };
  change(move.from, -share);
  change(move.to, given / before);
}

}  // namespace

std::string signed_percent(double number) {
  return (number < 0.0 ? "-" : "+") + input::number_text(std::abs(number)) + "%";
}

Setting setting_at(const Lever& lever, double number) {
  const double exact = rounded(number);
  Setting setting = lever.open;
  const auto relative = scenario::Adjustment{scenario::Adjustment::Kind::relative, exact / percent};
  setting.words = signed_percent(exact);
  switch (lever.target) {
    case Target::budget:
      for (auto& change : setting.changes) change.budget = relative;
      break;
    case Target::jobs:
      for (auto& change : setting.changes) change.jobs = relative;
      break;
    case Target::start_delay_days:
      for (auto& change : setting.changes) change.start_delay_days = exact;
      setting.words = input::number_text(exact);
      break;
    case Target::values:
      for (auto& value : setting.values) value.distribution = random::Distribution::fixed(exact);
      setting.words = input::number_text(exact);
      break;
    case Target::move:
      setting.moved = exact / percent;
      setting.words = input::number_text(exact) + "%";
      break;
    case Target::programmes:
      break;
  }
  return setting;
}

void apply(const Lever& lever, const Setting& setting, const plan::Plan& plan, scenario::Scenario& scenario) {
  scenario.changes.insert(scenario.changes.end(), setting.changes.begin(), setting.changes.end());
  for (const auto& value : setting.values) scenario.values.insert_or_assign(value.key, value);
  if (lever.move) move_money(*lever.move, setting.moved, plan, scenario);
}

}  // namespace jobcast::sweep
