#include <array>
#include <cmath>
#include <optional>

#include "models/audit/checks.hpp"
#include "models/audit/scales.hpp"
#include "models/audit/sheet_links.hpp"
#include "models/plan/cell_reader.hpp"

namespace jobcast::audit {
namespace {

/// The words of Korean plans for a sum of money and its sources, as a column of a sheet's text has them: "군비",
/// "2024년 사업비", "사업비(군비)".
struct MoneyWord {
  std::string_view word;
  std::optional<plan::Funding> source;
};
constexpr std::array money_words{MoneyWord{"국비", plan::Funding::national},
                                 MoneyWord{"도비", plan::Funding::provincial},
                                 MoneyWord{"시도비", plan::Funding::provincial},
                                 MoneyWord{"군비", plan::Funding::county},
                                 MoneyWord{"시비", plan::Funding::county},
                                 MoneyWord{"민자", plan::Funding::private_money},
                                 MoneyWord{"민간", plan::Funding::private_money},
                                 MoneyWord{"사업비", std::nullopt},
                                 MoneyWord{"예산", std::nullopt},
                                 MoneyWord{"예산액", std::nullopt}};

const MoneyWord* money_word(std::string label, int year) {
  if (const auto bracket = label.find('('); bracket != std::string::npos) label.erase(bracket);
  for (const auto& prefix : {std::to_string(year) + "년 ", "'" + std::to_string(year % 100) + "년 "}) {
    if (label.starts_with(prefix)) label.erase(0, prefix.size());
  }
  for (const auto& word : money_words) {
    if (label == word.word) return &word;
  }
  return nullptr;
}

}  // namespace

Findings check_sheet_texts(const FactIndex& index) {
  Findings all;
  const int year = index.plan().plan_year;
  for (const auto& action : index.plan().actions) {
    if (!action.budget || !action.stated_total) continue;
    Finding finding;
    finding.kind = Kind::sheet;
    finding.cause = Cause::other_version;
    finding.id = "sheet:" + action.id + ":text";
    bool total_differs = false;
    for (const auto* fact : facts_of(index, action)) {
      if (!fact->category.starts_with(action.id + " text ") || !is_money(fact->unit)) continue;
      const auto* word = money_word(fact->column, year);
      if (word == nullptr || fact->period != std::to_string(year)) continue;
      const auto won = word->source ? action.budget->of(*word->source) : *action.stated_total;
      const auto side = word->source ? source_side(index, action, *word->source) : total_side(index, action);
      const double step = std::pow(10.0, -decimals_of(side.value)) * plan::scale_of(side.unit).factor;
      const auto printed = index.printed(*fact);
      if (agree(printed, {static_cast<double>(won.value()), step})) continue;
      const double gap = (printed.value - static_cast<double>(won.value())) / million;
      if (!word->source) total_differs = true;
      const bool first = finding.sides.empty();
      finding.sides.push_back(side_of(*fact));
      finding.sides.push_back(side);
      if (first) finding.difference = std::round(gap * 1e4) / 1e4;
    }
    if (finding.sides.empty()) continue;
    if (!total_differs) finding.cause = Cause::money_source;
    finding.effect.won = std::abs(finding.difference) * million;
    finding.message = {total_differs ? "audit.sheet_text" : "audit.sheet_text_source",
                       {action.id, words(std::abs(finding.difference))}};
    all.push_back(std::move(finding));
  }
  return all;
}

}  // namespace jobcast::audit
