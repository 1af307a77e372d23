#include <algorithm>
#include <stdexcept>

#include "app/explanation/lookups.hpp"
#include "app/report/names.hpp"
#include "app/report/numbers.hpp"

namespace jobcast::app {
namespace {

Explanation fact_explanation(const plan::Table& table, const plan::Fact& fact, const Catalogue& catalogue) {
  Explanation entry{table.id + "/" + fact.row + "/" + fact.column, in_language(table.title, catalogue), {}};
  entry.lines.emplace_back(catalogue.text("explain.value"), shortest(fact.value));
  add_unit(entry, fact.unit, catalogue);
  std::string meaning = fact.item + " " + fact.period;
  for (const auto* word : {&fact.sex, &fact.age, &fact.category}) {
    if (!word->empty()) meaning += " " + *word;
  }
  entry.lines.emplace_back(catalogue.text("explain.meaning"), meaning);
  add_provenance(entry, fact.provenance, catalogue);
  if (!fact.note.empty()) entry.lines.emplace_back(catalogue.text("explain.note"), fact.note);
  entry.lines.emplace_back(catalogue.text("explain.used_by"), fact.use ? catalogue.text("explain.used_by_models")
                                                                       : catalogue.text("explain.used_by_none"));
  return entry;
}

std::string user_of_assumption(std::string_view name, const Catalogue& catalogue) {
  if (name.starts_with("population.")) return catalogue.text("explain.used_by_population");
  if (name.starts_with("labour.")) return catalogue.text("explain.used_by_labour");
  if (name.starts_with("survey.")) return catalogue.text("explain.used_by_survey");
  if (name.starts_with("insured.")) return catalogue.text("explain.used_by_insured");
  return catalogue.text("explain.used_by_models");
}

Explanation milestone_explanation(const plan::Milestone& milestone, const Catalogue& catalogue) {
  Explanation entry{milestone.id, in_language(milestone.name, catalogue), {}};
  entry.lines.emplace_back(catalogue.text("explain.date"), time::to_string(milestone.date));
  for (const auto& id : milestone.after) entry.lines.emplace_back(catalogue.text("explain.after"), id);
  if (!milestone.duration_days.key.empty()) {
    entry.lines.emplace_back(catalogue.text("explain.duration"),
                             value_words(milestone.duration_days.distribution, catalogue));
  }
  if (milestone.jobs != 0.0)
    entry.lines.emplace_back(catalogue.text("programmes.column_jobs"), grouped(milestone.jobs));
  add_provenance(entry, milestone.provenance, catalogue);
  return entry;
}

Explanation action_explanation(const plan::Action& action, const Catalogue& catalogue) {
  Explanation entry{action.id, in_language(action.name, catalogue), {}};
  if (action.from) entry.lines.emplace_back(catalogue.text("explain.from"), time::to_string(*action.from));
  if (action.to) entry.lines.emplace_back(catalogue.text("explain.to"), time::to_string(*action.to));
  if (action.jobs) entry.lines.emplace_back(catalogue.text("programmes.column_jobs"), grouped(*action.jobs));
  if (action.stated_total)
    entry.lines.emplace_back(catalogue.text("explain.budget"), money(*action.stated_total, catalogue));
  for (const auto& id : action.covers) entry.lines.emplace_back(catalogue.text("explain.covers"), id);
  for (const auto& milestone : action.milestones) {
    entry.lines.emplace_back(catalogue.text("explain.milestone"), milestone.id + " " + time::to_string(milestone.date));
  }
  for (const auto& note : action.notes) entry.lines.emplace_back(catalogue.text("explain.note"), note);
  add_provenance(entry, action.provenance, catalogue);
  return entry;
}

}  // namespace

std::vector<Explanation> explain_indicator(const plan::Plan& plan, const std::string& key, const Catalogue& catalogue) {
  for (const auto& indicator : plan.indicators) {
    if (plan::name_of(indicator.id) != key) continue;
    Explanation target{key + ".target", in_language(indicator.name, catalogue), {}};
    target.lines.emplace_back(catalogue.text("explain.value"), shortest(indicator.target));
    add_unit(target, indicator.unit, catalogue);
    target.lines.emplace_back(catalogue.text("explain.rounding"), shortest(indicator.rounding));
    add_provenance(target, indicator.target_provenance, catalogue);
    target.lines.emplace_back(catalogue.text("explain.used_by"), catalogue.text("explain.used_by_target"));
    Explanation base{key + ".base", in_language(indicator.name, catalogue), {}};
    base.lines.emplace_back(catalogue.text("explain.value"), shortest(indicator.base));
    add_unit(base, indicator.unit, catalogue);
    add_provenance(base, indicator.base_provenance, catalogue);
    base.lines.emplace_back(catalogue.text("explain.used_by"), catalogue.text("explain.used_by_base"));
    return {target, base};
  }
  return {};
}

std::vector<Explanation> explain_assumption(const plan::Plan& plan, const std::string& key,
                                            const Catalogue& catalogue) {
  constexpr std::string_view prefix = "assumptions.";
  const auto name = key.starts_with(prefix) ? key.substr(prefix.size()) : key;
  try {
    auto entry = explanation_of(plan.assumption(name), catalogue);
    entry.key = std::string(prefix) + name;
    entry.lines.emplace_back(catalogue.text("explain.used_by"), user_of_assumption(name, catalogue));
    return {entry};
  } catch (const std::out_of_range&) {
    return {};
  }
}

std::vector<Explanation> explain_action(const plan::Plan& plan, const std::string& key, const Catalogue& catalogue) {
  for (const auto& action : plan.actions) {
    if (action.id == key) return {action_explanation(action, catalogue)};
    for (const auto& milestone : action.milestones) {
      if (milestone.id == key) return {milestone_explanation(milestone, catalogue)};
    }
  }
  return {};
}

std::vector<Explanation> explain_control(const plan::Plan& plan, const std::string& key, const Catalogue& catalogue) {
  for (const auto& control : plan.controls) {
    if (control.id != key) continue;
    Explanation entry{key, in_language(control.statement, catalogue), {}};
    entry.lines.emplace_back(catalogue.text("explain.printed_total"), shortest(control.total));
    entry.lines.emplace_back(catalogue.text("explain.sum_of_parts"), shortest(control.parts));
    if (!control.note.empty()) entry.lines.emplace_back(catalogue.text("explain.note"), control.note);
    add_provenance(entry, control.provenance, catalogue);
    return {entry};
  }
  return {};
}

std::vector<Explanation> explain_cell(const plan::Plan& plan, const std::string& key, const Catalogue& catalogue) {
  for (const auto& table : plan.facts.tables()) {
    if (!key.starts_with(table.id + "/")) continue;
    for (const auto& fact : table.facts) {
      if (key == table.id + "/" + fact.row + "/" + fact.column) return {fact_explanation(table, fact, catalogue)};
    }
  }
  return {};
}

std::vector<Explanation> explain_item(const plan::Plan& plan, const std::string& key, const Catalogue& catalogue) {
  std::vector<Explanation> found;
  for (const auto& table : plan.facts.tables()) {
    for (const auto& fact : table.facts) {
      if (fact.item == key && fact.use) found.push_back(fact_explanation(table, fact, catalogue));
    }
  }
  return found;
}

}  // namespace jobcast::app
