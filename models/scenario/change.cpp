#include <algorithm>

#include "engine/input/plain_number.hpp"
#include "models/plan/pack_words.hpp"
#include "models/scenario/scenario_file.hpp"

namespace jobcast::scenario {
namespace {

using input::Presence;
using input::TomlTable;

/// What a list of a selection may name, and the messages when it names something else.
struct Names {
  std::string key;
  std::vector<std::string> known;
  const char* problem;
  const char* expected;
};

void check(const input::TomlText& name, const Names& names, input::Diagnostics& faults) {
  if (std::find(names.known.begin(), names.known.end(), name.text) != names.known.end()) return;
  faults.add({name.where,
              {names.problem, {name.text, "select." + names.key}},
              {names.expected, {std::to_string(names.known.size()), input::listed(names.known)}},
              input::did_you_mean(name.text, names.known)});
}

std::vector<std::string> read_names(TomlTable& select, const Names& names) {
  std::vector<std::string> found;
  for (const auto& name : select.text_or_texts(names.key, Presence::optional)) {
    check(name, names, select.faults());
    found.push_back(name.text);
  }
  return found;
}

template <class Word>
std::vector<Word> read_words(TomlTable& select, const Names& names) {
  std::vector<Word> found;
  for (const auto& name : read_names(select, names)) {
    const auto index = std::find(names.known.begin(), names.known.end(), name) - names.known.begin();
    if (static_cast<std::size_t>(index) < names.known.size()) found.push_back(static_cast<Word>(index));
  }
  return found;
}

Selection read_selection(TomlTable& select, const plan::Plan& plan) {
  Selection selection;
  selection.programmes = read_names(
      select, {"programme", ids_of(plan.programmes), "scenario.unknown_programme", "scenario.expected_programme"});
  selection.departments = read_names(
      select, {"department", ids_of(plan.departments), "scenario.unknown_department", "scenario.expected_department"});
  selection.sectors = read_words<plan::Sector>(
      select, {"sector", plan::sector_ids(), "scenario.unknown_sector", "scenario.expected_words"});
  selection.types = read_names(select, {"type", ids_of(plan.types), "scenario.unknown_type", "scenario.expected_type"});
  selection.fundings = read_words<plan::Funding>(
      select, {"funding", plan::funding_ids(), "scenario.unknown_funding", "scenario.expected_words"});
  selection.actions =
      read_names(select, {"action", ids_of(plan.actions), "scenario.unknown_action", "scenario.expected_action"});
  select.refuse_other_keys();
  return selection;
}

}  // namespace

Change read_change(TomlTable& entry, const plan::Plan& plan) {
  Change change;
  change.where = entry.where();
  if (auto select = entry.table("select", Presence::optional)) change.select = read_selection(*select, plan);
  constexpr double won_in_thousand = 1000.0;
  change.budget = read_adjustment(entry, "budget", won_in_thousand);
  change.matching = entry.flag("matching", Presence::optional).value_or(true);
  change.jobs = read_adjustment(entry, "jobs", 1.0);
  change.start_delay_days = entry.number("start_delay_days", Presence::optional);
  constexpr double a_year = 366.0;
  if (change.start_delay_days && (*change.start_delay_days < 0.0 || *change.start_delay_days > a_year)) {
    entry.faults().add({entry.where("start_delay_days"),
                        {"scenario.bad_delay", {input::number_text(*change.start_delay_days)}},
                        {"scenario.expected_delay", {input::number_text(a_year)}},
                        {}});
  }
  if (const auto set = entry.choice("programmes", {"plan", "base-year", "none"}, Presence::optional)) {
    change.programmes = static_cast<ProgrammeSet>(*set);
  }
  const std::vector<std::string> kinds{"budget", "jobs", "start_delay_days", "programmes"};
  const bool changes = std::any_of(kinds.begin(), kinds.end(), [&](const std::string& key) {
    return entry.value(key, Presence::optional) != nullptr;
  });
  entry.refuse_other_keys();
  if (!changes) {
    entry.faults().add(
        {entry.where(), {"scenario.no_change", {}}, {"scenario.expected_change", {input::listed(kinds)}}, {}});
  }
  return change;
}

}  // namespace jobcast::scenario
