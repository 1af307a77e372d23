#include <algorithm>
#include <cmath>

#include "app/report/names.hpp"
#include "app/report/numbers.hpp"
#include "app/report/table.hpp"
#include "app/report/track_report.hpp"
#include "app/report/track_tables.hpp"

namespace jobcast::app {
namespace {

using tracking::Track;

std::string chance(const forecast::IndicatorForecast& row, double draws) {
  return probability(row.probability_published_meets_target, std::max(row.monte_carlo_error, 1.0 / draws));
}

bool has_figures(const Track& track) { return !track.executions.empty() || !track.surveys.empty(); }

std::string headline(const Track& track, const Page& page) {
  const auto& words = page.catalogue;
  std::string text;
  if (!has_figures(track)) text += page.paragraph(words.text("track.nothing"), Style::bold);
  if (track.later > 0) text += page.paragraph(words.text("track.later", std::to_string(track.later)));
  const auto& first = track.indicators.front();
  return text +
         page.paragraph(words.text("track.headline", long_label(first.after.id, words),
                                   indicator_value_with_unit(first.after.id, first.after.target, words),
                                   survey_name(first.after.reference_week, words),
                                   chance(first.after, track.effective_draws), chance(first.before, track.draws)),
                        has_figures(track) ? Style::bold : Style::plain);
}

std::string indicators_section(const Track& track, const Page& page) {
  const auto& words = page.catalogue;
  const bool wide = page.width >= Page::widest;
  std::vector<Column> columns{{words.text("forecast.column_indicator"), Align::left}};
  if (wide) columns.push_back({words.text("track.column_target")});
  for (const auto* id : {"track.column_before", "track.column_after", "track.column_interval",
                         "track.column_chance_before", "track.column_chance_after", "track.column_change"}) {
    columns.push_back({words.text(id)});
  }
  Table table(std::move(columns));
  for (const auto& each : track.indicators) {
    const auto id = each.after.id;
    const auto& published = each.after.published;
    std::vector<Cell> row{label(id, words)};
    if (wide) row.emplace_back(indicator_value(id, each.after.target));
    row.emplace_back(indicator_value(id, each.before.published.mean));
    row.emplace_back(indicator_value(id, published.mean), Style::bold);
    row.emplace_back(range(grouped(published.p05, is_rate(id) ? 1 : 0), indicator_value(id, published.p95), words));
    row.emplace_back(chance(each.before, track.draws));
    row.emplace_back(chance(each.after, track.effective_draws), Style::bold);
    constexpr double percent = 100.0;
    row.emplace_back(with_sign(percent * each.chance.mean, 1) + " ±" + grouped(percent * each.chance.error, 1));
    table.add(std::move(row));
  }
  const auto survey = survey_name(track.indicators.front().after.reference_week, words);
  return page.heading(words.text("track.indicators_title", survey)) + table.text(page.paint);
}

std::string surveys_section(const Track& track, const Page& page) {
  if (track.surveys.empty()) return "";
  const auto& words = page.catalogue;
  Table table({{words.text("track.column_survey"), Align::left},
               {words.text("track.column_published")},
               {words.text("track.column_forecast")},
               {words.text("track.column_interval")},
               {words.text("track.column_below")}});
  for (const auto& check : track.surveys) {
    const auto id = check.figure.indicator;
    table.add({label(id, words) + ", " + check.figure.survey.name(),
               {indicator_value(id, check.figure.value), Style::bold},
               indicator_value(id, check.forecast.mean),
               range(grouped(check.forecast.p05, is_rate(id) ? 1 : 0), indicator_value(id, check.forecast.p95), words),
               probability(check.below, error_of_share(check.below, track.draws))});
  }
  return page.heading(words.text("track.surveys_title")) + table.text(page.paint) +
         page.paragraph(words.text("track.effective", grouped(track.draws), grouped(track.effective_draws)),
                        Style::dim);
}

std::string executions_section(const plan::Plan& plan, const Track& track, const Page& page) {
  if (track.executions.empty()) return "";
  const auto& words = page.catalogue;
  std::string text;
  const auto add = [&](std::string_view verdict, const std::string& title) {
    std::vector<const tracking::Execution*> rows;
    for (const auto& each : track.executions) {
      if (verdict_of(track, each) == verdict) rows.push_back(&each);
    }
    if (!rows.empty()) text += page.heading(title) + executions_table(plan, rows, page);
  };
  add("matters", words.text("track.matters_title", grouped(track.published_step, 1)));
  add("small", words.text("track.small_title"));
  if (text.empty()) text += "\n" + page.paragraph(words.text("track.none_behind"));
  add("on_plan", words.text("track.on_plan_title"));
  return text + page.paragraph(words.text("track.executions_note", grouped(track.cost_draws)), Style::dim) +
         page.paragraph(words.text("track.all_points", with_sign(track.all_points.mean, 2),
                                   grouped(track.all_points.error, 3), grouped(track.survey_error, 1),
                                   grouped(track.published_step, 1)));
}

}  // namespace

std::string_view verdict_of(const Track& track, const tracking::Execution& execution) {
  if (!execution.behind()) return "on_plan";
  return execution.points && execution.points->mean <= -track.published_step ? "matters" : "small";
}

std::string track_text(const plan::Plan& plan, const Track& track, const Page& page) {
  const auto& words = page.catalogue;
  return page.paint(Style::bold,
                    words.text("track.title", in_language(plan.title, words), time::to_string(track.as_of))) +
         "\n" + page.paragraph(words.text("track.scenario", scenario_name(plan, track.scenario_title, words))) +
         headline(track, page) + indicators_section(track, page) + surveys_section(track, page) +
         executions_section(plan, track, page) + track_jobs_section(track, page) + "\n" +
         page.paragraph(words.text("track.draws", grouped(track.draws), std::to_string(track.seed)), Style::dim);
}

}  // namespace jobcast::app
