#include <algorithm>
#include <map>

#include "app/report/forecast_population.hpp"
#include "app/report/forecast_text.hpp"
#include "app/report/names.hpp"
#include "app/report/numbers.hpp"
#include "app/report/table.hpp"

namespace jobcast::app {
namespace {

std::vector<Cell> job_cells(std::string name, const forecast::SectorJobs& row, std::string interval, Style style) {
  return {{std::move(name), style},
          {grouped(row.plan_jobs), style},
          {grouped(row.persons), style},
          {grouped(row.at_work_in_reference_week), style},
          {grouped(row.at_work_15_64), style},
          {with_sign(row.net_employment, 0), style},
          {std::move(interval), style},
          {grouped(row.unfilled), style}};
}

forecast::SectorJobs total_of(const std::vector<forecast::SectorJobs>& rows) {
  forecast::SectorJobs total;
  for (const auto& row : rows) {
    total.plan_jobs += row.plan_jobs;
    total.persons += row.persons;
    total.at_work_in_reference_week += row.at_work_in_reference_week;
    total.at_work_15_64 += row.at_work_15_64;
    total.net_employment += row.net_employment;
    total.unfilled += row.unfilled;
  }
  return total;
}

/// As many years as fit, the first ones and the last.
std::vector<int> years_shown(const forecast::Result& result, int room) {
  constexpr int year_column = 9;
  auto years = population_years(result);
  const auto most = static_cast<std::size_t>(std::max(2, room / year_column));
  if (years.size() > most) years.erase(years.begin() + static_cast<std::ptrdiff_t>(most) - 1, years.end() - 1);
  return years;
}

void add_population_row(Table& table, const forecast::Result& result, const std::vector<int>& years,
                        const std::string& group, const Page& page, Style style) {
  std::vector<Cell> cells{{age_label(group, page.catalogue), style}};
  for (const int year : years) {
    const auto* row = population_of(result, year, group);
    cells.emplace_back(row ? grouped(row->mean) : "-", style);
  }
  const auto* last = population_of(result, years.back(), group);
  cells.emplace_back(last ? range(grouped(last->p05), grouped(last->p95), page.catalogue) : "-", style);
  table.add(std::move(cells));
}

void add_flow_row(Table& table, const forecast::Result& result, const std::vector<int>& years, std::string name,
                  forecast::FlowForecast::Flow forecast::FlowForecast::*flow, const Page& page) {
  std::vector<Cell> cells{{std::move(name)}};
  std::string interval = "-";
  for (const int year : years) {
    const auto row =
        std::find_if(result.flows.begin(), result.flows.end(), [&](const auto& f) { return f.year == year; });
    if (row == result.flows.end()) {
      cells.emplace_back("-");
      continue;
    }
    const auto& numbers = (*row).*flow;
    cells.emplace_back(grouped(numbers.mean));
    if (year == years.back()) interval = range(grouped(numbers.p05), grouped(numbers.p95), page.catalogue);
  }
  cells.emplace_back(interval);
  table.add(std::move(cells));
}

}  // namespace

std::string jobs_section(const forecast::Result& result, const Page& page) {
  if (result.jobs.empty()) return "";
  const auto& words = page.catalogue;
  Table table({{words.text("forecast.column_sector"), Align::left},
               {words.text("forecast.column_plan_jobs")},
               {words.text("forecast.column_persons")},
               {words.text("forecast.column_at_work")},
               {words.text("forecast.column_at_work_15_64")},
               {words.text("forecast.column_net")},
               {words.text("forecast.column_ninety")},
               {words.text("forecast.column_unfilled")}});
  for (const auto& row : result.jobs) {
    const auto interval = signed_range(with_sign(row.net_p05, 0), with_sign(row.net_p95, 0), words);
    table.add(job_cells(label(row.sector, words), row, interval, Style::plain));
  }
  const auto total = total_of(result.jobs);
  table.add_rule();
  table.add(job_cells(words.text("name.all"), total, "", Style::bold));
  return page.heading(words.text("forecast.jobs_title")) + table.text(page.paint) +
         page.paragraph(words.text("forecast.jobs_note", grouped(total.plan_jobs),
                                   grouped(total.at_work_in_reference_week), with_sign(total.net_employment, 0)),
                        Style::dim);
}

std::string population_section(const forecast::Result& result, const Page& page) {
  if (result.population.empty()) return "";
  const auto& words = page.catalogue;
  constexpr int names_and_interval = 30;
  const auto years = years_shown(result, page.width - names_and_interval);
  std::vector<Column> columns{{words.text("forecast.column_age"), Align::left}};
  for (const int year : years) columns.push_back({std::to_string(year)});
  columns.push_back({words.text("forecast.column_year_ninety", std::to_string(years.back()))});
  Table table(std::move(columns));
  for (const auto& group : population_groups(result))
    add_population_row(table, result, years, group, page, Style::plain);
  table.add_rule();
  add_population_row(table, result, years, "all", page, Style::bold);
  if (!result.flows.empty()) {
    table.add_rule();
    using Flow = forecast::FlowForecast;
    add_flow_row(table, result, years, words.text("name.births"), &Flow::births, page);
    add_flow_row(table, result, years, words.text("name.deaths"), &Flow::deaths, page);
    add_flow_row(table, result, years, words.text("name.arrivals"), &Flow::arrivals, page);
    add_flow_row(table, result, years, words.text("name.leavers"), &Flow::leavers, page);
  }
  return page.heading(words.text("forecast.population_title")) + table.text(page.paint);
}

}  // namespace jobcast::app
