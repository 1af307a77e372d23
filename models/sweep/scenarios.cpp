#include "models/sweep/scenarios.hpp"

#include <algorithm>

#include "engine/design/latin_hypercube.hpp"
#include "engine/design/sobol.hpp"

namespace jobcast::sweep {
namespace {

design::Grid grid_of(const std::vector<Lever>& levers) {
  std::vector<std::size_t> sizes;
  for (const auto& lever : levers) sizes.push_back(lever.settings.size());
  return design::Grid(std::move(sizes));
}

std::optional<design::Points> points_of(const Design& design, const std::vector<Lever>& levers) {
  std::vector<std::string> names;
  for (const auto& lever : levers) names.push_back(lever.name);
  if (names.empty()) return std::nullopt;
  if (design.kind == DesignKind::latin_hypercube) return design::latin_hypercube(design.points, names, design.seed);
  if (design.kind == DesignKind::sobol) return design::sobol(design.points, names, design.seed);
  return std::nullopt;
}

/// "to-youth 10%, late 30".
std::string words_of(const Swept& swept) {
  std::string words;
  for (const auto& [lever, setting] : swept.settings) words += (words.empty() ? "" : ", ") + lever + " " + setting;
  return words;
}

}  // namespace

std::uint64_t Scenarios::count(const Sweep& sweep, std::size_t plan) {
  const auto swept_plan = sweep.plans[plan];
  const auto& levers = swept_plan->levers;
  // Without levers there is the scenario that is extended, unless that is the plan itself.
  if (levers.empty()) return swept_plan->base.id == scenario::as_written(swept_plan->plan).id ? 0 : 1;
  switch (sweep.design.kind) {
    case DesignKind::grid:
      return grid_of(levers).size();
    case DesignKind::list:
      return levers.front().settings.size();
    case DesignKind::latin_hypercube:
    case DesignKind::sobol:
      break;
  }
  return sweep.design.points;
}

Scenarios::Scenarios(const Sweep& sweep, std::size_t plan)
    : sweep_(&sweep),
      plan_(plan),
      swept_plan_(sweep.plans[plan]),
      count_(count(sweep, plan)),
      grid_(grid_of(swept_plan_->levers)),
      points_(points_of(sweep.design, swept_plan_->levers)) {}

Setting Scenarios::setting(std::size_t index, std::uint64_t point) const {
  const Lever& lever = swept_plan_->levers[index];
  if (points_) {
    const double place = points_->of(static_cast<std::size_t>(point), index);
    if (lever.numbers) return setting_at(lever, lever.numbers->quantile(place));
    return lever.settings[static_cast<std::size_t>(place * static_cast<double>(lever.settings.size()))];
  }
  const bool grid = sweep_->design.kind == DesignKind::grid;
  return lever.settings[grid ? grid_.place(point)[index] : static_cast<std::size_t>(point)];
}

Swept Scenarios::at(std::uint64_t number) const {
  const SweptPlan& swept_plan = *swept_plan_;
  Swept swept{.plan = plan_, .number = number, .scenario = scenario::as_written(swept_plan.plan)};
  if (number == 0) return swept;
  swept.scenario = swept_plan.base;
  for (std::size_t index = 0; index < swept_plan.levers.size(); ++index) {
    const Lever& lever = swept_plan.levers[index];
    const Setting chosen = setting(index, number - 1);
    apply(lever, chosen, swept_plan.plan, swept.scenario);
    swept.settings.emplace_back(lever.name, chosen.words);
  }
  const auto words = words_of(swept);
  if (words.empty()) return swept;
  // By what it does and not by its number, which changes when the file grows.
  swept.scenario.id = sweep_->id + ": " + words;
  swept.scenario.title = {words, words};
  return swept;
}

}  // namespace jobcast::sweep
