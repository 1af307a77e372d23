#include "bench/report.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "app/report/csv.hpp"
#include "app/report/numbers.hpp"
#include "app/report/table.hpp"

namespace jobcast::bench {
namespace {

using app::Align;
using app::Cell;
using app::Style;

/// Three figures and a prefix: "1.52 M".
std::string scaled(double number) {
  constexpr std::array prefixes{"n", "µ", "m", "", "k", "M", "G", "T"};
  std::size_t prefix = 3;
  while (number != 0.0 && number < 1.0 && prefix > 0) number *= 1000.0, --prefix;
  while (number >= 999.5 && prefix + 1 < prefixes.size()) number /= 1000.0, ++prefix;
  const int decimals = number >= 99.95 ? 0 : number >= 9.995 ? 1 : 2;
  return fmt::format("{:.{}f} {}", number, decimals, prefixes[prefix]);
}

std::string with_unit(double number, Unit unit) {
  switch (unit) {
    case Unit::rate:
      return scaled(number) + "/s";
    case Unit::seconds:
      return scaled(number) + "s";
    case Unit::bytes:
      return scaled(number) + "B";
  }
  return {};
}

std::string times(double ratio) { return fmt::format("{:.{}f}x", ratio, ratio < 9.95 ? 2 : ratio < 99.5 ? 1 : 0); }

std::string percent(double share) { return fmt::format("{:.0f}%", 100.0 * share); }

std::string goal_of(const Comparison& comparison) {
  std::string goal;
  if (comparison.least_ratio > 0.0) goal += "≥" + times(comparison.least_ratio);
  if (comparison.greatest > 0.0) goal += "≤" + with_unit(comparison.greatest, comparison.unit);
  if (comparison.least_of_peak > 0.0) goal += " " + percent(comparison.least_of_peak);
  return goal;
}

const char* unit_name(Unit unit) { return unit == Unit::rate ? "per_second" : unit == Unit::seconds ? "s" : "bytes"; }

}  // namespace

std::string bench_text(const std::vector<Line>& lines, const Peaks& peaks, const app::Page& page) {
  const auto& words = page.catalogue;
  app::Table table({{"", Align::left},
                    {words.text("bench.column_work"), Align::left},
                    {"jobcast"},
                    {words.text("bench.column_spread")},
                    {words.text("bench.column_peer")},
                    {words.text("bench.column_ratio")},
                    {words.text("bench.column_peak")},
                    {words.text("bench.column_goal")}});
  std::string faults;
  for (const Line& line : lines) {
    const Comparison& comparison = line.comparison;
    if (!line.error.empty()) faults += page.paragraph(line.error, Style::bad);
    const bool known = line.error.empty();
    const Style style = line.reached ? (*line.reached ? Style::good : Style::bad) : Style::plain;
    table.add({{comparison.subject, Style::accent},
               words.text(comparison.words),
               known ? Cell(with_unit(line.ours, comparison.unit)) : Cell("-", Style::bad),
               {known ? percent(line.spread) : "", Style::dim},
               line.peer ? with_unit(*line.peer, comparison.unit) : "",
               {line.ratio ? times(*line.ratio) : "", style},
               line.of_peak ? percent(*line.of_peak) : "",
               {goal_of(comparison) + (line.reached ? (*line.reached ? " ✓" : " ✗") : ""), style}});
  }
  std::string text = page.paragraph(words.text("bench.title"), Style::bold) + "\n" + table.text(page.paint) + "\n";
  text += page.paragraph(words.text("bench.peaks", scaled(peaks.fma) + "flop/s", scaled(peaks.bandwidth) + "B/s"));
  text += page.paragraph(words.text("bench.legend"), Style::dim);
  return text + faults;
}

std::string bench_json(const std::vector<Line>& lines, const Peaks& peaks) {
  nlohmann::ordered_json result{{"schema", "jobcast.bench/1"},
                                {"fma_peak_flops", peaks.fma},
                                {"bandwidth_peak_bytes_per_second", peaks.bandwidth},
                                {"lines", nlohmann::ordered_json::array()}};
  for (const Line& line : lines) {
    const auto or_null = [](const auto& value) {
      return value ? nlohmann::ordered_json(*value) : nlohmann::ordered_json(nullptr);
    };
    const Comparison& comparison = line.comparison;
    nlohmann::ordered_json row{{"subject", comparison.subject},
                               {"benchmark", comparison.ours},
                               {"unit", unit_name(comparison.unit)},
                               {"median", nullptr},
                               {"spread", nullptr},
                               {"peer", comparison.peer},
                               {"peer_median", or_null(line.peer)},
                               {"times_better", or_null(line.ratio)},
                               {"share_of_fma_peak", or_null(line.of_peak)},
                               {"goal", goal_of(comparison)},
                               {"reached", or_null(line.reached)},
                               {"error", line.error}};
    if (line.error.empty()) {
      row["median"] = line.ours;
      row["spread"] = line.spread;
    }
    result["lines"].push_back(std::move(row));
  }
  return result.dump(2) + "\n";
}

std::string bench_csv(const std::vector<Line>& lines) {
  app::Csv csv({"subject", "benchmark", "unit", "median", "spread", "peer", "peer_median", "times_better",
                "share_of_fma_peak", "goal", "reached", "error"});
  for (const Line& line : lines) {
    const Comparison& comparison = line.comparison;
    const auto or_empty = [](const std::optional<double>& value) { return value ? app::shortest(*value) : ""; };
    const bool known = line.error.empty();
    csv.add(std::vector<std::string>{comparison.subject, comparison.ours, unit_name(comparison.unit),
                                     known ? app::shortest(line.ours) : "", known ? app::shortest(line.spread) : "",
                                     comparison.peer, or_empty(line.peer), or_empty(line.ratio), or_empty(line.of_peak),
                                     goal_of(comparison), line.reached ? (*line.reached ? "1" : "0") : "", line.error});
  }
  return csv.text();
}

}  // namespace jobcast::bench
