#include <algorithm>
#include <array>

#include "models/programmes/execution.hpp"
#include "models/scenario/scenario_file.hpp"
#include "models/sweep/lever_file.hpp"

namespace jobcast::sweep {
namespace {

using input::Presence;
using input::TomlTable;
using input::TomlValue;

const std::vector<std::string>& change_words() {
  static const std::vector<std::string> words{"budget", "jobs", "start_delay_days", "programmes"};
  return words;
}

/// What the lever changes: one of `change`, `key` and `move`.
std::optional<Target> read_target(TomlTable& entry) {
  const std::vector<std::string> kinds{"change", "key", "move"};
  std::vector<std::string> found;
  for (const auto& kind : kinds) {
    if (entry.value(kind, Presence::optional) != nullptr) found.push_back(kind);
  }
  if (found.size() != 1) {
    entry.faults().add({found.empty() ? entry.where() : entry.where(found.back()),
                        {found.empty() ? "sweep.no_target" : "sweep.two_targets", {input::listed(found)}},
                        {"sweep.expected_target", {input::listed(kinds)}},
                        {}});
    return std::nullopt;
  }
  if (found.front() == "key") return Target::values;
  if (found.front() == "move") return Target::move;
  const auto word = entry.choice("change", change_words());
  return word ? std::optional(static_cast<Target>(*word)) : std::nullopt;
}

Notation notation_of(Target target) {
  switch (target) {
    case Target::budget:
    case Target::jobs:
      return Notation::amount;
    case Target::move:
      return Notation::share;
    case Target::programmes:
      return Notation::word;
    case Target::start_delay_days:
    case Target::values:
      break;
  }
  return Notation::number;
}

}  // namespace

std::optional<Lever> read_lever(TomlTable& entry, const plan::Plan& plan, Places places) {
  Lever lever;
  lever.where = entry.where();
  lever.name = entry.text("name").value_or("");
  const auto target = read_target(entry);
  // Whatever the target, so that a key of the other kinds is told from an unknown one.
  for (const char* key : {"select", "each", "values", "range", "distribution"}) {
    (void)entry.value(key, Presence::optional);
  }
  entry.refuse_other_keys();
  if (!target) return std::nullopt;
  lever.target = *target;
  const auto domain = read_domain(entry, notation_of(lever.target));
  if (!domain) return std::nullopt;
  if (domain->distribution && places == Places::listed) {
    entry.faults().add({domain->distribution->where, {"sweep.continuum", {}}, {"sweep.expected_steps", {}}, {}});
    return std::nullopt;
  }
  if (lever.target == Target::values) {
    read_value_lever(entry, plan, *domain, lever);
  } else if (lever.target == Target::move) {
    read_move_lever(entry, plan, *domain, lever);
  } else {
    read_change_lever(entry, plan, *domain, lever);
  }
  return lever;
}

std::optional<random::Distribution> read_numbers(const TomlValue& distribution, const plan::ValueRule& rule,
                                                 input::Diagnostics& faults) {
  const auto value = plan::read_value(with_source(distribution), "distribution", rule, faults);
  return value ? std::optional(value->distribution) : std::nullopt;
}

bool touches_any(const scenario::Selection& selection, const plan::Plan& plan) {
  return std::any_of(plan.programmes.begin(), plan.programmes.end(),
                     [&](const plan::Programme& programme) { return programmes::selects(selection, plan, programme); });
}

std::optional<scenario::Selection> read_selection(const TomlValue& select, const plan::Plan& plan,
                                                  input::Diagnostics& faults) {
  input::Diagnostics found;
  const auto change = table_node(
      {{"select", select.where, select}, {"jobs", select.where, text_node("+0%", select.where)}}, select.where);
  TomlTable table(change, "lever", found);
  auto selection = scenario::read_change(table, plan).select;
  add_new(found, faults);
  if (!found.empty()) return std::nullopt;
  if (touches_any(selection, plan)) return selection;
  faults.add({select.where, {"sweep.touches_nothing", {}}, {"sweep.expected_programmes", {}}, {}});
  return std::nullopt;
}

void add_new(const input::Diagnostics& found, input::Diagnostics& faults) {
  for (const auto& fault : found.faults()) {
    const auto& known = faults.faults();
    if (std::find(known.begin(), known.end(), fault) == known.end()) faults.add(fault);
  }
}

TomlValue text_node(std::string text, const input::Position& where) {
  TomlValue node;
  node.kind = TomlValue::Kind::text;
  node.text = std::move(text);
  node.where = where;
  return node;
}

TomlValue table_node(std::vector<input::TomlMember> members, const input::Position& where) {
  TomlValue node;
  node.kind = TomlValue::Kind::table;
  node.text = "{…}";
  node.members = std::move(members);
  node.where = where;
  return node;
}

TomlValue with_source(TomlValue table) {
  if (table.kind == TomlValue::Kind::table && table.find("source") == nullptr) {
    table.members.push_back({"source", table.where, text_node("assumption: varied by a sweep", table.where)});
  }
  return table;
}

}  // namespace jobcast::sweep
