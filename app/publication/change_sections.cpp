#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "app/charts/share_bars.hpp"
#include "app/charts/waterfall.hpp"
#include "app/publication/sections.hpp"
#include "app/report/last_survey.hpp"
#include "app/report/names.hpp"
#include "app/report/numbers.hpp"

namespace jobcast::app {
namespace {

using Method = SourceBook::Method;
using Id = plan::Indicator::Id;

constexpr std::array<std::string_view, 4> causes{"parameters", "chance", "execution", "survey"};
constexpr std::array<std::string_view, 3> movers{"population", "behaviour", "programmes"};
constexpr std::array mover_methods{Method::population, Method::labour, Method::programmes};

std::optional<std::vector<double>> shares_of(Id id, const forecast::Result& result) {
  std::vector<double> shares(causes.size(), 0.0);
  bool any = false;
  for (const auto& each : result.uncertainty) {
    const auto cause = std::find(causes.begin(), causes.end(), each.source);
    if (each.id != id || cause == causes.end()) continue;
    shares[static_cast<std::size_t>(cause - causes.begin())] = each.share;
    any = true;
  }
  return any ? std::optional(shares) : std::nullopt;
}

const forecast::ChangePart* part_of(Id id, std::string_view mover, const forecast::Result& result) {
  const auto found = std::find_if(result.change.begin(), result.change.end(),
                                  [&](const auto& each) { return each.id == id && each.from == mover; });
  return found == result.change.end() ? nullptr : &*found;
}

const forecast::StartingLevel* start_of(Id id, const forecast::Result& result) {
  const auto found = std::find_if(result.starting_levels.begin(), result.starting_levels.end(),
                                  [&](const auto& each) { return each.id == id; });
  return found == result.starting_levels.end() ? nullptr : &*found;
}

std::string change_words(Id id, double value, const Catalogue& words) {
  return words.text(is_rate(id) ? "report.points" : "report.people", with_sign(value, is_rate(id) ? 2 : 0));
}

/// "Where most of it comes from": the largest share of the first indicator, and whether it is more than half.
std::string largest_share(Id id, const std::vector<double>& shares, const Catalogue& words) {
  const auto largest = std::max_element(shares.begin(), shares.end());
  const auto name = part_label(causes[static_cast<std::size_t>(largest - shares.begin())], words);
  return words.text(*largest > 0.5 ? "report.uncertainty_most" : "report.uncertainty_largest", long_label(id, words),
                    name, grouped(100.0 * *largest) + "%");
}

charts::Waterfall steps_of(const forecast::IndicatorForecast& row, const Editor& editor) {
  const auto& words = editor.words;
  const auto& result = editor.material.forecast;
  constexpr double z90 = 1.6448536269514722;
  const int year = time::year_of(row.reference_week);
  charts::Waterfall figure;
  figure.title =
      words.text("forecast.change_title", std::to_string(year - 1), std::to_string(year)) + ": " + label(row.id, words);
  figure.from_name = words.text("report.published_in", std::to_string(year - 1));
  figure.from = row.base;
  figure.to_name = words.text("forecast.column_true_mean", std::to_string(year));
  figure.to = row.truth.mean;
  figure.decimals = is_rate(row.id) ? 2 : 0;
  if (const auto* start = start_of(row.id, result)) {
    const double shift = start->mean - start->published;
    figure.steps.push_back(
        {words.text("forecast.column_start"), shift, shift - z90 * start->sd, shift + z90 * start->sd});
  }
  for (const auto mover : movers) {
    if (const auto* part = part_of(row.id, mover, result)) {
      figure.steps.push_back({part_label(mover, words), part->points, part->p05, part->p95});
    }
  }
  for (const auto& step : figure.steps) {
    figure.description +=
        words.text("report.step_described", step.name, change_words(row.id, step.change, words)) + " ";
  }
  figure.description +=
      words.text("report.change_described", indicator_value(row.id, row.base), indicator_value(row.id, row.truth.mean));
  figure.up_words = words.text("report.up");
  figure.down_words = words.text("report.down");
  figure.interval_words = words.text("forecast.column_ninety");
  return figure;
}

/// Which way the true figure goes, and what moves it most. Said with the numbers, so that it cannot contradict them.
Paragraph change_paragraph(const forecast::IndicatorForecast& row, const Editor& editor) {
  const auto& words = editor.words;
  const auto& result = editor.material.forecast;
  const double shown = is_rate(row.id) ? 0.005 : 0.5;  // less is printed as no change
  double moved = 0.0;
  const forecast::ChangePart* most = nullptr;
  for (const auto mover : movers) {
    const auto* part = part_of(row.id, mover, result);
    if (part == nullptr) continue;
    moved += part->points;
    if (most == nullptr || std::abs(part->points) > std::abs(most->points)) most = part;
  }
  const auto* id = moved >= shown ? "report.change_up" : moved <= -shown ? "report.change_down" : "report.change_none";
  const auto year = time::year_of(row.reference_week);
  std::string text = words.text(id, long_label(row.id, words), std::to_string(year - 1), std::to_string(year),
                                change_words(row.id, moved, words));
  if (most != nullptr && std::abs(most->points) >= shown) {
    text += " " +
            words.text("report.change_most", part_label(most->from, words), change_words(row.id, most->points, words));
  }
  return {text, {SourceBook::method(Method::labour)}};
}

Sheet change_sheet(const std::vector<const forecast::IndicatorForecast*>& rows, const Editor& editor) {
  const auto& words = editor.words;
  const auto& result = editor.material.forecast;
  const int year = time::year_of(rows.front()->reference_week);
  Sheet sheet{"table-change",
              words.text("report.name_change"),
              words.text("forecast.change_title", std::to_string(year - 1), std::to_string(year)),
              {{words.text("forecast.column_indicator"), false},
               {words.text("forecast.column_base", std::to_string(year - 1)), true},
               {words.text("forecast.column_start"), true, false, SourceBook::method(Method::labour)}},
              {}};
  for (std::size_t i = 0; i < movers.size(); ++i) {
    sheet.columns.push_back({part_label(movers[i], words), true, false, SourceBook::method(mover_methods[i])});
    sheet.columns.push_back({words.text("report.column_part_ninety", part_label(movers[i], words)), true, true,
                             SourceBook::method(mover_methods[i])});
  }
  sheet.columns.push_back(
      {words.text("forecast.column_true_mean", std::to_string(year)), true, false, SourceBook::method(Method::labour)});
  for (const auto* row : rows) {
    const auto look = change_look_of(row->id);
    const auto* start = start_of(row->id, result);
    SheetRow line{{words_of(label(row->id, words)), number_of(row->base, look_of(row->id), SourceBook::base(row->id)),
                   start ? number_of(start->mean - start->published, look) : words_of("-")}};
    for (const auto mover : movers) {
      const auto* part = part_of(row->id, mover, result);
      line.cells.push_back(part ? number_of(part->points, look) : words_of("-"));
      line.cells.push_back(part ? interval_of(part->p05, part->p95, look) : words_of("-"));
    }
    line.cells.push_back(number_of(row->truth.mean, look_of(row->id)));
    sheet.rows.push_back(std::move(line));
  }
  return sheet;
}

}  // namespace

Section uncertainty_of_section(const Editor& editor) {
  const auto& words = editor.words;
  const auto& result = editor.material.forecast;
  Section section{"uncertainty", words.text("report.section_uncertainty"), {}, {}, {}, {}};
  if (result.uncertainty.empty() || result.indicators.empty()) return section;
  const auto source = SourceBook::method(Method::uncertainty);
  charts::ShareBars bars{words.text("forecast.uncertainty_title"), "", {}, {}};
  Sheet sheet{"table-uncertainty",
              words.text("report.name_uncertainty"),
              words.text("forecast.uncertainty_title"),
              {{words.text("forecast.column_indicator"), false}},
              {}};
  for (const auto cause : causes) {
    bars.parts.push_back(part_label(cause, words));
    sheet.columns.push_back({part_label(cause, words), true, false, source});
  }
  for (const auto* row : at_last_survey(result)) {
    const auto shares = shares_of(row->id, result);
    if (!shares) continue;
    if (section.paragraphs.empty()) section.paragraphs.push_back({largest_share(row->id, *shares, words), {source}});
    bars.rows.push_back({label(row->id, words), *shares});
    bars.description += largest_share(row->id, *shares, words) + " ";
    SheetRow line{{words_of(label(row->id, words))}};
    for (const double share : *shares) line.cells.push_back(number_of(share, Look::share));
    sheet.rows.push_back(std::move(line));
  }
  if (sheet.rows.empty()) return section;
  section.figures.push_back(
      figure_of("chart-uncertainty", words.text("report.uncertainty_caption"), source, "table-uncertainty",
                [&](double width, const std::string& id) { return charts::share_bars(bars, width, id); }));
  section.sheets.push_back(std::move(sheet));
  section.notes.push_back({words.text("forecast.uncertainty_note"), {}, true});
  return section;
}

Section change_of_section(const Editor& editor) {
  const auto& words = editor.words;
  const auto& result = editor.material.forecast;
  Section section{"change", words.text("report.section_change"), {}, {}, {}, {}};
  if (result.change.empty() || result.indicators.empty()) return section;
  const auto rows = at_last_survey(result);
  section.paragraphs.push_back(change_paragraph(*rows.front(), editor));
  const auto steps = steps_of(*rows.front(), editor);
  section.figures.push_back(
      figure_of("chart-change", steps.title, SourceBook::method(Method::labour), "table-change",
                [&](double width, const std::string& id) { return charts::waterfall(steps, width, id); }));
  section.sheets.push_back(change_sheet(rows, editor));
  section.notes.push_back({words.text("forecast.change_note"), {SourceBook::method(Method::labour)}, true});
  return section;
}

}  // namespace jobcast::app
