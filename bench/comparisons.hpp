#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace jobcast::bench {

/// What one benchmark measured in each repetition, by the name of the number ("value", "flop/s", "bytes"). Benchmarks
/// without a "value" are measured by their seconds.
struct Measured {
  std::map<std::string, std::vector<double>> numbers;
  std::string error;  ///< why it was not measured
};
using Measurements = std::map<std::string, Measured>;  ///< by name and arguments: "E/list/1000/1"

enum class Unit { rate, seconds, bytes };

/// A line of the table: jobcast's number beside a peer's of the same run.
struct Comparison {
  std::string subject;    ///< "A"
  std::string words;      ///< catalogue id
  std::string ours;       ///< benchmark, with ":bytes" for another number than its value
  std::string peer = {};  ///< empty: none
  Unit unit = Unit::rate;
  double least_ratio = 0.0;    ///< 0: no such goal. The ratio is how many times better jobcast is.
  double greatest = 0.0;       ///< 0: no such goal. Of our number itself.
  double least_of_peak = 0.0;  ///< 0: no such goal. Share of the FMA peak.
};

/// Every line, in the order of the table.
std::vector<Comparison> comparisons();

/// A line with its numbers.
struct Line {
  Comparison comparison;
  double ours = 0.0;    ///< median over the repetitions
  double spread = 0.0;  ///< greatest less least, relative to the median
  std::optional<double> peer;
  std::optional<double> ratio;
  std::optional<double> of_peak;  ///< share of the FMA peak
  std::optional<bool> reached;    ///< nothing: there is no goal
  std::string error;
};

double median(std::vector<double> numbers);

/// The lines whose benchmarks were run. `fma_peak` in operations a second, 0 where it is not known.
std::vector<Line> lines_of(const Measurements& measurements, double fma_peak);

}  // namespace jobcast::bench
