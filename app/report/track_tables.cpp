#include "app/report/track_tables.hpp"

#include <algorithm>
#include <cmath>

#include "app/report/names.hpp"
#include "app/report/numbers.hpp"
#include "app/report/table.hpp"

namespace jobcast::app {
namespace {

using tracking::Execution;
using tracking::Kind;

/// Money in million won, jobs as they are.
std::string amount(const Execution& execution, double value) {
  return execution.actual.kind == Kind::spending ? million_won(units::Won(std::llround(value))) : grouped(value);
}

std::string share_of(double actual, double planned) {
  constexpr double percent = 100.0;
  return planned > 0.0 ? grouped(percent * actual / planned) + "%" : "-";
}

std::vector<Cell> execution_row(const plan::Plan& plan, const Execution& each, int room, bool wide,
                                const Catalogue& words) {
  const auto& programme = plan.programmes[each.actual.programme];
  std::vector<Cell> row{
      shortened((each.surprise > 0.0 ? "* " : "") + in_language(programme.name, words), room),
      each.actual.kind == Kind::spending ? words.text("track.spending") : words.text("track.placements"),
      amount(each, each.planned_to_date), amount(each, each.actual.value),
      Cell(share_of(each.actual.value, each.planned_to_date), Style::bold)};
  if (wide) row.emplace_back(amount(each, each.year_after.mean));
  row.emplace_back(range(amount(each, each.year_after.p05), amount(each, each.year_after.p95), words));
  row.emplace_back(each.points ? with_sign(each.points->mean, 3) : "-");
  return row;
}

}  // namespace

std::string executions_table(const plan::Plan& plan, const std::vector<const Execution*>& rows, const Page& page) {
  const auto& words = page.catalogue;
  const bool wide = page.width >= Page::widest;
  const auto make = [&](int room) {
    std::vector<Column> columns{{words.text("track.column_programme"), Align::left},
                                {words.text("track.column_what"), Align::left},
                                {words.text("track.column_planned")},
                                {words.text("track.column_actual")},
                                {words.text("track.column_share")}};
    if (wide) columns.push_back({words.text("track.column_year")});
    columns.push_back({words.text("track.column_interval")});
    columns.push_back({words.text("track.column_points")});
    Table table(std::move(columns));
    for (const auto* each : rows) table.add(execution_row(plan, *each, room, wide, words));
    return table;
  };
  constexpr int shortest_name = 12;
  constexpr int longest_name = 40;
  const int others = make(shortest_name).width() - shortest_name;
  return make(std::clamp(page.width - others, shortest_name, longest_name)).text(page.paint);
}

std::string track_jobs_section(const tracking::Track& track, const Page& page) {
  const auto& words = page.catalogue;
  const bool wide = page.width >= Page::widest;
  std::vector<Column> columns{{words.text("forecast.column_sector"), Align::left},
                              {words.text("track.column_jobs")},
                              {words.text("track.column_to_date")},
                              {words.text("track.column_year_before")},
                              {words.text("track.column_year_after")}};
  if (wide) columns.push_back({words.text("track.column_interval")});
  columns.push_back({words.text("track.column_work_before")});
  columns.push_back({words.text("track.column_work_after")});
  columns.push_back({words.text("track.column_interval")});
  Table table(std::move(columns));
  for (std::size_t sector = 0; sector < track.sectors.size(); ++sector) {
    const auto& row = track.sectors[sector];
    const bool total = sector + 1 == track.sectors.size();
    if (!total && !(row.plan_jobs > 0.0)) continue;
    if (total) table.add_rule();
    const auto style = total ? Style::bold : Style::plain;
    std::vector<Cell> cells{
        {total ? words.text("name.all") : label(plan::sectors[sector], words), style},
        {grouped(row.plan_jobs), style},
        {row.planned_to_date > 0.0 || row.actual_to_date > 0.0 ? grouped(row.actual_to_date) : "-", style},
        {grouped(row.year_before.mean), style},
        {grouped(row.year_after.mean), style}};
    if (wide) cells.emplace_back(range(grouped(row.year_after.p05), grouped(row.year_after.p95), words), style);
    cells.emplace_back(grouped(row.at_work_before.mean), style);
    cells.emplace_back(grouped(row.at_work_after.mean), style);
    cells.emplace_back(range(grouped(row.at_work_after.p05), grouped(row.at_work_after.p95), words), style);
    table.add(std::move(cells));
  }
  return page.heading(words.text("track.jobs_title")) + table.text(page.paint) +
         page.paragraph(words.text("track.jobs_note"), Style::dim);
}

}  // namespace jobcast::app
