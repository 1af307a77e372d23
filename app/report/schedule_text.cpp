#include <algorithm>
#include <cmath>

#include "app/report/names.hpp"
#include "app/report/numbers.hpp"
#include "app/report/schedule_report.hpp"
#include "app/report/schedule_work.hpp"
#include "app/report/table.hpp"

namespace jobcast::app {
namespace {

using programmes::MilestoneStep;
using schedule::Chance;
using schedule::Timetable;

std::string chance(const Chance& of, int draws) { return probability(of.share, error_of_share(of.share, draws)); }

const MilestoneStep& step_of(const Timetable& table, std::size_t step) { return table.network.steps()[step]; }

const std::string& milestone_name(const plan::Plan& plan, const MilestoneStep& step, const Catalogue& words) {
  return in_language(plan.actions[step.action].milestones[step.milestone].name, words);
}

std::string sheet_name(const plan::Plan& plan, std::size_t action, const Catalogue& words) {
  return plan.actions[action].id + " " + in_language(plan.actions[action].name, words);
}

/// Sheet by sheet in the plan's order; within a sheet in the network's.
std::vector<const schedule::MilestoneTiming*> by_sheet(const Timetable& table) {
  std::vector<const schedule::MilestoneTiming*> rows;
  for (const auto& each : table.milestones) rows.push_back(&each);
  std::stable_sort(rows.begin(), rows.end(), [&](const auto* a, const auto* b) {
    return step_of(table, a->step).action < step_of(table, b->step).action;
  });
  return rows;
}

std::string days_text(double days) { return grouped(std::floor(days + 1e-6)); }

/// Tables with names as long as the page has room for.
template <class Make>
std::string fitted(const Make& make, const Page& page) {
  constexpr int shortest_name = 12;
  constexpr int longest_name = 44;
  const int others = make(shortest_name).width() - shortest_name;
  return make(std::clamp(page.width - others, shortest_name, longest_name)).text(page.paint);
}

std::string milestones_section(const plan::Plan& plan, const Timetable& table, const Page& page) {
  if (table.milestones.empty()) return "";
  const auto& words = page.catalogue;
  const bool wide = page.width >= Page::widest;
  const auto make = [&](int room) {
    std::vector<Column> columns{{words.text("schedule.column_milestone"), Align::left},
                                {words.text("schedule.column_planned")},
                                {words.text("schedule.column_p50")}};
    if (wide) columns.push_back({words.text("schedule.column_p90")});
    for (const auto* id : {"schedule.column_on_time", "schedule.column_float", "schedule.column_critical"}) {
      columns.push_back({words.text(id)});
    }
    const std::size_t width = columns.size();
    Table text(std::move(columns));
    std::size_t sheet = plan.actions.size();
    for (const auto* timing : by_sheet(table)) {
      const auto& each = *timing;
      const auto& step = step_of(table, each.step);
      if (step.action != sheet) {
        sheet = step.action;
        std::vector<Cell> row(width, Cell(""));
        row[0] = Cell(shortened(sheet_name(plan, sheet, words), room), Style::bold);
        text.add(std::move(row));
      }
      std::vector<Cell> row{shortened("  " + milestone_name(plan, step, words), room), time::to_string(step.planned)};
      row.emplace_back(time::to_string(each.reached_on.p50));
      if (wide) row.emplace_back(time::to_string(each.reached_on.p90));
      row.emplace_back(chance(each.on_time, table.draws));
      row.emplace_back(days_text(each.total_float));
      row.emplace_back((each.critical ? "*" : "") + chance(each.criticality, table.draws));
      text.add(std::move(row));
    }
    return text;
  };
  const auto done = table.network.steps().size() - table.milestones.size();
  std::string text = page.heading(words.text("schedule.milestones_title")) + fitted(make, page) +
                     page.paragraph(words.text("schedule.milestones_note"), Style::dim);
  if (done > 0) {
    text += page.paragraph(words.text("schedule.done", std::to_string(done), time::to_string(plan.as_of)), Style::dim);
  }
  return text;
}

std::string projects_section(const plan::Plan& plan, const Timetable& table, const Page& page) {
  const auto& words = page.catalogue;
  std::string text;
  for (const auto& timing : table.projects) {
    const auto& project = table.network.projects()[timing.project];
    const auto ahead = std::count_if(project.steps.begin(), project.steps.end(),
                                     [&](std::size_t step) { return !step_of(table, step).reached; });
    if (ahead < 2) continue;
    const auto& first = step_of(table, project.steps.front());
    std::string path;
    for (const std::size_t step : project.critical_path) {
      path += (path.empty() ? "" : " > ") + milestone_name(plan, step_of(table, step), words);
    }
    text += page.paragraph(words.text("schedule.project", sheet_name(plan, first.action, words),
                                      time::to_string(project.planned_end), time::to_string(timing.expected_end),
                                      time::to_string(timing.ends_on.p90), chance(timing.on_time, table.draws)));
    text += page.paragraph(words.text("schedule.path", path), Style::dim, "  ");
  }
  return text.empty() ? text : page.heading(words.text("schedule.projects_title")) + text;
}

std::string openings_section(const plan::Plan& plan, const Timetable& table, const Page& page) {
  if (table.openings.empty()) return "";
  const auto& words = page.catalogue;
  const auto make = [&](int room) {
    Table text({{words.text("schedule.column_programme"), Align::left},
                {words.text("schedule.column_planned")},
                {words.text("schedule.column_p50")},
                {words.text("schedule.column_p90")},
                {words.text("schedule.column_unhindered")}});
    for (const auto& opening : table.openings) {
      text.add({shortened(in_language(plan.programmes[opening.programme].name, words), room),
                time::to_string(opening.planned), time::to_string(opening.opens_on.p50),
                time::to_string(opening.opens_on.p90), chance(opening.unhindered, table.draws)});
    }
    return text;
  };
  return page.heading(words.text("schedule.openings_title")) + fitted(make, page) +
         page.paragraph(words.text("schedule.openings_note"), Style::dim);
}

}  // namespace

std::string schedule_headline(const Timetable& table, const Catalogue& words) {
  if (table.milestones.empty()) return words.text("schedule.no_milestones");
  double expected = 0.0;
  int likely = 0;
  int critical = 0;
  for (const auto& each : table.milestones) {
    expected += each.on_time.share;
    likely += each.on_time.share > 0.5 ? 1 : 0;
    critical += each.critical ? 1 : 0;
  }
  return words.text("schedule.headline", std::to_string(table.milestones.size()), std::to_string(likely),
                    grouped(expected), std::to_string(critical));
}

std::string schedule_text(const plan::Plan& plan, const Timetable& table, const Page& page) {
  const auto& words = page.catalogue;
  return page.paint(Style::bold, words.text("schedule.title", in_language(plan.title, words))) + "\n" +
         page.paragraph(words.text("schedule.scenario", scenario_name(plan, table.scenario_title, words))) +
         page.paragraph(schedule_headline(table, page.catalogue)) + milestones_section(plan, table, page) +
         projects_section(plan, table, page) + openings_section(plan, table, page) + weeks_section(plan, table, page) +
         unseen_section(plan, table, page) + months_section(table, page) + "\n" +
         page.paragraph(words.text("schedule.draws", grouped(table.draws), std::to_string(table.seed)), Style::dim);
}

}  // namespace jobcast::app
