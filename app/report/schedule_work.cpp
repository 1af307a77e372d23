#include "app/report/schedule_work.hpp"

#include <algorithm>

#include "app/report/names.hpp"
#include "app/report/numbers.hpp"
#include "app/report/table.hpp"

namespace jobcast::app {
namespace {

using schedule::InWeeks;
using schedule::Timetable;

std::vector<Cell> work_row(const std::string& name, double jobs, const InWeeks& weeks, bool intervals,
                           const Catalogue& words, Style style = Style::plain) {
  std::vector<Cell> row{{name, style}, {grouped(jobs), style}};
  for (const auto& week : weeks) {
    row.emplace_back(grouped(week.planned), style);
    row.emplace_back(grouped(week.mean), style);
    if (intervals) row.emplace_back(range(grouped(week.p05), grouped(week.p95), words), style);
  }
  return row;
}

std::string work_table(const plan::Plan& plan, const Timetable& table, bool by_sector, const Page& page) {
  const auto& words = page.catalogue;
  const auto make = [&](int room, bool intervals) {
    std::vector<Column> columns{
        {by_sector ? words.text("schedule.column_sector") : words.text("schedule.column_department"), Align::left},
        {words.text("schedule.column_jobs")}};
    for (const auto* week : {"schedule.april", "schedule.october"}) {
      columns.push_back({words.text("schedule.column_week_planned", words.text(week))});
      columns.push_back({words.text("schedule.column_week_expected")});
      if (intervals) columns.push_back({words.text("schedule.column_interval")});
    }
    Table text(std::move(columns));
    double jobs = 0.0;
    const auto& parts = by_sector ? table.sectors : table.departments;
    for (std::size_t index = 0; index < parts.size(); ++index) {
      const auto& part = parts[index];
      jobs += part.jobs;
      const auto* department = plan.department(part.id);
      const auto name = by_sector               ? label(plan::sectors[index], words)
                        : department == nullptr ? words.text("schedule.no_department")
                                                : in_language(department->name, words);
      text.add(work_row(shortened(name, room), part.jobs, part.weeks, intervals, words));
    }
    text.add_rule();
    text.add(work_row(words.text("name.all"), jobs, table.total, intervals, words, Style::bold));
    return text;
  };
  constexpr int shortest_name = 16;
  constexpr int longest_name = 30;
  const bool intervals = make(shortest_name, true).width() <= page.width;
  const int others = make(shortest_name, intervals).width() - shortest_name;
  return make(std::clamp(page.width - others, shortest_name, longest_name), intervals).text(page.paint);
}

/// "1-2, 7-8": runs of the months in which somebody is at work by the plan.
std::string months_of(const schedule::ProgrammeWork& work, const Catalogue& words) {
  std::string text;
  for (std::size_t month = 0; month < schedule::month_count;) {
    if (!(work.planned_months[month] > 0.0)) {
      ++month;
      continue;
    }
    const std::size_t first = month;
    while (month < schedule::month_count && work.planned_months[month] > 0.0) ++month;
    text +=
        (text.empty() ? "" : ", ") +
        (first + 1 == month ? std::to_string(month) : range(std::to_string(first + 1), std::to_string(month), words));
  }
  return text.empty() ? words.text("schedule.no_month") : text;
}

}  // namespace

std::string weeks_section(const plan::Plan& plan, const Timetable& table, const Page& page) {
  const auto& words = page.catalogue;
  if (table.programmes.empty()) return "";
  return page.heading(words.text("schedule.weeks_title")) + work_table(plan, table, true, page) + "\n" +
         work_table(plan, table, false, page) +
         page.paragraph(
             words.text("schedule.weeks_note", grouped(table.total[0].error, 1), grouped(table.total[1].error, 1)),
             Style::dim);
}

std::string unseen_section(const plan::Plan& plan, const Timetable& table, const Page& page) {
  if (table.programmes.empty()) return "";
  const auto& words = page.catalogue;
  const auto unseen = table.in_no_reference_week();
  const auto title = page.heading(words.text("schedule.unseen_title"));
  if (unseen.empty()) return title + page.paragraph(words.text("schedule.unseen_none"));
  double jobs = 0.0;
  for (const auto* work : unseen) jobs += plan.programmes[work->programme].jobs;
  const auto make = [&](int room) {
    Table text({{words.text("schedule.column_programme"), Align::left},
                {words.text("schedule.column_jobs")},
                {words.text("schedule.column_months"), Align::left}});
    for (const auto* work : unseen) {
      const auto& programme = plan.programmes[work->programme];
      text.add({shortened(in_language(programme.name, words), room), grouped(programme.jobs), months_of(*work, words)});
    }
    return text;
  };
  constexpr int shortest_name = 16;
  constexpr int longest_name = 50;
  const int others = make(shortest_name).width() - shortest_name;
  return title + page.paragraph(words.text("schedule.unseen", std::to_string(unseen.size()), grouped(jobs))) +
         make(std::clamp(page.width - others, shortest_name, longest_name)).text(page.paint);
}

std::string months_section(const Timetable& table, const Page& page) {
  if (table.programmes.empty()) return "";
  const auto& words = page.catalogue;
  std::vector<Column> columns{{words.text("schedule.column_month"), Align::left},
                              {words.text("schedule.column_total")},
                              {words.text("schedule.column_interval")}};
  std::vector<std::size_t> sectors;
  for (std::size_t sector = 0; sector < plan::sectors.size(); ++sector) {
    if (!(table.sectors[sector].jobs > 0.0)) continue;
    sectors.push_back(sector);
    columns.push_back({label(plan::sectors[sector], words)});
  }
  Table text(std::move(columns));
  for (const auto& month : table.months) {
    const bool asked = std::find(table.sundays.begin(), table.sundays.end(), month.sunday) != table.sundays.end();
    std::vector<Cell> row{time::to_string(month.sunday) + (asked ? "*" : ""),
                          {grouped(month.total.mean), Style::bold},
                          range(grouped(month.total.p05), grouped(month.total.p95), words)};
    for (const std::size_t sector : sectors) row.emplace_back(grouped(month.by_sector[sector]));
    text.add(std::move(row));
  }
  return page.heading(words.text("schedule.months_title")) + text.text(page.paint) +
         page.paragraph(words.text("schedule.months_note"), Style::dim);
}

}  // namespace jobcast::app
