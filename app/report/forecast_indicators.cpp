#include <cmath>

#include "app/report/bars.hpp"
#include "app/report/forecast_text.hpp"
#include "app/report/last_survey.hpp"
#include "app/report/names.hpp"
#include "app/report/numbers.hpp"
#include "app/report/table.hpp"

namespace jobcast::app {
namespace {

using forecast::IndicatorForecast;

Style style_of_chance(double p) { return p < 0.33 ? Style::bad : p < 0.67 ? Style::doubtful : Style::good; }

std::string values_range(plan::Indicator::Id id, double from, double to, const Catalogue& catalogue) {
  return range(grouped(from, is_rate(id) ? 1 : 0), indicator_value(id, to), catalogue);
}

/// Room for both intervals, the target and the base, with a little air on each side.
Axis axis_for(const IndicatorForecast& row, int width) {
  const double from = std::min({row.published.p05, row.target, row.base});
  const double to = std::max({row.published.p95, row.target, row.base});
  const double air = 0.03 * (to - from);
  return {from - air, to + air, width};
}

std::string value_table(const std::vector<const IndicatorForecast*>& rows, const Page& page) {
  const auto& words = page.catalogue;
  const auto base_year = std::to_string(time::year_of(rows.front()->reference_week) - 1);
  Table table({{words.text("forecast.column_indicator"), Align::left},
               {words.text("forecast.column_base", base_year)},
               {words.text("forecast.column_target")},
               {words.text("forecast.column_mean")},
               {words.text("forecast.column_median")},
               {words.text("forecast.column_half")},
               {words.text("forecast.column_ninety")}});
  for (const auto* row : rows) {
    const auto& published = row->published;
    table.add({label(row->id, words),
               indicator_value(row->id, row->base),
               indicator_value(row->id, row->target),
               {indicator_value(row->id, published.mean), Style::bold},
               indicator_value(row->id, published.p50),
               values_range(row->id, published.p25, published.p75, words),
               values_range(row->id, published.p05, published.p95, words)});
  }
  return table.text(page.paint);
}

std::string chance_table(const std::vector<const IndicatorForecast*>& rows, int draws, const Page& page) {
  const auto& words = page.catalogue;
  const auto with_charts = [&](int chart_width) {
    Table table({{words.text("forecast.column_indicator"), Align::left},
                 {words.text("forecast.column_published")},
                 {words.text("forecast.column_true")},
                 {chart_width > 0 ? words.text("forecast.column_chart") : "", Align::left}});
    for (const auto* row : rows) {
      const double p = row->probability_published_meets_target;
      table.add({label(row->id, words),
                 {published_chance(*row, draws), style_of_chance(p)},
                 {true_chance(*row, draws), style_of_chance(row->probability_true_meets_target)},
                 {chart_width > 0 ? interval_bar(row->published, row->target, axis_for(*row, chart_width)) : "",
                  Style::accent}});
    }
    return table;
  };
  return with_charts(page.width - with_charts(0).width()).text(page.paint);
}

}  // namespace

std::string published_chance(const IndicatorForecast& row, int draws) {
  const double p = row.probability_published_meets_target;
  return probability(p, std::max(row.monte_carlo_error, draws > 0 ? 1.0 / draws : 0.0));
}

std::string true_chance(const IndicatorForecast& row, int draws) {
  const double p = row.probability_true_meets_target;
  return probability(p, error_of_share(p, draws));
}

std::string_view odds_id(double probability) {
  if (probability < 0.01) return "odds.none";
  if (probability < 0.10) return "odds.very_low";
  if (probability < 0.33) return "odds.low";
  if (probability < 0.45) return "odds.under_even";
  if (probability <= 0.55) return "odds.even";
  if (probability <= 0.67) return "odds.over_even";
  if (probability <= 0.90) return "odds.high";
  if (probability <= 0.99) return "odds.very_high";
  return "odds.certain";
}

std::array<std::string, 2> headline_words(const forecast::Result& result, const Catalogue& words) {
  const auto rows = at_last_survey(result);
  if (rows.empty()) return {};
  const auto& first = *rows.front();
  const auto survey = survey_name(first.reference_week, words);
  const auto target = indicator_value_with_unit(first.id, first.target, words);
  const auto odds = words.text(odds_id(first.probability_published_meets_target));
  const auto interval = values_range(first.id, first.published.p05, first.published.p95, words);
  return {words.text("forecast.headline", survey, long_label(first.id, words), target, odds,
                     published_chance(first, result.draws)),
          words.text("forecast.headline_more", indicator_value_with_unit(first.id, first.published.mean, words),
                     interval, std::to_string(time::year_of(first.reference_week) - 1),
                     indicator_value_with_unit(first.id, first.base, words), true_chance(first, result.draws))};
}

std::string headline_section(const forecast::Result& result, const Page& page) {
  const auto [answer, more] = headline_words(result, page.catalogue);
  if (answer.empty()) return "";
  return page.paragraph(answer, Style::bold) + page.paragraph(more);
}

std::string indicator_section(const forecast::Result& result, const Page& page) {
  const auto rows = at_last_survey(result);
  if (rows.empty()) return "";
  const auto& words = page.catalogue;
  const auto survey = survey_name(rows.front()->reference_week, words);
  return page.heading(words.text("forecast.indicators_title", survey)) + value_table(rows, page) +
         page.heading(words.text("forecast.chances_title")) + chance_table(rows, result.draws, page) +
         page.paragraph(words.text("forecast.chances_note"), Style::dim);
}

std::string earlier_survey_section(const forecast::Result& result, const Page& page) {
  if (result.indicators.empty()) return "";
  const auto rows = at_earlier_surveys(result);
  if (rows.empty()) return "";
  const auto& words = page.catalogue;
  const auto survey = survey_name(rows.front()->reference_week, words);
  const auto base_year = std::to_string(time::year_of(rows.front()->reference_week) - 1);
  Table table({{words.text("forecast.column_indicator"), Align::left},
               {words.text("forecast.column_base", base_year)},
               {words.text("forecast.column_mean")},
               {words.text("forecast.column_ninety")},
               {words.text("forecast.column_chance")}});
  for (const auto* row : rows) {
    table.add(
        {label(row->id, words), indicator_value(row->id, row->base), indicator_value(row->id, row->published.mean),
         values_range(row->id, row->published.p05, row->published.p95, words), published_chance(*row, result.draws)});
  }
  return page.heading(words.text("forecast.earlier_title", survey)) + table.text(page.paint);
}

}  // namespace jobcast::app
