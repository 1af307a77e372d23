#include "models/attribution/parts.hpp"

#include <algorithm>

namespace jobcast::attribution {
namespace {

constexpr std::array sector_ids{"direct", "training", "service", "subsidy", "startup", "private"};
constexpr std::array funding_ids{"national", "provincial", "county", "private"};
const std::string no_part = "none";

double won(units::Won money) { return static_cast<double>(money.value()); }

/// Without these programmes: they offer no jobs in the plan's year. The base year's end with them.
scenario::Change without(const std::vector<std::string>& programmes) {
  scenario::Change change;
  change.select.programmes = programmes;
  change.jobs = scenario::Adjustment{.kind = scenario::Adjustment::Kind::absolute, .value = 0.0};
  return change;
}

std::string strategy_of(const plan::Plan& plan, const std::string& programme) {
  for (const auto& action : plan.actions) {
    if (std::find(action.covers.begin(), action.covers.end(), programme) == action.covers.end()) continue;
    for (const auto& task : plan.tasks) {
      if (task.id == action.task) return task.strategy;
    }
  }
  return no_part;
}

std::string key_of(const plan::Plan& plan, const plan::Programme& programme, Grouping grouping) {
  switch (grouping) {
    case Grouping::sector:
      return sector_ids[static_cast<std::size_t>(programme.sector)];
    case Grouping::strategy:
      return strategy_of(plan, programme.id);
    case Grouping::department:
      return programme.department.empty() ? no_part : programme.department;
    default:
      return programme.id;
  }
}

std::vector<Part> empty_parts(const plan::Plan& plan, Grouping grouping) {
  std::vector<Part> parts;
  const auto add = [&](const std::string& id, const plan::Text& name) {
    Part part;
    part.id = id;
    part.name = name;
    parts.push_back(std::move(part));
  };
  switch (grouping) {
    case Grouping::sector:
      for (const auto* id : sector_ids) add(id, {});
      break;
    case Grouping::strategy:
      for (const auto& strategy : plan.strategies) add(strategy.id, strategy.name);
      break;
    case Grouping::department:
      for (const auto& department : plan.departments) add(department.id, department.name);
      break;
    case Grouping::programme:
      for (const auto& programme : plan.programmes) add(programme.id, programme.name);
      break;
    case Grouping::funding:
      for (const auto* id : funding_ids) add(id, {});
      break;
  }
  if (grouping == Grouping::strategy || grouping == Grouping::department) add(no_part, {});
  return parts;
}

std::vector<Part> by_source(const plan::Plan& plan) {
  auto parts = empty_parts(plan, Grouping::funding);
  for (const auto source : plan::fundings) {
    auto& part = parts[static_cast<std::size_t>(source)];
    part.absence.select.fundings = {source};
    part.absence.budget = scenario::Adjustment{.kind = scenario::Adjustment::Kind::absolute, .value = 0.0};
    part.absence.matching = false;
    for (const auto& programme : plan.programmes) {
      if (programme.budget.of(source).value() <= 0) continue;
      part.programmes.push_back(programme.id);
      part.jobs += programme.jobs;
      part.won += won(programme.budget.of(source));
    }
  }
  return parts;
}

}  // namespace

std::vector<Part> parts_of(const plan::Plan& plan, Grouping grouping) {
  auto parts = grouping == Grouping::funding ? by_source(plan) : empty_parts(plan, grouping);
  if (grouping != Grouping::funding) {
    for (const auto& programme : plan.programmes) {
      const auto key = key_of(plan, programme, grouping);
      const auto part = std::find_if(parts.begin(), parts.end(), [&](const Part& each) { return each.id == key; });
      if (part == parts.end()) continue;
      part->programmes.push_back(programme.id);
      part->jobs += programme.jobs;
      part->won += won(programme.stated_total);
    }
    for (auto& part : parts) part.absence = without(part.programmes);
  }
  std::erase_if(parts, [](const Part& part) { return part.programmes.empty(); });
  return parts;
}

scenario::Scenario with_parts(const plan::Plan& plan, const std::vector<Part>& parts,
                              const std::vector<bool>& present) {
  auto scenario = scenario::as_written(plan);
  scenario::Change rows;  // one change for all rows that are absent
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (present[i]) continue;
    const auto& absence = parts[i].absence;
    if (absence.jobs) {
      if (rows.select.programmes.empty())
        rows = absence;
      else
        rows.select.programmes.insert(rows.select.programmes.end(), absence.select.programmes.begin(),
                                      absence.select.programmes.end());
    } else {
      scenario.changes.push_back(absence);
    }
  }
  if (!rows.select.programmes.empty()) scenario.changes.push_back(std::move(rows));
  return scenario;
}

}  // namespace jobcast::attribution
