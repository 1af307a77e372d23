#include "app/report/sweep_report.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <string_view>
#include <utility>

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

/// Rows to print: all, or of a large sweep the plans as written and the best chances.
std::vector<SweepRow> chosen(const SweepTable& table) {
  const auto better = [](const SweepRow& a, const SweepRow& b) {
    if ((a.number == 0) != (b.number == 0)) return a.number == 0;
    return a.figures[0].chance > b.figures[0].chance;
  };
  std::vector<SweepRow> rows;
  std::size_t in_order = 0;
  // The best of those so far and of a few more are the best of all in the end.
  const auto choose = [&] {
    std::stable_sort(rows.begin(), rows.end(), better);
    if (rows.size() > most_rows) rows.resize(most_rows);
    in_order = rows.size();
  };
  table.each_row([&](const SweepRow& row) {
    rows.push_back(row);
    if (rows.size() - in_order >= 2 * most_rows) choose();
  });
  if (table.count > most_rows) choose();
  return rows;
}

std::string name_of_row(const SweepTable& table, const SweepRow& row, const Page& page) {
  std::string words;
  for (const auto& [lever, setting] : row.settings) words += (words.empty() ? "" : ", ") + lever + " " + setting;
  if (row.number == 0) words = page.catalogue.text("sweep.as_written");
  if (words.empty()) words = row.scenario;
  return table.plans > 1 ? row.plan_id + ": " + words : words;
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
Table table_of(const std::vector<SweepRow>& rows, const SweepTable& table, bool wide, const Page& page) {
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
  for (const auto& row : rows) {
    const auto& figure = row.figures[0];
    std::vector<Cell> line{name_of_row(table, row, page), probability(figure.chance, figure.error)};
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

std::string cells_text(const SweepTable& table, const std::vector<SweepRow>& rows, const Page& page) {
  const auto cells = table_of(rows, table, true, page);
  if (cells.width() <= page.width) return cells.text(page.paint);
  return table_of(rows, table, false, page).text(page.paint);
}

}  // namespace

std::string sweep_text(const SweepTable& table, const Page& page) {
  const auto& words = page.catalogue;
  const Id id = id_of(0);
  const auto rows = chosen(table);
  const auto week = rows.empty() ? time::Date{} : rows.front().reference_week;
  std::string text =
      page.heading(words.text("sweep.title", in_language(table.title, words), grouped(static_cast<double>(table.count)),
                              long_label(id, words), survey_name(week, words))) +
      cells_text(table, rows, page);
  if (rows.size() < table.count) {
    text += page.paragraph(words.text("sweep.more_rows", grouped(static_cast<double>(table.count - rows.size()))),
                           Style::dim);
  }
  return text + "\n" +
         page.paragraph(words.text("sweep.note", grouped(table.draws), std::to_string(table.seed)), Style::dim);
}

namespace {

nlohmann::ordered_json row_json(const SweepRow& row) {
  auto indicators = nlohmann::ordered_json::array();
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
  return {{"plan", row.plan_id},          {"number", row.number}, {"scenario", row.scenario},
          {"levers", settings_json(row)}, {"draws", row.draws},   {"indicators", std::move(indicators)}};
}

/// A document as part of a list in a larger one: four blanks before each line, no newline at the end.
std::string as_item(const nlohmann::ordered_json& document) {
  const auto text = json_text(document);
  std::string item = "    ";
  for (const char letter : std::string_view(text).substr(0, text.size() - 1)) {
    item += letter;
    if (letter == '\n') item += "    ";
  }
  return item;
}

}  // namespace

void sweep_json(const SweepTable& table, const input::Sink& sink) {
  bool first = true;
  table.each_row([&](const SweepRow& row) {
    if (std::exchange(first, false)) {
      const auto head = json_text({{"schema", "jobcast.sweep_result/1"},
                                   {"sweep", table.id},
                                   {"seed", table.seed},
                                   {"survey", year_and_month(row.reference_week)},
                                   {"reference_week", time::to_string(row.reference_week)},
                                   {"scenarios", nlohmann::ordered_json::array()}});
      sink(head.substr(0, head.rfind(']')));
    } else {
      sink(",");
    }
    sink("\n" + as_item(row_json(row)));
  });
  sink("\n  ]\n}\n");
}

void sweep_csv(const SweepTable& table, const input::Sink& sink) {
  sink(Csv({"plan", "number", "scenario", "levers", "draws", "survey", "indicator", "mean", "p05", "p95", "probability",
            "monte_carlo_error", "change", "change_p05", "change_p95", "change_monte_carlo_error",
            "change_of_probability", "change_of_probability_monte_carlo_error"})
           .text());
  table.each_row([&](const SweepRow& row) {
    Csv csv({});
    for (std::size_t index = 0; index < row.figures.size(); ++index) {
      const auto& figure = row.figures[index];
      const auto change = figure.change.value_or(no_change);
      std::vector<std::string> cells{row.plan_id,
                                     std::to_string(row.number),
                                     row.scenario,
                                     settings_json(row).dump(),
                                     std::to_string(row.draws),
                                     year_and_month(row.reference_week),
                                     std::string(plan::name_of(id_of(index)))};
      for (const double number :
           {figure.mean, figure.p05, figure.p95, figure.chance, figure.error, change.mean, change.p05, change.p95,
            change.monte_carlo_error, change.chance, change.chance_monte_carlo_error}) {
        cells.push_back(shortest(number));
      }
      csv.add(cells);
    }
    sink(std::string_view(csv.text()).substr(1));  // less the empty header's line
  });
}

}  // namespace jobcast::app
