#include <algorithm>
#include <array>
#include <cmath>

#include "app/charts/effect_bars.hpp"
#include "app/publication/sections.hpp"
#include "app/report/attribution_report.hpp"
#include "app/report/attribution_tables.hpp"
#include "app/report/audit_names.hpp"
#include "app/report/audit_report.hpp"
#include "app/report/audit_words.hpp"
#include "app/report/names.hpp"
#include "app/report/numbers.hpp"

namespace jobcast::app {
namespace {

using attribution::GroupEffect;
using attribution::Grouping;
using attribution::PartEffect;
using Method = SourceBook::Method;

constexpr auto rate = static_cast<std::size_t>(plan::Indicator::Id::employment_rate_15_64);
constexpr double million = 1e6;
constexpr std::size_t most_shown = 10;

const char* title_id(Grouping grouping) {
  constexpr std::array ids{"attribute.by_sector", "attribute.by_strategy", "attribute.by_funding",
                           "attribute.by_department", "attribute.by_programme"};
  return ids[static_cast<std::size_t>(grouping)];
}

std::vector<SheetColumn> effect_columns(Grouping grouping, const Catalogue& words) {
  const auto list = SourceBook::programme_list();
  const auto effect = SourceBook::method(Method::attribution);
  std::vector<SheetColumn> columns{{words.text(title_id(grouping)), false},
                                   {words.text("attribute.column_jobs"), true, false, list},
                                   {words.text("attribute.column_money"), true, false, list},
                                   {words.text("attribute.column_at_work"), true, false, effect},
                                   {words.text("attribute.column_additional"), true, false, effect},
                                   {words.text("attribute.column_points"), true, false, effect},
                                   {words.text("attribute.column_interval"), true, true, effect}};
  if (grouping != Grouping::programme) {
    columns.push_back({words.text("attribute.column_shared"), true, false, effect});
  }
  columns.push_back({words.text("attribute.column_price"), true, false, effect});
  return columns;
}

SheetRow effect_row(Grouping grouping, const PartEffect& part, const std::string& name, std::string source) {
  const auto& last = part.last;
  SheetRow row{
      {words_of(name, source), number_of(part.part.jobs, Look::count, source),
       number_of(part.part.won / million, Look::count, source), number_of(last[attribution::at_work].mean, Look::count),
       number_of(last[attribution::additional].mean, Look::count), number_of(last[rate].mean, Look::signed_two),
       interval_of(last[rate].p05, last[rate].p95, Look::signed_two)}};
  if (grouping != Grouping::programme) {
    row.cells.push_back(part.shared ? number_of((*part.shared)[rate].mean, Look::signed_two) : words_of("-"));
  }
  const auto price = attribution::won_per_person(part);
  row.cells.push_back(price ? number_of(*price / million, Look::one) : words_of("-"));
  return row;
}

SheetRow whole_row(const GroupEffect& group, const Catalogue& words) {
  PartEffect whole{{}, group.whole, group.whole};
  for (const auto& part : group.parts) {
    whole.part.won += part.part.won;
    whole.part.jobs += part.part.jobs;
  }
  auto row = effect_row(group.grouping, whole, words.text("attribute.whole"), {});
  // A programme that several sources pay would count several times.
  if (group.grouping == Grouping::funding) row.cells[1] = words_of("");
  row.total = true;
  return row;
}

std::vector<const PartEffect*> ranked(const GroupEffect& group) {
  std::vector<const PartEffect*> parts;
  for (const auto& part : group.parts) parts.push_back(&part);
  std::stable_sort(parts.begin(), parts.end(),
                   [](const PartEffect* a, const PartEffect* b) { return a->last[rate].mean > b->last[rate].mean; });
  return parts;
}

Sheet effects_sheet(const GroupEffect& group, const std::vector<const PartEffect*>& parts, const std::string& end,
                    const std::string& title, const std::string& name, bool total, const Editor& editor) {
  Sheet sheet{"table-" + end, name, title, effect_columns(group.grouping, editor.words), {}};
  for (const auto* part : parts) {
    const auto source =
        group.grouping == Grouping::programme ? editor.sources.programme(part->part.id) : SourceBook::programme_list();
    sheet.rows.push_back(
        effect_row(group.grouping, *part, part_name(group.grouping, part->part, editor.words), source));
  }
  if (total) sheet.rows.push_back(whole_row(group, editor.words));
  return sheet;
}

/// The effects of some parts, on a scale that holds those of `beside` as well.
Figure effects_figure(const GroupEffect& group, const std::vector<const PartEffect*>& parts,
                      const std::vector<const PartEffect*>& beside, const std::string& end, const std::string& title,
                      const Editor& editor) {
  const auto& words = editor.words;
  charts::EffectBars bars;
  bars.title = title;
  bars.mean_words = words.text("report.bars_mean");
  bars.interval_words = words.text("forecast.column_ninety");
  for (const auto* part : beside) {
    bars.low = std::min(bars.low, part->last[rate].p05);
    bars.high = std::max(bars.high, part->last[rate].p95);
  }
  for (const auto* part : parts) {
    const auto& effect = part->last[rate];
    const auto name = part_name(group.grouping, part->part, words);
    bars.rows.push_back({name, effect.mean, effect.p05, effect.p95});
    bars.description += name + " " + with_sign(effect.mean, 2) + ". ";
  }
  return figure_of("chart-" + end, title, SourceBook::method(Method::attribution), "table-" + end,
                   [&](double width, const std::string& id) { return charts::effect_bars(bars, width, id); });
}

void add_programmes(Section& section, const GroupEffect& group, const Editor& editor) {
  const auto& words = editor.words;
  const auto parts = ranked(group);
  const std::size_t count = std::min(most_shown, parts.size());
  const std::vector<const PartEffect*> most(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(count));
  const auto most_title = words.text("attribute.most", std::to_string(count));
  section.figures.push_back(effects_figure(group, most, {}, "programmes-most", most_title, editor));
  section.sheets.push_back(
      effects_sheet(group, most, "programmes-most", most_title, words.text("report.name_most"), false, editor));
  // What is among the first is not shown again among the last.
  const std::size_t rest = std::min(most_shown, parts.size() - count);
  if (rest == 0) return;
  const std::vector<const PartEffect*> least(parts.rbegin(), parts.rbegin() + static_cast<std::ptrdiff_t>(rest));
  const auto least_title = words.text("attribute.least", std::to_string(rest));
  section.figures.push_back(effects_figure(group, least, most, "programmes-least", least_title, editor));
  section.sheets.push_back(
      effects_sheet(group, least, "programmes-least", least_title, words.text("report.name_least"), false, editor));
}

/// The sides of a finding, each a link to the table that it stands in.
Datum sides_of(const audit::Finding& finding, const AuditNames& names, const Editor& editor) {
  Datum sides;
  for (const auto& side : finding.sides) {
    const auto words =
        side_label(side, editor.material.plan, names, editor.words) + ": " + side_value(side, editor.words);
    sides.links.push_back({words, editor.sources.table(side.table)});
  }
  return sides;
}

}  // namespace

Section jobs_of_section(const Editor& editor) {
  const auto& words = editor.words;
  const auto& result = editor.material.forecast;
  Section section{"jobs", words.text("report.section_jobs"), {}, {}, {}, {}};
  if (result.jobs.empty()) return section;
  const auto programmes = SourceBook::method(Method::programmes);
  Sheet sheet{"table-jobs",
              words.text("report.name_jobs"),
              words.text("forecast.jobs_title"),
              {{words.text("forecast.column_sector"), false},
               {words.text("forecast.column_plan_jobs"), true, false, SourceBook::programme_list()},
               {words.text("forecast.column_persons"), true, false, programmes},
               {words.text("forecast.column_at_work"), true, false, programmes},
               {words.text("forecast.column_at_work_15_64"), true, false, programmes},
               {words.text("forecast.column_net"), true, false, programmes},
               {words.text("forecast.column_ninety"), true, true, programmes},
               {words.text("forecast.column_unfilled"), true, false, programmes}},
              {}};
  forecast::SectorJobs total;
  for (const auto& row : result.jobs) {
    sheet.rows.push_back(
        {{words_of(label(row.sector, words)), number_of(row.plan_jobs, Look::count),
          number_of(row.persons, Look::count), number_of(row.at_work_in_reference_week, Look::count),
          number_of(row.at_work_15_64, Look::count), number_of(row.net_employment, Look::signed_count),
          interval_of(row.net_p05, row.net_p95, Look::signed_count), number_of(row.unfilled, Look::count)}});
    total.plan_jobs += row.plan_jobs;
    total.persons += row.persons;
    total.at_work_in_reference_week += row.at_work_in_reference_week;
    total.at_work_15_64 += row.at_work_15_64;
    total.net_employment += row.net_employment;
    total.unfilled += row.unfilled;
  }
  sheet.rows.push_back(
      {{words_of(words.text("name.all")), number_of(total.plan_jobs, Look::count),
        number_of(total.persons, Look::count), number_of(total.at_work_in_reference_week, Look::count),
        number_of(total.at_work_15_64, Look::count), number_of(total.net_employment, Look::signed_count), words_of(""),
        number_of(total.unfilled, Look::count)},
       true});
  section.paragraphs.push_back(
      {words.text("forecast.jobs_note", grouped(total.plan_jobs), grouped(total.at_work_in_reference_week),
                  with_sign(total.net_employment, 0)),
       {SourceBook::programme_list(), programmes}});
  section.sheets.push_back(std::move(sheet));
  return section;
}

Section attribution_of_section(const Editor& editor) {
  const auto& words = editor.words;
  const auto& attribution = editor.material.attribution;
  Section section{"attribution", words.text("report.section_attribution"), {}, {}, {}, {}};
  const auto source = SourceBook::method(Method::attribution);
  bool any = false;
  for (const auto& group : attribution.groups) any = any || !group.parts.empty();
  if (!any) return section;
  const auto verdict = attribution_verdict(attribution, words);
  if (!verdict.empty()) section.paragraphs.push_back({verdict, {source}});
  if (!editor.material.as_written) section.paragraphs.push_back({words.text("report.attribution_as_written"), {}});
  for (const auto& group : attribution.groups) {
    if (group.parts.empty()) continue;
    if (group.grouping == Grouping::programme) {
      add_programmes(section, group, editor);
      continue;
    }
    std::vector<const PartEffect*> parts;
    for (const auto& part : group.parts) parts.push_back(&part);
    const auto end = std::string(attribution::name_of(group.grouping));
    const auto name = words.text(title_id(group.grouping));
    const auto title = words.text("report.attribution_by", name);
    if (group.grouping == Grouping::sector)
      section.figures.push_back(effects_figure(group, parts, {}, end, title, editor));
    section.sheets.push_back(effects_sheet(group, parts, end, title, words.text("report.name_by", name), true, editor));
  }
  section.notes.push_back({words.text("attribute.read"), {source}, true});
  section.notes.push_back(
      {words.text("attribute.draws", grouped(attribution.draws), std::to_string(attribution.seed)), {source}, true});
  return section;
}

Section audit_of_section(const Editor& editor) {
  const auto& words = editor.words;
  const auto& audit = editor.material.audit;
  Section section{"audit", words.text("report.section_audit"), {}, {}, {}, {}};
  const auto source = SourceBook::method(Method::audit);
  const auto findings = shown(audit, AuditView{});
  if (findings.empty()) {
    section.paragraphs.push_back({words.text("audit.none"), {source}});
    return section;
  }
  std::array<std::size_t, audit::severity_names.size()> counts{};
  for (const auto* finding : findings) ++counts[static_cast<std::size_t>(finding->severity)];
  std::string overview = words.text("audit.found", grouped(static_cast<double>(findings.size())));
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] == 0) continue;
    overview += " " + words.text("report.audit_count", label(static_cast<audit::Severity>(i), words),
                                 grouped(static_cast<double>(counts[i])));
  }
  section.paragraphs.push_back({overview, {source}});
  const AuditNames names(editor.material.plan, words);
  const std::size_t count = std::min(most_shown, findings.size());
  Sheet sheet{"table-audit",
              words.text("report.name_audit"),
              words.text("report.audit_title", std::to_string(count)),
              {{words.text("report.column_finding"), false},
               {words.text("report.column_severity"), false},
               {words.text("audit.column_kind"), false},
               {words.text("report.column_cause"), false},
               {words.text("report.column_sides"), false},
               {words.text("report.column_effect"), false}},
              {}};
  for (std::size_t i = 0; i < count; ++i) {
    const auto& finding = *findings[i];
    sheet.rows.push_back({{words_of(std::to_string(i + 1) + ". " + names.text(finding.message)),
                           words_of(short_label(finding.severity, words)), words_of(label(finding.kind, words)),
                           words_of(label(finding.cause, words)), sides_of(finding, names, editor),
                           words_of(effect_words(finding, words), source)}});
  }
  section.sheets.push_back(std::move(sheet));
  const auto& yard = audit.yardstick;
  section.notes.push_back({words.text("audit.yardstick", grouped(yard.persons_15_64),
                                      grouped(yard.persons_15_64 / 100.0), grouped(yard.survey_error, 1)),
                           {source, "assumptions-survey"},
                           true});
  return section;
}

}  // namespace jobcast::app
