#include "app/charts/gantt_rows.hpp"

#include <algorithm>

#include "app/report/names.hpp"
#include "app/report/numbers.hpp"
#include "models/programmes/calendar.hpp"

namespace jobcast::charts {
namespace {

using app::in_language;
using schedule::Timetable;

std::string chance_words(const schedule::Chance& chance, int draws) {
  return app::probability(chance.share, app::error_of_share(chance.share, draws));
}

GanttRow milestone_row(const plan::Plan& plan, const Timetable& table, const schedule::MilestoneTiming& timing,
                       const app::Catalogue& words) {
  const auto& step = table.network.steps()[timing.step];
  return {.kind = GanttRow::Kind::milestone,
          .label = in_language(plan.actions[step.action].milestones[step.milestone].name, words),
          .from = time::Date(std::chrono::days(static_cast<int>(step.planned_start))),
          .to = step.planned,
          .planned = step.planned,
          .range = timing.reached_on,
          .critical = timing.critical,
          .chance = chance_words(timing.on_time, table.draws)};
}

GanttRow programme_row(const plan::Plan& plan, const Timetable& table, const schedule::Opening& opening,
                       const app::Catalogue& words) {
  const auto& programme = plan.programmes[opening.programme];
  GanttRow row{.kind = GanttRow::Kind::programme,
               .label = in_language(programme.name, words),
               .from = opening.planned,
               .to = opening.planned,
               .planned = opening.planned,
               .range = opening.opens_on,
               .critical = false,
               .chance = chance_words(opening.unhindered, table.draws)};
  for (const auto& spell : programmes::spells(programme.traits.windows, time::year_of(opening.planned))) {
    if (spell.window == opening.window && spell.from == opening.planned) row.to = spell.to;
  }
  return row;
}

/// The sheet that an opening waits for: that of its last milestone.
std::size_t sheet_of(const Timetable& table, const schedule::Opening& opening) {
  return table.network.steps()[opening.waits.back()].action;
}

}  // namespace

std::vector<GanttRow> gantt_rows(const plan::Plan& plan, const Timetable& table, const app::Catalogue& words) {
  std::vector<GanttRow> rows;
  for (std::size_t action = 0; action < plan.actions.size(); ++action) {
    std::vector<GanttRow> of_sheet;
    for (const auto& timing : table.milestones) {
      if (table.network.steps()[timing.step].action != action) continue;
      of_sheet.push_back(milestone_row(plan, table, timing, words));
    }
    for (const auto& opening : table.openings) {
      if (sheet_of(table, opening) == action) of_sheet.push_back(programme_row(plan, table, opening, words));
    }
    if (of_sheet.empty()) continue;
    GanttRow title;
    title.label = plan.actions[action].id + " " + in_language(plan.actions[action].name, words);
    rows.push_back(std::move(title));
    std::move(of_sheet.begin(), of_sheet.end(), std::back_inserter(rows));
  }
  return rows;
}

}  // namespace jobcast::charts
