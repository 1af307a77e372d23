#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "app/report/bars.hpp"
#include "app/report/forecast_text.hpp"
#include "app/report/last_survey.hpp"
#include "app/report/names.hpp"
#include "app/report/numbers.hpp"
#include "app/report/table.hpp"

namespace jobcast::app {
namespace {

constexpr std::array<std::string_view, 4> sources{"parameters", "chance", "execution", "survey"};
constexpr std::array<std::string_view, 3> parts{"population", "behaviour", "programmes"};

using Shares = std::array<double, sources.size()>;

std::optional<Shares> shares_of(plan::Indicator::Id id, const forecast::Result& result) {
  Shares shares{};
  bool any = false;
  for (const auto& each : result.uncertainty) {
    const auto source = std::find(sources.begin(), sources.end(), each.source);
    if (each.id != id || source == sources.end()) continue;
    shares[static_cast<std::size_t>(source - sources.begin())] = each.share;
    any = true;
  }
  return any ? std::optional(shares) : std::nullopt;
}

const forecast::ChangePart* change_of(plan::Indicator::Id id, std::string_view part, const forecast::Result& result) {
  const auto found = std::find_if(result.change.begin(), result.change.end(),
                                  [&](const auto& each) { return each.id == id && each.from == part; });
  return found == result.change.end() ? nullptr : &*found;
}

const forecast::StartingLevel* start_of(plan::Indicator::Id id, const forecast::Result& result) {
  const auto found = std::find_if(result.starting_levels.begin(), result.starting_levels.end(),
                                  [&](const auto& each) { return each.id == id; });
  return found == result.starting_levels.end() ? nullptr : &*found;
}

std::string points(plan::Indicator::Id id, double value) { return with_sign(value, is_rate(id) ? 2 : 0); }

std::string change_table(const forecast::Result& result, const Page& page) {
  const auto& words = page.catalogue;
  const auto rows = at_last_survey(result);
  const int year = time::year_of(rows.front()->reference_week);
  Table table({{words.text("forecast.column_indicator"), Align::left},
               {words.text("forecast.column_base", std::to_string(year - 1))},
               {words.text("forecast.column_start")},
               {part_label(parts[0], words)},
               {part_label(parts[1], words)},
               {part_label(parts[2], words)},
               {words.text("forecast.column_true_mean", std::to_string(year))}});
  for (const auto* row : rows) {
    const auto* start = start_of(row->id, result);
    std::vector<Cell> cells{label(row->id, words), indicator_value(row->id, row->base),
                            start ? points(row->id, start->mean - start->published) : "-"};
    for (const auto part : parts) {
      const auto* change = change_of(row->id, part, result);
      cells.emplace_back(change ? points(row->id, change->points) : "-");
    }
    cells.emplace_back(indicator_value(row->id, row->truth.mean), Style::bold);
    table.add(std::move(cells));
  }
  return table.text(page.paint);
}

/// The first indicator's parts with their intervals, drawn around zero.
std::string first_indicator_parts(const forecast::Result& result, const Page& page) {
  struct Line {
    std::string name;
    double mean, low, high;
  };
  constexpr double z90 = 1.6448536269514722;
  const auto& words = page.catalogue;
  const auto id = at_last_survey(result).front()->id;
  std::vector<Line> lines;
  if (const auto* start = start_of(id, result)) {
    const double shift = start->mean - start->published;
    lines.push_back({words.text("forecast.column_start"), shift, shift - z90 * start->sd, shift + z90 * start->sd});
  }
  for (const auto part : parts) {
    if (const auto* change = change_of(id, part, result)) {
      lines.push_back({part_label(part, words), change->points, change->p05, change->p95});
    }
  }
  double reach = 0.0;
  for (const auto& line : lines) reach = std::max({reach, std::abs(line.low), std::abs(line.high)});
  const auto with_charts = [&](int chart_width) {
    Table table({{words.text("forecast.parts_title", label(id, words)), Align::left},
                 {words.text("forecast.column_mean")},
                 {words.text("forecast.column_ninety")},
                 {chart_width > 0 ? words.text("forecast.column_zero_chart") : "", Align::left}});
    for (const auto& line : lines) {
      const Axis axis{-reach, reach, std::max(chart_width, 1)};
      const auto interval = signed_range(points(id, line.low), points(id, line.high), words);
      table.add({line.name,
                 {points(id, line.mean), Style::bold},
                 interval,
                 {chart_width > 0 ? change_bar(line.mean, line.low, line.high, axis) : "", Style::accent}});
    }
    return table;
  };
  if (lines.empty()) return "";
  return "\n" + with_charts(page.width - with_charts(0).width()).text(page.paint);
}

}  // namespace

std::string uncertainty_section(const forecast::Result& result, const Page& page) {
  if (result.uncertainty.empty() || result.indicators.empty()) return "";
  const auto& words = page.catalogue;
  const auto with_bars = [&](int bar_width) {
    std::vector<Column> columns{{words.text("forecast.column_indicator"), Align::left}};
    for (std::size_t i = 0; i < sources.size(); ++i) {
      columns.push_back({std::string(shade(i)) + " " + part_label(sources[i], words)});
    }
    columns.push_back({"", Align::left});
    Table table(std::move(columns));
    for (const auto* row : at_last_survey(result)) {
      const auto shares = shares_of(row->id, result);
      if (!shares) continue;
      std::vector<Cell> cells{label(row->id, words)};
      for (const double share : *shares) cells.emplace_back(grouped(100.0 * share) + "%");
      cells.emplace_back(stacked_bar(*shares, bar_width), Style::accent);
      table.add(std::move(cells));
    }
    return table;
  };
  constexpr int longest_bar = 40;
  const int room = std::max(0, page.width - with_bars(0).width());
  return page.heading(words.text("forecast.uncertainty_title")) +
         with_bars(std::min(room, longest_bar)).text(page.paint) +
         page.paragraph(words.text("forecast.uncertainty_note"), Style::dim);
}

std::string change_section(const forecast::Result& result, const Page& page) {
  if (result.change.empty() || result.indicators.empty()) return "";
  const auto& words = page.catalogue;
  const int year = time::year_of(at_last_survey(result).front()->reference_week);
  return page.heading(words.text("forecast.change_title", std::to_string(year - 1), std::to_string(year))) +
         change_table(result, page) + page.paragraph(words.text("forecast.change_note"), Style::dim) +
         first_indicator_parts(result, page);
}

}  // namespace jobcast::app
