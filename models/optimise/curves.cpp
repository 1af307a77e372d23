#include "models/optimise/curves.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "engine/stats/moments.hpp"
#include "models/programmes/programme_model.hpp"

namespace jobcast::optimise {
namespace {

/// Ratios of all money at which the model is asked; of these only those that some programme of a group can have.
constexpr std::array ratios{0.0, 0.25, 0.5, 0.75, 0.9, 1.1, 1.25, 1.5, 2.0, 3.0, 5.0, 10.0};
constexpr double nearly = 1e-9;

std::vector<double> kernel_weights(const std::vector<double>& figures, const plan::Indicator& indicator) {
  stats::Moments moments;
  for (const double figure : figures) moments.add(figure);
  const auto n = static_cast<double>(figures.size());
  constexpr double silverman = 1.06;
  const double width = std::max(silverman * moments.standard_deviation() * std::pow(n, -0.2), indicator.rounding);
  // A figure is met from half a step below it.
  const double target = indicator.target - 0.5 * indicator.rounding;
  std::vector<double> weights;
  for (const double figure : figures) {
    const double z = (figure - target) / width;
    weights.push_back(std::exp(-0.5 * z * z) / (width * n * std::sqrt(2.0 * std::numbers::pi)));
  }
  return weights;
}

double weighted_change(const std::vector<double>& before, const std::vector<double>& after,
                       const std::vector<double>& weights) {
  stats::CompensatedSum sum;
  for (std::size_t draw = 0; draw < before.size(); ++draw) sum.add(weights[draw] * (after[draw] - before[draw]));
  return sum.value();
}

/// Programmes that act alike and can be moved, and the ratios they are asked at.
struct Group {
  std::vector<std::size_t> rows;
  double jobs = 0.0;
  std::vector<double> asked;     ///< rising, without 1
  std::vector<Measures> change;  ///< at each of them
};

std::vector<Group> groups_of(const plan::Plan& plan, const Allocation& least, const Allocation& most) {
  const auto county = planned(plan);
  std::vector<Group> groups;
  for (const auto& rows : programmes::alike(plan, scenario::as_written(plan))) {
    Group group;
    double low = 1.0, high = 1.0;
    for (const std::size_t row : rows) {
      if (county[row] <= 0.0) continue;
      group.rows.push_back(row);
      group.jobs += plan.programmes[row].jobs;
      low = std::min(low, money_ratio(plan, row, least[row]));
      high = std::max(high, money_ratio(plan, row, most[row]));
    }
    for (const double ratio : ratios) {
      if (low + nearly < ratio && ratio < high - nearly) group.asked.push_back(ratio);
    }
    if (low < 1.0 - nearly) group.asked.push_back(std::max(low, 0.0));
    if (high > 1.0 + nearly) group.asked.push_back(high);
    std::sort(group.asked.begin(), group.asked.end());
    if (!group.asked.empty()) groups.push_back(std::move(group));
  }
  return groups;
}

scenario::Scenario moved(const plan::Plan& plan, const Group& group, double ratio) {
  auto scenario = scenario::as_written(plan);
  scenario::Change change;
  for (const std::size_t row : group.rows) change.select.programmes.push_back(plan.programmes[row].id);
  change.budget = scenario::Adjustment{.kind = scenario::Adjustment::Kind::relative, .value = ratio - 1.0};
  scenario.changes.push_back(std::move(change));
  return scenario;
}

Measures scaled(const Measures& measures, double factor) {
  Measures result;
  for (std::size_t i = 0; i < result.size(); ++i) result[i] = factor * measures[i];
  return result;
}

Measures between(const Measures& a, const Measures& b, double share) {
  Measures result;
  for (std::size_t i = 0; i < result.size(); ++i) result[i] = (1.0 - share) * a[i] + share * b[i];
  return result;
}

/// A programme's part of its group's response.
std::vector<CurvePoint> curve_of(const plan::Plan& plan, std::size_t row, const Group& group, double least,
                                 double most) {
  const double share = plan.programmes[row].jobs / group.jobs;
  const double floor = money_ratio(plan, row, 0.0);  // of private money, which stays
  std::vector<CurvePoint> all;
  bool plan_is_in = false;
  const auto add_plan = [&] {
    if (!plan_is_in) all.push_back({.county = planned(plan)[row], .change = {}});
    plan_is_in = true;
  };
  for (std::size_t i = 0; i < group.asked.size(); ++i) {
    if (group.asked[i] > 1.0) add_plan();
    if (group.asked[i] < floor - nearly) continue;
    all.push_back({county_money(plan, row, group.asked[i]), scaled(group.change[i], share)});
  }
  add_plan();
  // Cut to what the programme may have, the ends in between two points.
  std::vector<CurvePoint> cut;
  const auto at = [&](double county) -> CurvePoint {
    const auto after = std::find_if(all.begin(), all.end(), [&](const auto& point) { return point.county >= county; });
    if (after == all.end()) return {county, all.back().change};
    if (after == all.begin()) return {county, all.front().change};
    const auto before = after - 1;
    return {county,
            between(before->change, after->change, (county - before->county) / (after->county - before->county))};
  };
  cut.push_back(at(least));
  constexpr double won = 1.0;
  for (const auto& point : all) {
    if (least + won < point.county && point.county < most - won) cut.push_back(point);
  }
  if (most > least + won) cut.push_back(at(most));
  return cut;
}

}  // namespace

Yardstick::Yardstick(const plan::Plan& plan, response::Outcomes outcomes) : planned_(std::move(outcomes)) {
  for (std::size_t i = 0; i < weights_.size(); ++i) {
    weights_[i] = kernel_weights(planned_.published[i], plan.indicators[i]);
  }
}

Measures Yardstick::change(const response::Outcomes& outcomes) const {
  Measures measures{};
  const auto n = planned_.youth.size();
  const std::vector<double> even(n, 1.0 / static_cast<double>(n));
  for (std::size_t i = 0; i < plan::indicator_names.size(); ++i) {
    const auto id = static_cast<plan::Indicator::Id>(i);
    measures[measure_of({Goal::Kind::indicator, id})] = weighted_change(planned_.truth[i], outcomes.truth[i], even);
    measures[measure_of({Goal::Kind::chance, id})] = weighted_change(planned_.truth[i], outcomes.truth[i], weights_[i]);
  }
  measures[measure_of({.kind = Goal::Kind::youth})] = weighted_change(planned_.youth, outcomes.youth, even);
  measures[measure_of({.kind = Goal::Kind::seniors})] = weighted_change(planned_.seniors, outcomes.seniors, even);
  return measures;
}

Curves::Curves(const plan::Plan& plan, const response::Simulator& simulator, const Allocation& least,
               const Allocation& most, const std::function<void(std::size_t)>& done) {
  const auto county = planned(plan);
  for (std::size_t row = 0; row < plan.programmes.size(); ++row) {
    curves_.push_back({{.county = least[row], .change = {}}});
    if (most[row] > least[row]) curves_.back().push_back({.county = most[row], .change = {}});
  }
  auto groups = groups_of(plan, least, most);
  std::vector<scenario::Scenario> asked;
  for (const auto& group : groups) {
    for (const double ratio : group.asked) asked.push_back(moved(plan, group, ratio));
  }
  const Yardstick yardstick(plan, simulator.outcomes(scenario::as_written(plan)));
  const auto changes = simulator.each<Measures>(
      asked, [&](const response::Outcomes& found) { return yardstick.change(found); }, [&] { done(asked.size()); });
  auto next = changes.begin();
  for (auto& group : groups) {
    group.change.assign(next, next + static_cast<std::ptrdiff_t>(group.asked.size()));
    next += static_cast<std::ptrdiff_t>(group.asked.size());
    for (const std::size_t row : group.rows) curves_[row] = curve_of(plan, row, group, least[row], most[row]);
  }
}

}  // namespace jobcast::optimise
