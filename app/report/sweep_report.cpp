#include "app/report/sweep_report.hpp"

#include <algorithm>
#include <limits>

#include "app/report/csv.hpp"
#include "app/report/forecast_json.hpp"
#include "app/report/names.hpp"
#include "app/report/numbers.hpp"
#include "app/report/table.hpp"

namespace jobcast::app {
namespace {

using Id = plan::Indicator::Id;

constexpr double points = 100.0;
constexpr std::size_t most_rows = 60;
constexpr double none = std::numeric_limits<double>::quiet_NaN();
/// Empty cells.
constexpr runs::KeptDifference no_change{none, none, none, none, none, none};

Id id_of(std::size_t indicator) { return static_cast<Id>(indicator); }

/// Rows to print: all, or of a large sweep the plans as written and the best chances, in the order of the table.
std::vector<const SweepRow*> chosen(const SweepTable& table) {
  std::vector<const SweepRow*> rows;
  for (const auto& row : table.rows) rows.push_back(&row);
  if (rows.size() <= most_rows) return rows;
  const auto better = [](const SweepRow* a, const SweepRow* b) {
    if ((a->number == 0) != (b->number == 0)) return a->number == 0;
    return a->figures[0].chance > b->figures[0].chance;
  };
  std::stable_sort(rows.begin(), rows.end(), better);
  rows.resize(most_rows);
  return rows;
}

std::string name_of_row(const SweepTable& table, const SweepRow& row, const Page& page) {
  std::string words;
  for (const auto& [lever, setting] : row.settings) words += (words.empty() ? "" : ", ") + lever + " " + setting;
  if (row.number == 0) words = page.catalogue.text("sweep.as_written");
  if (words.empty()) words = row.scenario;
  return table.plans.size() > 1 ? table.plans[row.plan] + ": " + words : words;
}

nlohmann::ordered_json change_json(const std::optional<runs::KeptDifference>& change) {
  if (!change) return nullptr;
  return {{"mean", json_number(change->mean)},
          {"p05", json_number(change->p05)},
          {"p95", json_number(change->p95)},
          {"monte_carlo_error", json_number(change->monte_carlo_error)},
          {"probability", json_number(change->chance)},
          {"probability_monte_carlo_error", json_number(change->chance_monte_carlo_error)}};
}

nlohmann::ordered_json settings_json(const SweepRow& row) {
  auto settings = nlohmann::ordered_json::object();
  for (const auto& [lever, setting] : row.settings) settings[lever] = setting;
  return settings;
}

std::string with_error(const std::string& number, double error, int decimals) {
  return number + " ±" + grouped(error, decimals);
}

/// With the intervals, or for a narrow page without that of the mean.
Table table_of(const std::vector<const SweepRow*>& rows, const SweepTable& table, bool wide, const Page& page) {
  const auto& words = page.catalogue;
  const int decimals = is_rate(id_of(0)) ? 1 : 0;
  std::vector<Column> columns{{words.text("sweep.column_scenario"), Align::left}};
  columns.push_back({words.text("sweep.column_chance")});
  columns.push_back({words.text("sweep.column_change_of_chance")});
  columns.push_back({words.text("sweep.column_mean")});
  if (wide) columns.push_back({words.text("sweep.column_interval")});
  columns.push_back({words.text("sweep.column_change_of_mean")});
  columns.push_back({words.text("sweep.column_interval_of_change")});
  Table cells(columns);
  for (const auto* row : rows) {
    const auto& figure = row->figures[0];
    std::vector<Cell> line{name_of_row(table, *row, page), probability(figure.chance, figure.error)};
    const auto& change = figure.change;
    line.emplace_back(
        change ? with_error(with_sign(points * change->chance, 1), points * change->chance_monte_carlo_error, 1) : "");
    line.emplace_back(grouped(figure.mean, decimals));
    if (wide) line.emplace_back(range(grouped(figure.p05, decimals), grouped(figure.p95, decimals), words));
    line.emplace_back(change ? with_sign(change->mean, decimals + 1) : "");
    line.emplace_back(
        change ? signed_range(with_sign(change->p05, decimals + 1), with_sign(change->p95, decimals + 1), words) : "");
    cells.add(std::move(line));
  }
  return cells;
}

std::string cells_text(const SweepTable& table, const std::vector<const SweepRow*>& rows, const Page& page) {
  const auto cells = table_of(rows, table, true, page);
  if (cells.width() <= page.width) return cells.text(page.paint);
  return table_of(rows, table, false, page).text(page.paint);
}

}  // namespace

std::string sweep_text(const SweepTable& table, const Page& page) {
  const auto& words = page.catalogue;
  const Id id = id_of(0);
  const auto rows = chosen(table);
  std::string text = page.heading(words.text("sweep.title", in_language(table.title, words),
                                             grouped(static_cast<double>(table.rows.size())), long_label(id, words),
                                             survey_name(table.reference_week, words))) +
                     cells_text(table, rows, page);
  if (rows.size() < table.rows.size()) {
    text += page.paragraph(words.text("sweep.more_rows", grouped(static_cast<double>(table.rows.size() - rows.size()))),
                           Style::dim);
  }
  return text + "\n" +
         page.paragraph(words.text("sweep.note", grouped(table.draws), std::to_string(table.seed)), Style::dim);
}

std::string sweep_json(const SweepTable& table) {
  using Json = nlohmann::ordered_json;
  Json scenarios = Json::array();
  for (const auto& row : table.rows) {
    Json indicators = Json::array();
    for (std::size_t index = 0; index < row.figures.size(); ++index) {
      const auto& figure = row.figures[index];
      indicators.push_back({{"id", plan::name_of(id_of(index))},
                            {"mean", json_number(figure.mean)},
                            {"p05", json_number(figure.p05)},
                            {"p95", json_number(figure.p95)},
                            {"probability_published_meets_target", json_number(figure.chance)},
                            {"monte_carlo_error", json_number(figure.error)},
                            {"change", change_json(figure.change)}});
    }
    scenarios.push_back({{"plan", table.plans[row.plan]},
                         {"number", row.number},
                         {"scenario", row.scenario},
                         {"levers", settings_json(row)},
                         {"draws", row.draws},
                         {"indicators", std::move(indicators)}});
  }
  return json_text({{"schema", "jobcast.sweep_result/1"},
                    {"sweep", table.id},
                    {"seed", table.seed},
                    {"survey", year_and_month(table.reference_week)},
                    {"reference_week", time::to_string(table.reference_week)},
                    {"scenarios", std::move(scenarios)}});
}

std::string sweep_csv(const SweepTable& table) {
  Csv csv({"plan", "number", "scenario", "levers", "draws", "survey", "indicator", "mean", "p05", "p95", "probability",
           "monte_carlo_error", "change", "change_p05", "change_p95", "change_monte_carlo_error",
           "change_of_probability", "change_of_probability_monte_carlo_error"});
  for (const auto& row : table.rows) {
    for (std::size_t index = 0; index < row.figures.size(); ++index) {
      const auto& figure = row.figures[index];
      std::vector<std::string> cells{table.plans[row.plan],
                                     std::to_string(row.number),
                                     row.scenario,
                                     settings_json(row).dump(),
                                     std::to_string(row.draws),
                                     year_and_month(table.reference_week),
                                     std::string(plan::name_of(id_of(index)))};
      for (const double number : {figure.mean, figure.p05, figure.p95, figure.chance, figure.error}) {
        cells.push_back(shortest(number));
      }
      const auto change = figure.change.value_or(no_change);
      for (const double number : {change.mean, change.p05, change.p95, change.monte_carlo_error, change.chance,
                                  change.chance_monte_carlo_error}) {
        cells.push_back(shortest(number));
      }
      csv.add(cells);
    }
  }
  return csv.text();
}

}  // namespace jobcast::app
