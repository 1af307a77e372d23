#include <array>
#include <limits>

#include "engine/input/plain_number.hpp"
#include "models/plan/pack_words.hpp"
#include "models/scenario/scenario_file.hpp"
#include "models/sweep/lever_file.hpp"

namespace jobcast::sweep {
namespace {

using input::Presence;
using input::TomlTable;
using input::TomlValue;

/// A selection of the lever and what its settings are called by.
struct Branch {
  std::string words;
  TomlValue select;
};

const char* key_of(Target target) {
  constexpr std::array keys{"budget", "jobs", "start_delay_days", "programmes"};
  return keys[static_cast<std::size_t>(target)];
}

std::vector<std::string> members_of(std::size_t kind, const plan::Plan& plan) {
  switch (kind) {
    case 0:
      return ids_of(plan.programmes);
    case 1:
      return ids_of(plan.departments);
    case 2:
      return plan::sector_ids();
    case 3:
      return ids_of(plan.types);
    default:
      return ids_of(plan.actions);
  }
}

/// With `each`, one branch for every department (programme, …) that the selection touches; else the selection alone.
std::vector<Branch> branches_of(TomlTable& entry, const plan::Plan& plan) {
  const auto* select = entry.value("select", Presence::optional);
  const TomlValue whole = select == nullptr ? table_node({}, entry.where()) : *select;
  const auto selection = read_selection(whole, plan, entry.faults());
  if (entry.value("each", Presence::optional) == nullptr) {
    return selection ? std::vector<Branch>{{"", whole}} : std::vector<Branch>();
  }
  const std::vector<std::string> kinds{"programme", "department", "sector", "type", "action"};
  const auto kind = entry.choice("each", kinds);
  if (!kind || !selection) return {};
  if (whole.find(kinds[*kind]) != nullptr) {
    entry.faults().add({entry.where("each"), {"sweep.each_selected", {kinds[*kind]}}, {}, {}});
    return {};
  }
  std::vector<Branch> branches;
  for (const auto& member : members_of(*kind, plan)) {
    TomlValue part = whole;
    part.members.push_back({kinds[*kind], whole.where, text_node(member, whole.where)});
    input::Diagnostics none;
    if (read_selection(part, plan, none)) branches.push_back({member, std::move(part)});
  }
  return branches;
}

TomlValue change_node(const Branch& branch, Target target, const TomlValue& value) {
  return table_node({{"select", branch.select.where, branch.select}, {key_of(target), value.where, value}},
                    value.where);
}

plan::ValueRule rule_of(Target target) {
  constexpr double nothing_left = -100.0;
  constexpr double a_year = 366.0;
  if (target == Target::start_delay_days) return {"days", 0.0, a_year};
  return {"percent", nothing_left, std::numeric_limits<double>::infinity()};
}

/// Any place of a continuum: its number is put in later.
TomlValue some_value(Target target, const input::Position& where) {
  if (target != Target::start_delay_days) return text_node("+0%", where);
  TomlValue zero;
  zero.kind = TomlValue::Kind::whole_number;
  zero.text = "0";
  zero.where = where;
  return zero;
}

}  // namespace

void read_change_lever(TomlTable& entry, const plan::Plan& plan, const Domain& domain, Lever& lever) {
  const auto read = [&](const Branch& branch, const TomlValue& value) {
    input::Diagnostics found;
    const auto node = change_node(branch, lever.target, value);
    TomlTable table(node, "lever", found);
    auto change = scenario::read_change(table, plan);
    add_new(found, entry.faults());
    return change;
  };
  const auto branches = branches_of(entry, plan);
  if (!domain.distribution) {
    for (const auto& branch : branches) {
      for (const auto& value : domain.values) {
        const auto words = branch.words.empty() ? value.text : branch.words + " " + value.text;
        lever.settings.push_back({.words = words, .changes = {read(branch, value)}, .values = {}});
      }
    }
    return;
  }
  if (branches.size() > 1) {
    entry.faults().add({entry.where("each"), {"sweep.each_continuum", {}}, {"sweep.expected_steps", {}}, {}});
    return;
  }
  lever.numbers = read_numbers(*domain.distribution, rule_of(lever.target), entry.faults());
  for (const auto& branch : branches) {
    lever.open.changes.push_back(read(branch, some_value(lever.target, domain.distribution->where)));
  }
}

}  // namespace jobcast::sweep
