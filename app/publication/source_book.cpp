#include "app/publication/source_book.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <map>

#include "app/explanation/words.hpp"
#include "app/report/names.hpp"
#include "app/report/numbers.hpp"
#include "models/plan/defaults.hpp"

namespace jobcast::app {
namespace {

using Method = SourceBook::Method;

struct MethodEntry {
  Method method;
  const char* id;
  const char* name;  ///< ids of messages
  const char* words;
  std::vector<std::string> rests_on;  ///< anchors
};

const std::vector<MethodEntry>& methods() {
  static const std::vector<MethodEntry> entries{
      {Method::survey,
       "survey",
       "report.method_name_survey",
       "report.method_survey",
       {"assumptions-survey", "assumptions-insured", "source-method-labour"}},
      {Method::population,
       "population",
       "report.method_name_population",
       "report.method_population",
       {"assumptions-population"}},
      {Method::labour,
       "labour",
       "report.method_name_labour",
       "report.method_labour",
       {"assumptions-labour", "source-method-population", "source-method-programmes"}},
      {Method::programmes,
       "programmes",
       "report.method_name_programmes",
       "report.method_programmes",
       {"source-programmes", "assumptions-programmes"}},
      {Method::uncertainty,
       "uncertainty",
       "report.method_name_uncertainty",
       "report.method_uncertainty",
       {"source-method-survey", "source-method-labour"}},
      {Method::attribution,
       "attribution",
       "report.method_name_attribution",
       "report.method_attribution",
       {"source-method-labour", "source-method-programmes"}},
      {Method::audit,
       "audit",
       "report.method_name_audit",
       "report.method_audit",
       {"source-programmes", "source-actions"}},
      {Method::backtest,
       "backtest",
       "report.method_name_backtest",
       "report.method_backtest",
       {"source-method-labour", "source-method-population"}},
      {Method::schedule,
       "schedule",
       "report.method_name_schedule",
       "report.method_schedule",
       {"source-actions", "source-method-programmes"}},
      {Method::optimise,
       "optimise",
       "report.method_name_optimise",
       "report.method_optimise",
       {"source-programmes", "assumptions-programmes", "source-method-labour"}}};
  return entries;
}

/// Names of every setting, of the engine and of the pack.
std::set<std::string, std::less<>> setting_names(const plan::Plan& plan) {
  std::set<std::string, std::less<>> names;
  for (const auto& [name, value] : plan::default_values()) names.insert(name);
  for (const auto& [name, value] : plan.assumptions) names.insert(name);
  return names;
}

std::string group_of(const std::string& name) { return name.substr(0, name.find('.')); }

}  // namespace

std::string anchor_of(std::string_view key) {
  std::string anchor;
  for (const char letter : key) {
    const bool plain = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                       (letter >= '0' && letter <= '9') || letter == '-' || letter == '.';
    anchor += plain ? std::string(1, letter) : fmt::format("_{:02x}", static_cast<unsigned char>(letter));
  }
  return anchor;
}

std::string SourceBook::base(plan::Indicator::Id indicator) {
  return "source-base-" + anchor_of(plan::name_of(indicator));
}

std::string SourceBook::target(plan::Indicator::Id indicator) {
  return "source-target-" + anchor_of(plan::name_of(indicator));
}

std::string SourceBook::method(Method method) {
  return std::string("source-method-") + methods()[static_cast<std::size_t>(method)].id;
}

std::string SourceBook::table(const std::string& id) {
  if (id == "programmes") return programme_list();
  if (id == "actions") return action_sheets();
  const auto tables = plan_.facts.tables();
  const bool known = std::any_of(tables.begin(), tables.end(), [&](const auto& table) { return table.id == id; });
  if (!known) return {};
  tables_.insert(id);
  return "source-table-" + anchor_of(id);
}

std::string SourceBook::programme(const std::string& id) {
  if (plan_.programme(id) == nullptr) return programme_list();
  programmes_.insert(id);
  return "source-programme-" + anchor_of(id);
}

std::string SourceBook::milestone(const std::string& id) {
  milestones_.insert(id);
  return "source-milestone-" + anchor_of(id);
}

Sheet SourceBook::sheet(std::string id, std::string title, std::vector<SheetRow> rows, bool folded) const {
  Sheet sheet{std::move(id), words_.text("report.name_sources"), std::move(title), {}, std::move(rows), folded};
  for (const auto* column : {"report.source_name", "report.source_value", "report.source_unit", "report.source_kind",
                             "report.source_words", "report.source_place"}) {
    sheet.columns.push_back({words_.text(column), false});
  }
  return sheet;
}

SheetRow SourceBook::row(std::string anchor, std::string name, std::string value, const std::string& unit,
                         const plan::Provenance& provenance) const {
  const auto& where = provenance.where;
  const auto line = where.line > 0 ? ":" + std::to_string(where.line) : std::string();
  // The pack's folder is the user's own business; the file's name in the pack says enough.
  const bool inside = where.file.starts_with(plan_.folder + "/");
  const auto file = inside ? where.file.substr(plan_.folder.size() + 1) : where.file;
  return {
      {words_of(std::move(name)), words_of(std::move(value)), words_of(unit), words_of(label(provenance.kind, words_)),
       words_of(provenance.source), words_of(file.empty() ? words_.text("explain.engine_default") : file + line)},
      false,
      std::move(anchor)};
}

std::vector<SheetRow> SourceBook::document_rows() const {
  std::vector<SheetRow> rows;
  for (const auto& indicator : plan_.indicators) {
    const auto name = in_language(indicator.name, words_);
    rows.push_back(row(target(indicator.id), words_.text("report.source_target", name), shortest(indicator.target),
                       indicator.unit, indicator.target_provenance));
    rows.push_back(row(base(indicator.id), words_.text("report.source_base", name), shortest(indicator.base),
                       indicator.unit, indicator.base_provenance));
  }
  for (const auto& table : plan_.facts.tables()) {
    if (!tables_.contains(table.id)) continue;
    rows.push_back(row("source-table-" + anchor_of(table.id),
                       words_.text("report.source_table", table.id, in_language(table.title, words_)), "",
                       table.unit_note, table.provenance));
  }
  const plan::Provenance list{
      plan::Provenance::Kind::plan, words_.text("report.source_list_words"), {.file = "programmes.csv"}};
  rows.push_back(row(programme_list(), words_.text("report.source_list"),
                     grouped(static_cast<double>(plan_.programmes.size())), "", list));
  const plan::Provenance sheets{
      plan::Provenance::Kind::plan, words_.text("report.source_actions_words"), {.file = "actions.toml"}};
  rows.push_back(row(action_sheets(), words_.text("report.source_actions"),
                     grouped(static_cast<double>(plan_.actions.size())), "", sheets));
  for (const auto& programme : plan_.programmes) {
    if (!programmes_.contains(programme.id)) continue;
    const auto value =
        words_.text("report.source_programme_value", grouped(programme.jobs), money(programme.stated_total, words_));
    rows.push_back(row("source-programme-" + anchor_of(programme.id), in_language(programme.name, words_), value, "",
                       programme.provenance));
  }
  for (const auto& action : plan_.actions) {
    for (const auto& milestone : action.milestones) {
      if (!milestones_.contains(milestone.id)) continue;
      rows.push_back(row("source-milestone-" + anchor_of(milestone.id), in_language(milestone.name, words_),
                         time::to_string(milestone.date), "", milestone.provenance));
    }
  }
  return rows;
}

std::vector<SheetRow> SourceBook::method_rows() const {
  std::vector<SheetRow> rows;
  for (const auto& entry : methods()) {
    auto what = words_of(words_.text(entry.words));
    for (const auto& anchor : entry.rests_on) what.links.push_back({"", anchor});
    rows.push_back({{words_of(words_.text(entry.name)), words_of(""), words_of(""),
                     words_of(words_.text("report.computed")), std::move(what), words_of("")},
                    false,
                    method(entry.method)});
  }
  return rows;
}

std::vector<SheetRow> SourceBook::assumption_rows(std::string_view group) const {
  std::vector<SheetRow> rows;
  for (const auto& name : setting_names(plan_)) {
    if (group_of(name) != group) continue;
    const auto& value = plan_.assumption(name);
    rows.push_back(row("source-assumption-" + anchor_of(name), name, value_words(value.distribution, words_),
                       value.unit, value.provenance));
  }
  return rows;
}

std::vector<SheetRow> SourceBook::type_rows() const {
  std::vector<SheetRow> rows;
  std::set<std::string> seen;
  const auto add = [&](const plan::Value& value, const std::string& name) {
    if (value.key.empty() || !seen.insert(value.key).second) return;
    rows.push_back(row("source-assumption-" + anchor_of(value.key), name, value_words(value.distribution, words_),
                       value.unit, value.provenance));
  };
  for (const auto& type : plan_.types) {
    for (const auto& trait : traits) {
      add(type.traits.*trait.value, std::string(trait.name) + ": " + in_language(type.name, words_));
    }
  }
  for (const auto& programme : plan_.programmes) {  // their own exceptions alone: what is the type's was seen
    for (const auto& trait : traits) {
      add(programme.traits.*trait.value, std::string(trait.name) + ": " + in_language(programme.name, words_));
    }
  }
  return rows;
}

std::vector<Sheet> SourceBook::sheets() const {
  std::vector<Sheet> sheets;
  const auto add = [&](std::string id, std::string title, std::vector<SheetRow> rows, bool folded) {
    sheets.push_back(sheet(std::move(id), std::move(title), std::move(rows), folded));
  };
  add("methods", words_.text("report.sources_methods"), method_rows(), false);
  add("documents", words_.text("report.sources_documents"), document_rows(), false);
  static const std::map<std::string, const char*> titles{{"population", "report.sources_population"},
                                                         {"labour", "report.sources_labour"},
                                                         {"survey", "report.sources_survey"},
                                                         {"insured", "report.sources_insured"}};
  std::set<std::string> groups;
  for (const auto& name : setting_names(plan_)) groups.insert(group_of(name));
  for (const auto& group : groups) {
    const auto known = titles.find(group);
    const auto title = known != titles.end() ? words_.text(known->second) : words_.text("report.sources_group", group);
    add("assumptions-" + anchor_of(group), title, assumption_rows(group), false);
  }
  add("assumptions-programmes", words_.text("report.sources_programmes"), type_rows(), true);
  return sheets;
}

}  // namespace jobcast::app
