#include "models/plan/milestone_reader.hpp"

#include <algorithm>
#include <set>

#include "engine/graph/dependency_graph.hpp"
#include "models/plan/value_reader.hpp"

namespace jobcast::plan {
namespace {

using input::Presence;
using input::TomlTable;

/// Sheets date steps before they open and after they close, but not by years.
constexpr int tolerance_years = 1;

DateSpan allowed_for(const Action& action, int plan_year) {
  const auto first = action.from.value_or(time::make_date(plan_year, 1, 1));
  const auto last = action.to.value_or(time::make_date(plan_year, 12, 31));
  return {time::make_date(time::year_of(first) - tolerance_years, 1, 1),
          time::make_date(time::year_of(last) + tolerance_years, 12, 31)};
}

std::string chain(const std::vector<std::string>& ids) {
  std::string text;
  for (const auto& id : ids) text += id + " → ";
  return text + ids.front();
}

}  // namespace

std::optional<DateSpan> read_period(TomlTable& table, std::string_view key, Presence presence) {
  const auto* found = table.value(key, presence);
  if (found == nullptr) return std::nullopt;
  if (found->kind == input::TomlValue::Kind::date) return DateSpan{found->date, found->date};
  if (found->kind == input::TomlValue::Kind::text) {
    if (const auto span = parse_period(found->text)) return span;
  }
  const bool year = found->kind == input::TomlValue::Kind::whole_number && parse_period(found->text);
  table.faults().add({found->where,
                      {"plan.bad_date", {std::string(key), found->text}},
                      {"plan.expected_date", {}},
                      year ? input::Message{"toml.mend_quote", {found->text}} : input::Message{}});
  return std::nullopt;
}

void MilestoneReader::read_date(TomlTable& entry, const Action& action, Milestone& milestone) {
  const auto date = read_period(entry, "date", Presence::required);
  if (!date) return;
  milestone.date = date->last;
  if (pack_.plan.plan_year == 0) return;
  const auto allowed = allowed_for(action, pack_.plan.plan_year);
  if (milestone.date >= allowed.first && milestone.date <= allowed.last) return;
  entry.faults().add({entry.where("date"),
                      {"plan.milestone_outside", {milestone.id, time::to_string(milestone.date)}},
                      {"plan.expected_between_dates", {time::to_string(allowed.first), time::to_string(allowed.last)}},
                      {}});
}

Milestone MilestoneReader::read_one(TomlTable& entry, const Action& action) {
  Milestone milestone;
  milestone.id = action.id + "/" + entry.text("id").value_or("");
  milestone.name = read_name(entry, "name");
  milestone.provenance = action.provenance;
  milestone.provenance.where = entry.where();
  read_date(entry, action, milestone);
  for (const auto& before : entry.texts("after", Presence::optional)) {
    const bool elsewhere = before.text.find('/') != std::string::npos;
    milestone.after.push_back(elsewhere ? before.text : action.id + "/" + before.text);
    dependencies_.push_back({milestone.after.back(), milestone.id, before.where});
  }
  if (const auto* duration = entry.value("duration_days", Presence::optional)) {
    const ValueRule days{.unit = "days", .least = 0.0};
    if (auto value = read_value(*duration, "duration_days." + milestone.id, days, pack_.faults)) {
      milestone.duration_days = std::move(*value);
    }
  }
  milestone.jobs = entry.number("jobs", Presence::optional).value_or(0.0);
  if (milestone.jobs < 0.0) {
    pack_.faults.add({entry.where("jobs"), {"plan.negative", {"jobs"}}, {"plan.expected_not_negative", {}}, {}});
  }
  entry.refuse_other_keys();
  return milestone;
}

void MilestoneReader::read(TomlTable& entry, Action& action) {
  for (auto& each : entry.tables("milestone", Presence::optional)) {
    auto milestone = read_one(each, action);
    if (each.where("id") == each.where()) continue;  // it has no id, which is a fault already
    if (ids_.add(milestone.id, each.where("id"), pack_.faults)) names_.push_back(milestone.id);
    action.milestones.push_back(std::move(milestone));
  }
}

void MilestoneReader::check() {
  const std::set<std::string> known(names_.begin(), names_.end());
  std::erase_if(dependencies_, [&](const Dependency& dependency) {
    if (known.contains(dependency.before) && known.contains(dependency.after)) return false;
    if (!known.contains(dependency.before)) {
      pack_.faults.add({dependency.where,
                        {"plan.unknown_milestone", {dependency.before}},
                        {"plan.expected_milestone", {}},
                        input::did_you_mean(dependency.before, names_)});
    }
    return true;
  });
  check_circles();
}

void MilestoneReader::check_circles() {
  while (true) {
    graph::DependencyGraph graph;
    for (const auto& name : names_) graph.add_task(name, 0.0);
    for (const auto& dependency : dependencies_) graph.add_dependency(dependency.before, dependency.after);
    try {
      static_cast<void>(graph.topological_order());
      return;
    } catch (const graph::CycleError& circle) {
      // Named at the link that closes it; without that link the next circle comes to light.
      const auto closes = std::find_if(dependencies_.begin(), dependencies_.end(), [&](const Dependency& link) {
        return link.before == circle.ids().back() && link.after == circle.ids().front();
      });
      pack_.faults.add({closes->where, {"plan.circle", {chain(circle.ids())}}, {"plan.expected_no_circle", {}}, {}});
      std::erase_if(dependencies_, [&](const Dependency& link) {
        return link.before == circle.ids().back() && link.after == circle.ids().front();
      });
    }
  }
}

}  // namespace jobcast::plan
