#include "bench/comparisons.hpp"

#include <algorithm>

namespace jobcast::bench {
namespace {

/// "E/list/1000/1:bytes" is the number "bytes" of the benchmark before it.
const std::vector<double>* numbers_of(const Measurements& measurements, const std::string& name, std::string& error) {
  const auto colon = name.find(':');
  const auto found = measurements.find(name.substr(0, colon));
  if (found == measurements.end()) return nullptr;
  if (!found->second.error.empty()) error = name + ": " + found->second.error;
  const auto number = found->second.numbers.find(colon == std::string::npos ? "value" : name.substr(colon + 1));
  return number == found->second.numbers.end() ? nullptr : &number->second;
}

double spread_of(const std::vector<double>& numbers) {
  const auto [least, greatest] = std::minmax_element(numbers.begin(), numbers.end());
  const double middle = median(numbers);
  return middle > 0.0 ? (*greatest - *least) / middle : 0.0;
}

std::optional<bool> reached(const Line& line) {
  const Comparison& goal = line.comparison;
  std::optional<bool> met;
  const auto require = [&](bool one) { met = met.value_or(true) && one; };
  if (goal.least_ratio > 0.0 && line.ratio) require(*line.ratio >= goal.least_ratio);
  if (goal.greatest > 0.0) require(line.ours <= goal.greatest);
  if (goal.least_of_peak > 0.0 && line.of_peak) require(*line.of_peak >= goal.least_of_peak);
  return met;
}

}  // namespace

std::vector<Comparison> comparisons() {
  std::vector<Comparison> lines{
      {.subject = "A", .words = "bench.population", .ours = "A/lanes", .peer = "A/numpy", .least_ratio = 15.0},
      {.subject = "A", .words = "bench.population_loops", .ours = "A/lanes", .peer = "A/loops"},
      {.subject = "B", .words = "bench.labour", .ours = "B/by_month", .peer = "B/numpy", .least_of_peak = 0.7},
      {.subject = "B", .words = "bench.labour_cell", .ours = "B/by_cell", .peer = "B/numpy", .least_of_peak = 0.7},
      {.subject = "B", .words = "bench.labour_powers", .ours = "B/by_powers", .peer = "B/numpy"},
      {.subject = "B",
       .words = "bench.labour_einsum",
       .ours = "B/by_powers",
       .peer = "B/numpy_einsum",
       .least_ratio = 100.0},
      {.subject = "B", .words = "bench.labour_loops", .ours = "B/by_month", .peer = "B/loops"},
      {.subject = "C",
       .words = "bench.answer",
       .ours = "C/answer/2",
       .peer = "C/run/2",
       .unit = Unit::seconds,
       .greatest = 0.050},
      {.subject = "C",
       .words = "bench.answer_processor",
       .ours = "C/answer/2:processor",
       .peer = "C/run/2:processor",
       .unit = Unit::seconds,
       .greatest = 0.100},
      {.subject = "C", .words = "bench.answer_one", .ours = "C/answer/1", .peer = "C/run/1", .unit = Unit::seconds},
      {.subject = "C", .words = "bench.process", .ours = "C/process", .unit = Unit::seconds, .greatest = 0.300},
      {.subject = "C", .words = "bench.process_processor", .ours = "C/process:processor", .unit = Unit::seconds},
      {.subject = "D", .words = "bench.sweep", .ours = "D/sweep/1", .peer = "D/one_by_one"},
      {.subject = "D",
       .words = "bench.sweep_kernel",
       .ours = "D/sweep/1:by_processor",
       .peer = "B/by_month",
       .least_ratio = 0.4},
      {.subject = "D", .words = "bench.sweep_threads", .ours = "D/sweep/2", .peer = "D/sweep/1", .least_ratio = 1.8}};
  const auto add_events = [&](const char* size, const char* words, const char* dense_words, double goal) {
    const std::string number(size);
    lines.push_back({.subject = "E",
                     .words = words,
                     .ours = "E/list/" + number + "/1",
                     .peer = "E/heap/" + number + "/1",
                     .least_ratio = goal});
    lines.push_back(
        {.subject = "E", .words = dense_words, .ours = "E/list/" + number + "/0", .peer = "E/heap/" + number + "/0"});
  };
  add_events("1000", "bench.events_1e3", "bench.events_1e3_dense", 2.0);
  add_events("100000", "bench.events_1e5", "bench.events_1e5_dense", 2.0);
  add_events("1000000", "bench.events_1e6", "bench.events_1e6_dense", 4.0);
  const std::vector<Comparison> rest{
      {.subject = "E",
       .words = "bench.events_memory",
       .ours = "E/list/1000000/1:bytes",
       .peer = "E/heap/1000000/1:bytes",
       .unit = Unit::bytes,
       .least_ratio = 1.0 / 3.0},
      {.subject = "E", .words = "bench.cancel", .ours = "E/cancel/1000000", .peer = "E/cancel/1000"},
      {.subject = "F",
       .words = "bench.overhead",
       .ours = "F/in_process",
       .peer = "F/process",
       .unit = Unit::seconds,
       .greatest = 1e-4},
      {.subject = "F",
       .words = "bench.overhead_store",
       .ours = "F/with_store",
       .peer = "F/process",
       .unit = Unit::seconds,
       .greatest = 5e-3},
      {.subject = "G",
       .words = "bench.memory_scenarios",
       .ours = "G/scenarios/400",
       .peer = "G/scenarios/20",
       .unit = Unit::bytes,
       .least_ratio = 0.95},
      {.subject = "G", .words = "bench.memory_draws", .ours = "G/million_draws", .unit = Unit::bytes, .greatest = 3e8}};
  lines.insert(lines.end(), rest.begin(), rest.end());
  return lines;
}

double median(std::vector<double> numbers) {
  if (numbers.empty()) return 0.0;
  std::sort(numbers.begin(), numbers.end());
  const std::size_t middle = numbers.size() / 2;
  return numbers.size() % 2 == 1 ? numbers[middle] : 0.5 * (numbers[middle - 1] + numbers[middle]);
}

std::vector<Line> lines_of(const Measurements& measurements, double fma_peak) {
  std::vector<Line> lines;
  for (const Comparison& comparison : comparisons()) {
    Line line{.comparison = comparison, .peer = {}, .ratio = {}, .of_peak = {}, .reached = {}, .error = {}};
    const auto* ours = numbers_of(measurements, comparison.ours, line.error);
    const auto* peer = comparison.peer.empty() ? nullptr : numbers_of(measurements, comparison.peer, line.error);
    if (ours == nullptr && line.error.empty()) continue;
    if (line.error.empty()) {
      line.ours = median(*ours);
      line.spread = spread_of(*ours);
      if (peer != nullptr) {
        line.peer = median(*peer);
        line.ratio = comparison.unit == Unit::rate ? line.ours / *line.peer : *line.peer / line.ours;
      }
      std::string ignored;
      const auto* operations = numbers_of(measurements, comparison.ours + ":flop/s", ignored);
      if (operations != nullptr && fma_peak > 0.0) line.of_peak = median(*operations) / fma_peak;
      line.reached = reached(line);
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace jobcast::bench
