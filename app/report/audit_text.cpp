#include <fmt/format.h>

#include "app/report/audit_report.hpp"
#include "app/report/audit_words.hpp"
#include "app/report/names.hpp"
#include "app/report/numbers.hpp"
#include "app/report/table.hpp"

namespace jobcast::app {
namespace {

std::string count(std::size_t number) { return grouped(static_cast<double>(number)); }

Style style_of(audit::Severity severity) { return severity == audit::Severity::serious ? Style::bad : Style::bold; }

/// A line a kind and a column a severity: how many there are.
std::string overview(const std::vector<const audit::Finding*>& findings, const Page& page) {
  const auto& words = page.catalogue;
  std::vector<audit::Severity> severities;
  for (const auto* finding : findings) {
    if (severities.empty() || severities.back() != finding->severity) severities.push_back(finding->severity);
  }
  std::vector<Column> columns{{words.text("audit.column_kind"), Align::left}};
  for (const auto severity : severities) columns.push_back({short_label(severity, words)});
  Table table(std::move(columns));
  for (std::size_t i = 0; i < audit::kind_names.size(); ++i) {
    const auto kind = static_cast<audit::Kind>(i);
    std::vector<Cell> row{label(kind, words)};
    std::size_t all = 0;
    for (const auto severity : severities) {
      std::size_t number = 0;
      for (const auto* finding : findings) number += finding->kind == kind && finding->severity == severity ? 1 : 0;
      row.emplace_back(number == 0 ? "" : count(number));
      all += number;
    }
    if (all > 0) table.add(std::move(row));
  }
  return table.text(page.paint);
}

/// The sides under each other, their values in a column of their own where they fit.
std::string sides(const audit::Finding& finding, const plan::Plan& plan, const AuditNames& names, const Page& page) {
  constexpr int indent = 5;
  int widest = 0;
  for (const auto& side : finding.sides) {
    widest = std::max(widest, display_width(side_value(side, page.catalogue)));
  }
  const int room = page.width - indent - widest - 2;
  std::string text;
  for (const auto& side : finding.sides) {
    const auto value = side_value(side, page.catalogue);
    auto first = padded(value, widest, Align::right);
    for (const auto& line : wrapped(side_label(side, plan, names, page.catalogue), room)) {
      text += std::string(indent, ' ') + first + "  " + page.paint(Style::dim, line) + "\n";
      first = std::string(static_cast<std::size_t>(widest), ' ');
    }
  }
  return text;
}

std::string finding_text(std::size_t number, const audit::Finding& finding, const plan::Plan& plan,
                         const AuditNames& names, const Page& page) {
  const auto& words = page.catalogue;
  const auto first = fmt::format("{:>3}. ", number);
  std::string text =
      page.paragraph(names.text(finding.message), Style::plain, first) + sides(finding, plan, names, page);
  auto about = label(finding.kind, words) + " · " + words.text("audit.cause", label(finding.cause, words));
  const auto effect = effect_words(finding, words);
  if (!effect.empty()) about += " · " + words.text("audit.effect", effect);
  return text + page.paragraph(about, Style::dim, "     ");
}

}  // namespace

std::vector<const audit::Finding*> shown(const audit::Audit& audit, const AuditView& view) {
  std::vector<const audit::Finding*> findings;
  for (const auto& finding : audit.findings) {
    if (finding.kind != audit::Kind::rounding || view.rounding) findings.push_back(&finding);
  }
  return findings;
}

std::string audit_text(const plan::Plan& plan, const audit::Audit& audit, const AuditView& view, const Page& page) {
  const auto& words = page.catalogue;
  const auto findings = shown(audit, view);
  const AuditNames names(plan, words);
  std::string text = page.paint(Style::bold, words.text("audit.title", in_language(plan.title, words))) + "\n";
  const auto hidden = audit.findings.size() - findings.size();
  if (findings.empty()) {
    text += page.paragraph(words.text("audit.none"), Style::good);
  } else {
    text += page.paragraph(words.text("audit.found", count(findings.size()))) + "\n" + overview(findings, page);
  }
  std::size_t number = 0;
  const audit::Finding* last = nullptr;
  for (const auto* finding : findings) {
    if (last == nullptr || last->severity != finding->severity) {
      text += "\n" + page.paint(style_of(finding->severity), label(finding->severity, words)) + "\n";
    }
    text += finding_text(++number, *finding, plan, names, page);
    last = finding;
  }
  const auto& yard = audit.yardstick;
  text += "\n" + page.paragraph(words.text("audit.yardstick", grouped(yard.persons_15_64),
                                           grouped(yard.persons_15_64 / 100.0), grouped(yard.survey_error, 1)),
                                Style::dim);
  if (hidden > 0) text += page.paragraph(words.text("audit.hidden", count(hidden)), Style::dim);
  return text;
}

}  // namespace jobcast::app
