#include "app/report/programme_list.hpp"

#include "app/report/csv.hpp"
#include "app/report/forecast_json.hpp"
#include "app/report/names.hpp"
#include "app/report/numbers.hpp"
#include "app/report/table.hpp"

namespace jobcast::app {
namespace {

using Json = nlohmann::ordered_json;

double thousand_won(units::Won amount) { return static_cast<double>(amount.value()) / 1000.0; }

Json money_json(const plan::Budget& budget, units::Won total) {
  Json money;
  for (const auto source : plan::fundings)
    money[std::string(id_of(source))] = json_number(thousand_won(budget.of(source)));
  money["total"] = json_number(thousand_won(total));
  return money;
}

std::string department_name(const plan::Plan& plan, const std::string& id, const Catalogue& catalogue) {
  const auto* department = plan.department(id);
  return department ? in_language(department->name, catalogue) : id;
}

std::vector<Cell> cells(std::string name, std::string department, std::string sector, double jobs, double at_work,
                        const plan::Budget& budget, units::Won total, bool dated, Style style) {
  std::vector<Cell> row{
      {std::move(name), style}, {std::move(department), style}, {std::move(sector), style}, {grouped(jobs), style}};
  if (dated) row.emplace_back(grouped(at_work), style);
  for (const auto source : plan::fundings) row.emplace_back(million_won(budget.of(source)), style);
  row.emplace_back(million_won(total), style);
  return row;
}

Table table_of(const plan::Plan& plan, const ProgrammeList& list, int name_width, const Catalogue& words) {
  constexpr int longest_department = 14;
  std::vector<Column> columns{{words.text("programmes.column_name"), Align::left},
                              {words.text("programmes.column_department"), Align::left},
                              {words.text("forecast.column_sector"), Align::left},
                              {words.text("programmes.column_jobs")}};
  if (list.at) columns.push_back({words.text("programmes.column_at_work")});
  for (const auto source : plan::fundings) columns.push_back({label(source, words)});
  columns.push_back({words.text("name.all")});
  Table table(std::move(columns));
  for (const auto& [programme, at_work] : list.rows) {
    table.add(cells(shortened(in_language(programme->name, words), name_width),
                    shortened(department_name(plan, programme->department, words), longest_department),
                    label(programme->sector, words), programme->jobs, at_work, programme->budget,
                    programme->stated_total, list.at.has_value(), Style::plain));
  }
  const auto totals = totals_of(list);
  table.add_rule();
  table.add(cells(words.text("programmes.count", grouped(static_cast<double>(totals.count))), "", "", totals.jobs,
                  totals.at_work, totals.budget, totals.stated_total, list.at.has_value(), Style::bold));
  return table;
}

}  // namespace

ProgrammeTotals totals_of(const ProgrammeList& list) {
  ProgrammeTotals totals;
  for (const auto& [programme, at_work] : list.rows) {
    ++totals.count;
    totals.jobs += programme->jobs;
    totals.at_work += at_work;
    for (std::size_t i = 0; i < plan::fundings.size(); ++i)
      totals.budget.by_source[i] += programme->budget.by_source[i];
    totals.stated_total += programme->stated_total;
  }
  return totals;
}

std::string programme_text(const plan::Plan& plan, const ProgrammeList& list, const Page& page) {
  const auto& words = page.catalogue;
  constexpr int shortest_name = 16;
  const int without_names = table_of(plan, list, shortest_name, words).width() - shortest_name;
  const int room = std::max(shortest_name, page.width - without_names);
  std::string text = page.paint(Style::bold, in_language(plan.title, words)) + "\n";
  if (list.at) text += page.paragraph(words.text("programmes.at", time::to_string(*list.at)));
  if (list.rows.empty()) return text + words.text("programmes.none") + "\n";
  const auto totals = totals_of(list);
  return text + table_of(plan, list, room, words).text(page.paint) +
         page.paragraph(words.text("programmes.note", money(totals.stated_total, words)), Style::dim);
}

Json programme_json(const ProgrammeList& list) {
  Json programmes = Json::array();
  for (const auto& [programme, at_work] : list.rows) {
    Json row{{"id", programme->id},
             {"name", programme->name.ko},
             {"name_en", programme->name.en},
             {"department", programme->department},
             {"sector", id_of(programme->sector)},
             {"jobs", json_number(programme->jobs)},
             {"budget_thousand_won", money_json(programme->budget, programme->stated_total)},
             {"budget_split", programme->stated_budget ? "stated" : "assumed"}};
    if (list.at) row["at_work"] = json_number(at_work);
    programmes.push_back(std::move(row));
  }
  const auto totals = totals_of(list);
  Json document{{"schema", "jobcast.programmes/1"}};
  if (list.at) document["at"] = time::to_string(*list.at);
  document["programmes"] = std::move(programmes);
  document["totals"] = {{"count", totals.count},
                        {"jobs", json_number(totals.jobs)},
                        {"budget_thousand_won", money_json(totals.budget, totals.stated_total)}};
  if (list.at) document["totals"]["at_work"] = json_number(totals.at_work);
  return document;
}

std::string programme_csv(const ProgrammeList& list) {
  std::vector<std::string_view> header{"id",
                                       "name",
                                       "department",
                                       "sector",
                                       "jobs",
                                       "national_thousand_won",
                                       "provincial_thousand_won",
                                       "county_thousand_won",
                                       "private_thousand_won",
                                       "total_thousand_won",
                                       "budget_split"};
  if (list.at) header.emplace_back("at_work");
  Csv csv(header);
  for (const auto& [programme, at_work] : list.rows) {
    std::vector<std::string> row{programme->id, programme->name.ko, programme->department,
                                 std::string(id_of(programme->sector)), shortest(programme->jobs)};
    for (const auto source : plan::fundings) row.push_back(shortest(thousand_won(programme->budget.of(source))));
    row.push_back(shortest(thousand_won(programme->stated_total)));
    row.emplace_back(programme->stated_budget ? "stated" : "assumed");
    if (list.at) row.push_back(shortest(at_work));
    csv.add(row);
  }
  return csv.text();
}

}  // namespace jobcast::app
