#include "app/report/sweep_report.hpp"

#include <algorithm>
#include <optional>
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

Id id_of(std::size_t indicator) { return static_cast<Id>(indicator); }

/// A row with what it is held against: the plan as written.
struct ComparedRow {
  SweepRow row;
  SweepRow::Figure before;
};

/// Rows to print: all, or of a large sweep the plans as written and the best chances.
std::vector<ComparedRow> chosen(const SweepTable& table) {
  const auto better = [](const ComparedRow& a, const ComparedRow& b) {
    if ((a.row.number == 0) != (b.row.number == 0)) return a.row.number == 0;
    return a.row.figures[0].chance > b.row.figures[0].chance;
  };
  std::vector<ComparedRow> rows;
  std::size_t in_order = 0;
  SweepRow::Figure before;
  // The best of those so far and of a few more are the best of all in the end.
  const auto choose = [&] {
    std::stable_sort(rows.begin(), rows.end(), better);
    if (rows.size() > most_rows) rows.resize(most_rows);
    in_order = rows.size();
  };
  std::optional<std::size_t> plan;
  table.each_row([&](const SweepRow& row) {
    if (std::exchange(plan, row.plan) != row.plan) before = row.figures[0];
    rows.push_back({row, before});
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
  for (const auto& [row, before] : rows) {
    const auto& figure = row.figures[0];
    const bool reference = row.number == 0;
    cells.add({name_of_row(table, row, page), probability(figure.chance, figure.error),
               reference ? "" : with_sign(points * (figure.chance - before.chance), 1), grouped(figure.mean, decimals),
               reference ? "" : with_sign(figure.mean - before.mean, decimals)});
  }
  const auto week = rows.empty() ? time::Date{} : rows.front().row.reference_week;
  std::string text =
      page.heading(words.text("sweep.title", in_language(table.title, words), grouped(static_cast<double>(table.count)),
                              long_label(id, words), survey_name(week, words))) +
      cells.text(page.paint);
  if (rows.size() < table.count) {
    text += page.paragraph(words.text("sweep.more_rows", grouped(static_cast<double>(table.count - rows.size()))),
                           Style::dim);
  }
  return text + "\n" +
         page.paragraph(words.text("sweep.note", grouped(table.draws), std::to_string(table.seed)), Style::dim);
}

namespace {

nlohmann::ordered_json row_json(const SweepRow& row, const SweepRow& before) {
  auto indicators = nlohmann::ordered_json::array();
  for (std::size_t index = 0; index < row.figures.size(); ++index) {
    const auto& figure = row.figures[index];
    indicators.push_back({{"id", plan::name_of(id_of(index))},
                          {"mean", json_number(figure.mean)},
                          {"probability_published_meets_target", json_number(figure.chance)},
                          {"monte_carlo_error", json_number(figure.error)},
                          {"change_of_mean", json_number(figure.mean - before.figures[index].mean)},
                          {"change_of_probability", json_number(figure.chance - before.figures[index].chance)}});
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

/// Shows each row together with the plan as written.
void each_pair(const SweepTable& table, const std::function<void(const SweepRow&, const SweepRow&)>& show) {
  std::optional<SweepRow> before;
  table.each_row([&](const SweepRow& row) {
    if (!before || before->plan != row.plan) before = row;
    show(row, *before);
  });
}

}  // namespace

void sweep_json(const SweepTable& table, const input::Sink& sink) {
  bool first = true;
  each_pair(table, [&](const SweepRow& row, const SweepRow& before) {
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
    sink("\n" + as_item(row_json(row, before)));
  });
  sink("\n  ]\n}\n");
}

void sweep_csv(const SweepTable& table, const input::Sink& sink) {
  sink(Csv({"plan", "number", "scenario", "levers", "draws", "survey", "indicator", "mean", "probability",
            "monte_carlo_error", "change_of_mean", "change_of_probability"})
           .text());
  each_pair(table, [&](const SweepRow& row, const SweepRow& before) {
    Csv csv({});
    for (std::size_t index = 0; index < row.figures.size(); ++index) {
      const auto& figure = row.figures[index];
      csv.add(std::vector<std::string>{
          row.plan_id, std::to_string(row.number), row.scenario, settings_json(row).dump(), std::to_string(row.draws),
          year_and_month(row.reference_week), std::string(plan::name_of(id_of(index))), shortest(figure.mean),
          shortest(figure.chance), shortest(figure.error), shortest(figure.mean - before.figures[index].mean),
          shortest(figure.chance - before.figures[index].chance)});
    }
    sink(std::string_view(csv.text()).substr(1));  // less the empty header's line
  });
}

}  // namespace jobcast::app
