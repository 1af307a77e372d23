#include "models/optimise/money.hpp"

#include <cmath>

#include "engine/input/plain_number.hpp"

namespace jobcast::optimise {
namespace {

constexpr double thousand = 1000.0;

double won(units::Won money) { return static_cast<double>(money.value()); }

double planned_county(const plan::Plan& plan, std::size_t row) {
  return won(plan.programmes[row].budget.of(plan::Funding::county));
}

/// Money that leaves a programme with each won of county money that is cut.
double lost_with_county(const plan::Plan& plan, std::size_t row) {
  if (plan.matching.rule == plan::Matching::Rule::none) return 1.0;
  const auto& budget = plan.programmes[row].budget;
  return (won(budget.total()) - won(budget.of(plan::Funding::private_money))) / planned_county(plan, row);
}

bool differs(const plan::Plan& plan, const Allocation& county, std::size_t row) {
  return county[row] != planned_county(plan, row);
}

}  // namespace

Allocation planned(const plan::Plan& plan) {
  Allocation county;
  for (std::size_t row = 0; row < plan.programmes.size(); ++row) county.push_back(planned_county(plan, row));
  return county;
}

std::vector<std::size_t> movable_rows(const plan::Plan& plan) {
  std::vector<std::size_t> rows;
  for (std::size_t row = 0; row < plan.programmes.size(); ++row) {
    if (planned_county(plan, row) > 0.0) rows.push_back(row);
  }
  return rows;
}

double sum_of(const Allocation& county, const std::vector<std::size_t>& rows) {
  double sum = 0.0;
  for (const std::size_t row : rows) sum += county[row];
  return sum;
}

double money_ratio(const plan::Plan& plan, std::size_t row, double county) {
  const double total = won(plan.programmes[row].budget.total());
  const double more = county - planned_county(plan, row);
  return 1.0 + (more < 0.0 ? lost_with_county(plan, row) : 1.0) * more / total;
}

double county_money(const plan::Plan& plan, std::size_t row, double ratio) {
  const double total = won(plan.programmes[row].budget.total());
  const double more = (ratio - 1.0) * total;
  return planned_county(plan, row) + (more < 0.0 ? more / lost_with_county(plan, row) : more);
}

Allocation rounded(const plan::Plan& plan, const Allocation& county) {
  auto result = planned(plan);
  for (const std::size_t row : movable_rows(plan)) {
    if (std::abs(county[row] - result[row]) <= thousand / 2.0) continue;
    // What the solver leaves a millionth of a won under a whole thousand is that thousand.
    constexpr double slack = 1e-3;
    result[row] = std::max(0.0, std::floor(county[row] / thousand + slack) * thousand);
  }
  return result;
}

scenario::Scenario scenario_of(const plan::Plan& plan, const Allocation& county) {
  auto scenario = scenario::as_written(plan);
  for (std::size_t row = 0; row < county.size(); ++row) {
    if (!differs(plan, county, row)) continue;
    scenario::Change change;
    change.select.programmes = {plan.programmes[row].id};
    change.select.fundings = {plan::Funding::county};
    change.budget = scenario::Adjustment{.kind = scenario::Adjustment::Kind::absolute, .value = county[row]};
    scenario.changes.push_back(std::move(change));
  }
  return scenario;
}

std::string scenario_toml(const plan::Plan& plan, const Allocation& county, const std::string& plan_file) {
  std::string text =
      "schema  = \"jobcast.scenario/1\"\n"
      "title   = { ko = \"군비 재배분\", en = \"County money reallocated\" }\n"
      "extends = \"" +
      plan_file + "\"\n";
  for (std::size_t row = 0; row < county.size(); ++row) {
    if (!differs(plan, county, row)) continue;
    text += "\n[[change]]  # " + input::number_text(planned_county(plan, row) / thousand) +
            " thousand won in the plan\n" + "select = { programme = \"" + plan.programmes[row].id +
            "\", funding = \"county\" }\n" + "budget = \"=" + input::number_text(county[row] / thousand) + "\"\n";
  }
  return text;
}

}  // namespace jobcast::optimise
