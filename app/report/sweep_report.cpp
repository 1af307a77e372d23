#include "app/report/sweep_report.hpp"

#include <algorithm>

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

/// What each plan's rows are held against: the plan as written.
std::vector<const SweepRow*> references(const SweepTable& table) {
  std::vector<const SweepRow*> rows(table.plans.size(), nullptr);
  for (const auto& row : table.rows) {
    if (rows[row.plan] == nullptr) rows[row.plan] = &row;
  }
  return rows;
}

std::string name_of_row(const SweepTable& table, const SweepRow& row, const Page& page) {
  std::string words;
  for (const auto& [lever, setting] : row.settings) words += (words.empty() ? "" : ", ") + lever + " " + setting;
  if (row.number == 0) words = page.catalogue.text("sweep.as_written");
  if (words.empty()) words = row.scenario;
  return table.plans.size() > 1 ? table.plans[row.plan] + ": " + words : words;
}

nlohmann::ordered_json settings_json(const SweepRow& row) {
  auto settings = nlohmann::ordered_json::object();
  for (const auto& [lever, setting] : row.settings) settings[lever] = setting;
  return settings;
}

}  // namespace

std::string sweep_text(const SweepTable& table, const Page& page) {
  const auto& words = page.catalogue;
  const Id id = id_of(0);
  const int decimals = is_rate(id) ? 2 : 0;
  Table cells({{words.text("sweep.column_scenario"), Align::left},
               {words.text("sweep.column_chance")},
               {words.text("sweep.column_change_of_chance")},
               {words.text("sweep.column_mean")},
               {words.text("sweep.column_change_of_mean")}});
  const auto rows = chosen(table);
  const auto written = references(table);
  for (const auto* row : rows) {
    const auto& figure = row->figures[0];
    const auto& before = written[row->plan]->figures[0];
    const bool reference = row->number == 0;
    cells.add({name_of_row(table, *row, page), probability(figure.chance, figure.error),
               reference ? "" : with_sign(points * (figure.chance - before.chance), 1), grouped(figure.mean, decimals),
               reference ? "" : with_sign(figure.mean - before.mean, decimals)});
  }
  std::string text = page.heading(words.text("sweep.title", in_language(table.title, words),
                                             grouped(static_cast<double>(table.rows.size())), long_label(id, words),
                                             survey_name(table.reference_week, words))) +
                     cells.text(page.paint);
  if (rows.size() < table.rows.size()) {
    text += page.paragraph(words.text("sweep.more_rows", grouped(static_cast<double>(table.rows.size() - rows.size()))),
                           Style::dim);
  }
  return text + "\n" +
         page.paragraph(words.text("sweep.note", grouped(table.draws), std::to_string(table.seed)), Style::dim);
}

std::string sweep_json(const SweepTable& table) {
  using Json = nlohmann::ordered_json;
  const auto written = references(table);
  Json scenarios = Json::array();
  for (const auto& row : table.rows) {
    const auto& before = *written[row.plan];
    Json indicators = Json::array();
    for (std::size_t index = 0; index < row.figures.size(); ++index) {
      const auto& figure = row.figures[index];
      indicators.push_back({{"id", plan::name_of(id_of(index))},
                            {"mean", json_number(figure.mean)},
                            {"probability_published_meets_target", json_number(figure.chance)},
                            {"monte_carlo_error", json_number(figure.error)},
                            {"change_of_mean", json_number(figure.mean - before.figures[index].mean)},
                            {"change_of_probability", json_number(figure.chance - before.figures[index].chance)}});
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
  Csv csv({"plan", "number", "scenario", "levers", "draws", "survey", "indicator", "mean", "probability",
           "monte_carlo_error", "change_of_mean", "change_of_probability"});
  const auto written = references(table);
  for (const auto& row : table.rows) {
    const auto& before = *written[row.plan];
    for (std::size_t index = 0; index < row.figures.size(); ++index) {
      const auto& figure = row.figures[index];
      csv.add(std::vector<std::string>{
          table.plans[row.plan], std::to_string(row.number), row.scenario, settings_json(row).dump(),
          std::to_string(row.draws), year_and_month(table.reference_week), std::string(plan::name_of(id_of(index))),
          shortest(figure.mean), shortest(figure.chance), shortest(figure.error),
          shortest(figure.mean - before.figures[index].mean), shortest(figure.chance - before.figures[index].chance)});
    }
  }
  return csv.text();
}

}  // namespace jobcast::app
