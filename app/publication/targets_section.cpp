#include <algorithm>
#include <cmath>

#include "app/charts/fan_chart.hpp"
#include "app/charts/target_bars.hpp"
#include "app/publication/sections.hpp"
#include "app/report/forecast_text.hpp"
#include "app/report/last_survey.hpp"
#include "app/report/names.hpp"
#include "app/report/numbers.hpp"

namespace jobcast::app {
namespace {

using forecast::IndicatorForecast;
using Method = SourceBook::Method;
constexpr double z90 = 1.6448536269514722;

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (const auto& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

/// How many targets are likely, open and unlikely, by name; one in three and two in three are the bounds.
Paragraph overview(const std::vector<const IndicatorForecast*>& rows, const Editor& editor) {
  std::vector<std::string> likely, open, unlikely;
  for (const auto* row : rows) {
    const double p = row->probability_published_meets_target;
    auto& group = p < 1.0 / 3.0 ? unlikely : p <= 2.0 / 3.0 ? open : likely;
    group.push_back(label(row->id, editor.words));
  }
  std::string text = editor.words.text("report.targets_count", std::to_string(rows.size()));
  const auto add = [&](const char* id, const std::vector<std::string>& names) {
    if (!names.empty()) text += " " + editor.words.text(id, std::to_string(names.size()), listed(names));
  };
  add("report.targets_likely", likely);
  add("report.targets_open", open);
  add("report.targets_unlikely", unlikely);
  return {text, {SourceBook::method(Method::survey)}};
}

Datum chance_of(double p, const std::string& as_printed) { return shown_as(p, Look::share, as_printed); }

Sheet targets_sheet(const std::vector<const IndicatorForecast*>& rows, const Editor& editor) {
  const auto& words = editor.words;
  const auto base_year = std::to_string(time::year_of(rows.front()->reference_week) - 1);
  const auto survey = SourceBook::method(Method::survey);
  const auto labour = SourceBook::method(Method::labour);
  Sheet sheet{"table-targets",
              words.text("report.name_targets"),
              words.text("forecast.indicators_title", survey_name(rows.front()->reference_week, words)),
              {{words.text("forecast.column_indicator"), false},
               {words.text("forecast.column_base", base_year), true},
               {words.text("forecast.column_target"), true},
               {words.text("report.column_chance"), true, false, survey},
               {words.text("report.column_true_chance"), true, false, labour},
               {words.text("forecast.column_mean"), true, false, survey},
               {words.text("forecast.column_median"), true, false, survey},
               {words.text("forecast.column_half"), true, true, survey},
               {words.text("forecast.column_ninety"), true, true, survey}},
              {}};
  for (const auto* row : rows) {
    const auto look = look_of(row->id);
    const auto& p = row->published;
    const int draws = editor.material.forecast.draws;
    sheet.rows.push_back(
        {{words_of(label(row->id, words)), number_of(row->base, look, SourceBook::base(row->id)),
          number_of(row->target, look, SourceBook::target(row->id)),
          chance_of(row->probability_published_meets_target, published_chance(*row, draws)),
          chance_of(row->probability_true_meets_target, true_chance(*row, draws)), number_of(p.mean, look),
          number_of(p.p50, look), interval_of(p.p25, p.p75, look), interval_of(p.p05, p.p95, look)}});
  }
  return sheet;
}

Sheet earlier_sheet(const std::vector<const IndicatorForecast*>& rows, const Editor& editor) {
  const auto& words = editor.words;
  const auto base_year = std::to_string(time::year_of(rows.front()->reference_week) - 1);
  const auto survey = SourceBook::method(Method::survey);
  Sheet sheet{"table-earlier",
              words.text("report.name_earlier"),
              words.text("forecast.earlier_title", survey_name(rows.front()->reference_week, words)),
              {{words.text("forecast.column_indicator"), false},
               {words.text("forecast.column_base", base_year), true, false, "documents"},
               {words.text("forecast.column_mean"), true, false, survey},
               {words.text("forecast.column_ninety"), true, true, survey},
               {words.text("forecast.column_chance"), true, false, survey}},
              {}};
  for (const auto* row : rows) {
    const auto look = look_of(row->id);
    sheet.rows.push_back(
        {{words_of(label(row->id, words)), number_of(row->base, look), number_of(row->published.mean, look),
          interval_of(row->published.p05, row->published.p95, look),
          chance_of(row->probability_published_meets_target, published_chance(*row, editor.material.forecast.draws))}});
  }
  return sheet;
}

Figure bars_figure(const std::vector<const IndicatorForecast*>& rows, const Editor& editor) {
  const auto& words = editor.words;
  charts::TargetBars figures;
  figures.title = words.text("forecast.chances_title");
  figures.ninety_words = words.text("forecast.column_ninety");
  figures.half_words = words.text("forecast.column_half");
  figures.median_words = words.text("forecast.column_median");
  figures.target_words = words.text("forecast.column_target");
  for (const auto* row : rows) {
    const auto& p = row->published;
    const auto value = [&](double number) { return indicator_value(row->id, number); };
    const auto chance = published_chance(*row, editor.material.forecast.draws);
    figures.description += (figures.description.empty() ? "" : " ") +
                           words.text("report.targets_described", label(row->id, words), value(row->target), chance,
                                      value(p.p50), range(value(p.p05), value(p.p95), words));
    figures.rows.push_back({label(row->id, words), chance, p.p05, p.p25, p.p50, p.p75, p.p95, row->target, value(p.p05),
                            value(p.p95), words.text("report.target_mark", value(row->target))});
  }
  return figure_of("chart-targets", words.text("report.targets_caption"), SourceBook::method(Method::survey),
                   "table-targets",
                   [&](double width, const std::string& id) { return charts::target_bars(figures, width, id); });
}

/// "2023H2" as its reference week; nothing for another period.
std::optional<time::Date> week_of(const std::string& period) {
  constexpr std::size_t length = 6;
  const bool digits = period.size() == length && period[4] == 'H' &&
                      std::all_of(period.begin(), period.begin() + 4, [](char c) { return c >= '0' && c <= '9'; }) &&
                      (period[5] == '1' || period[5] == '2');
  if (!digits) return std::nullopt;
  return time::reference_week(std::stoi(period.substr(0, 4)), period[5] - '0');
}

std::vector<charts::Fan::Past> history_of(const Editor& editor, std::vector<std::string>& tables) {
  const auto& plan = editor.material.plan;
  std::vector<charts::Fan::Past> past;
  for (const auto& table : plan.facts.tables()) {
    for (const auto& fact : table.facts) {
      const bool rate = fact.use && fact.item == "employment_rate" && fact.age == "15-64" && fact.sex == "both" &&
                        fact.category.empty();
      const auto week = rate ? week_of(fact.period) : std::nullopt;
      if (!week || *week > plan.as_of) continue;
      past.push_back({*week, fact.value});
      const auto anchor = editor.sources.table(table.id);
      if (std::find(tables.begin(), tables.end(), anchor) == tables.end()) tables.push_back(anchor);
    }
  }
  std::sort(past.begin(), past.end(), [](const auto& a, const auto& b) { return a.day < b.day; });
  return past;
}

/// The rate of 15-64: what was published, what is expected.
void add_fan(Section& section, const Editor& editor) {
  const auto& words = editor.words;
  charts::Fan fan;
  std::vector<std::string> tables;
  fan.past = history_of(editor, tables);
  const auto& result = editor.material.forecast;
  for (const auto& each : result.indicators) {
    if (each.id != plan::Indicator::Id::employment_rate_15_64) continue;
    const auto& p = each.published;
    fan.expected.push_back({each.reference_week, p.p05, p.p25, p.p50, p.p75, p.p95});
    fan.target = each.target;
  }
  if (fan.expected.empty()) return;
  const double error = editor.material.audit.yardstick.survey_error;
  fan.half_bar = std::isfinite(error) ? z90 * error : 0.0;
  fan.unit = "%";
  const auto name = label(plan::Indicator::Id::employment_rate_15_64, words);
  const auto& last = fan.expected.back();
  const auto rate = [](double number) { return grouped(number, 1) + "%"; };
  fan.title = words.text("report.fan_title", name);
  fan.description = words.text("report.fan_described", survey_name(last.day, words), rate(last.p50),
                               range(grouped(last.p05, 1), rate(last.p95), words), rate(fan.target));
  if (!fan.past.empty()) {
    fan.description = words.text("report.fan_past_described", std::to_string(fan.past.size()),
                                 survey_name(fan.past.front().day, words), rate(fan.past.front().value),
                                 survey_name(fan.past.back().day, words), rate(fan.past.back().value)) +
                      " " + fan.description;
  }
  fan.past_words = words.text("report.fan_past");
  fan.bar_words = words.text("report.fan_bar", grouped(fan.half_bar, 1));
  fan.ninety_words = words.text("forecast.column_ninety");
  fan.half_words = words.text("forecast.column_half");
  fan.median_words = words.text("forecast.column_median");
  fan.target_words = words.text("report.target_mark", rate(fan.target));
  section.figures.push_back(figure_of(
      "chart-fan", words.text("report.fan_caption", name), SourceBook::method(Method::survey), "table-earlier",
      [&](double width, const std::string& id) { return charts::fan_chart(fan, width, id); }));
  if (!tables.empty()) section.notes.push_back({words.text("report.fan_note"), tables, true});
}

}  // namespace

Look look_of(plan::Indicator::Id indicator) { return is_rate(indicator) ? Look::rate : Look::count; }

Look change_look_of(plan::Indicator::Id indicator) {
  return is_rate(indicator) ? Look::signed_two : Look::signed_count;
}

Section targets_section(const Editor& editor) {
  const auto& words = editor.words;
  Section section{"targets", words.text("report.section_targets"), {}, {}, {}, {}};
  const auto& result = editor.material.forecast;
  const auto rows = at_last_survey(result);
  if (rows.empty()) return section;
  section.paragraphs.push_back(overview(rows, editor));
  section.figures.push_back(bars_figure(rows, editor));
  section.sheets.push_back(targets_sheet(rows, editor));
  add_fan(section, editor);
  if (const auto earlier = at_earlier_surveys(result); !earlier.empty()) {
    section.sheets.push_back(earlier_sheet(earlier, editor));
  }
  section.notes.push_back({words.text("forecast.chances_note"), {SourceBook::method(Method::survey)}, true});
  return section;
}

}  // namespace jobcast::app
