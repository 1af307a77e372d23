#include "app/charts/gantt.hpp"
#include "app/publication/sections.hpp"
#include "app/report/names.hpp"
#include "app/report/numbers.hpp"
#include "app/report/schedule_report.hpp"

namespace jobcast::app {
namespace {

using Method = SourceBook::Method;

Sheet milestones_sheet(const Editor& editor) {
  const auto& words = editor.words;
  const auto& plan = editor.material.plan;
  const auto& table = editor.material.timetable;
  const auto source = SourceBook::method(Method::schedule);
  Sheet sheet{"table-schedule",
              words.text("report.name_schedule"),
              words.text("report.schedule_title"),
              {{words.text("report.column_step"), false},
               {words.text("report.column_action"), false},
               {words.text("schedule.column_planned"), false},
               {words.text("schedule.column_p50"), false, false, source},
               {words.text("schedule.column_p90"), false, false, source},
               {words.text("schedule.column_on_time"), true, false, source},
               {words.text("schedule.column_float"), true, false, source},
               {words.text("schedule.column_critical"), true, false, source}},
              {}};
  for (const auto& timing : table.milestones) {
    const auto& step = table.network.steps()[timing.step];
    const auto& action = plan.actions[step.action];
    const auto planned = editor.sources.milestone(step.id);
    const auto share = [&](double part) {
      return shown_as(part, Look::share, probability(part, error_of_share(part, table.draws)));
    };
    sheet.rows.push_back(
        {{words_of(in_language(action.milestones[step.milestone].name, words), planned),
          words_of(action.id, SourceBook::action_sheets()), words_of(time::to_string(step.planned), planned),
          words_of(time::to_string(timing.reached_on.p50), source),
          words_of(time::to_string(timing.reached_on.p90), source), share(timing.on_time.share),
          number_of(timing.total_float, Look::count), share(timing.criticality.share)}});
  }
  return sheet;
}

}  // namespace

Section schedule_of_section(const Editor& editor) {
  const auto& words = editor.words;
  const auto& material = editor.material;
  Section section{"schedule", words.text("report.section_schedule"), {}, {}, {}, {}};
  const auto source = SourceBook::method(Method::schedule);
  if (material.timetable.milestones.empty()) return section;
  section.paragraphs.push_back({schedule_headline(material.timetable, words), {source}});
  section.figures.push_back(figure_of("chart-schedule", words.text("report.schedule_title"), source, "table-schedule",
                                      [&](double width, const std::string& id) {
                                        return charts::gantt(material.plan, material.timetable, words, width, id);
                                      }));
  section.sheets.push_back(milestones_sheet(editor));
  section.notes.push_back({words.text("schedule.milestones_note"), {source}, true});
  return section;
}

}  // namespace jobcast::app
