#include "app/report/comparison_report.hpp"

#include <cmath>

#include "app/report/names.hpp"
#include "app/report/numbers.hpp"
#include "app/report/runs_report.hpp"
#include "app/report/table.hpp"

namespace jobcast::app {
namespace {

using runs::Comparison;
using runs::IndicatorDifference;

constexpr double points = 100.0;

/// Digits that a difference deserves: those that its Monte Carlo error leaves standing, and one more.
int decimals_of(const IndicatorDifference& row) {
  constexpr int most = 3;
  const int least = is_rate(row.id) ? 2 : 0;
  const double error = row.truth.monte_carlo_error;
  if (!(error > 0.0)) return least;
  return std::clamp(static_cast<int>(-std::floor(std::log10(error))), least, is_rate(row.id) ? most : 1);
}

std::string change_of_chance(const runs::PairedChance& chance) {
  return with_sign(points * chance.change, 1) + " ±" + grouped(points * chance.monte_carlo_error, 1);
}

/// With the figures themselves and the error of their difference, or for a narrow page without.
Table table_of(const std::vector<const IndicatorDifference*>& rows, int draws, bool wide, const Catalogue& words) {
  std::vector<Column> columns{{words.text("forecast.column_indicator"), Align::left}};
  const auto title = [&](const char* id) { columns.push_back({words.text(id)}); };
  if (wide) title("compare.column_first");
  if (wide) title("compare.column_second");
  title("compare.column_difference");
  if (wide) title("compare.column_error");
  title("compare.column_interval");
  title("compare.column_chance");
  title("compare.column_change");
  Table table(columns);
  for (const auto* row : rows) {
    const int decimals = decimals_of(*row);
    const double chance = row->published_meets_target.first;
    std::vector<Cell> cells{label(row->id, words)};
    if (wide) cells.emplace_back(indicator_value(row->id, row->published.first));
    if (wide) cells.emplace_back(indicator_value(row->id, row->published.second));
    cells.emplace_back(with_sign(row->truth.mean, decimals), Style::bold);
    if (wide) cells.emplace_back(grouped(row->truth.monte_carlo_error, decimals + 1));
    cells.emplace_back(signed_range(with_sign(row->truth.p05, decimals), with_sign(row->truth.p95, decimals), words));
    // Two rounded chances could part by more than they changed; the first and the change say it all.
    cells.emplace_back(probability(chance, error_of_share(chance, draws)));
    cells.emplace_back(change_of_chance(row->published_meets_target));
    table.add(std::move(cells));
  }
  return table;
}

std::string table_text(const std::vector<const IndicatorDifference*>& rows, int draws, const Page& page) {
  const auto table = table_of(rows, draws, true, page.catalogue);
  if (table.width() <= page.width) return table.text(page.paint);
  return table_of(rows, draws, false, page.catalogue).text(page.paint);
}

std::string name_of(const store::RunRecord& record) { return record.scenario + " (" + short_key(record) + ")"; }

std::string notes_of(const Comparison& pair, const Page& page) {
  const auto& words = page.catalogue;
  std::string text;
  if (pair.other_draws) {
    text += page.paragraph(
        words.text("compare.note_draws", grouped(pair.first.draws), grouped(pair.second.draws), grouped(pair.draws)));
  }
  if (pair.other_pack) text += page.paragraph(words.text("compare.note_pack"), Style::doubtful);
  if (pair.other_engine) {
    text += page.paragraph(words.text("compare.note_engine", pair.first.engine, pair.second.engine), Style::doubtful);
  }
  return text;
}

std::string pair_text(const Comparison& pair, const Page& page) {
  const auto& words = page.catalogue;
  std::string text =
      page.paragraph(words.text("compare.title", name_of(pair.second), name_of(pair.first)), Style::bold);
  if (const auto levers = levers_words(pair.second); !levers.empty()) {
    text += page.paragraph(words.text("compare.levers", levers));
  }
  text += notes_of(pair, page);
  std::vector<const IndicatorDifference*> at_survey;
  for (std::size_t index = 0; index < pair.indicators.size(); ++index) {
    const auto& row = pair.indicators[index];
    at_survey.push_back(&row);
    const bool last = index + 1 == pair.indicators.size();
    if (!last && pair.indicators[index + 1].reference_week == row.reference_week) continue;
    text += page.heading(words.text("compare.survey", survey_name(row.reference_week, words), grouped(pair.draws),
                                    std::to_string(pair.first.seed))) +
            table_text(at_survey, pair.draws, page);
    at_survey.clear();
  }
  return text + "\n";
}

}  // namespace

std::string comparison_text(const Comparisons& comparisons, const Page& page) {
  const auto& words = page.catalogue;
  std::string text;
  for (const auto& pair : comparisons.pairs) text += pair_text(pair, page);
  text += page.paragraph(words.text("compare.note"), Style::dim);
  if (comparisons.left_out == 0) return text;
  return text + page.paragraph(words.text("compare.left_out", grouped(comparisons.left_out)), Style::dim);
}

}  // namespace jobcast::app
