#pragma once

#include <cstddef>
#include <limits>
#include <string>
#include <vector>

namespace jobcast::discovery {

/// An input over all cases: numbers, or the numbers of categories (0, 1, …).
struct Dimension {
  std::string name;
  std::vector<double> values;
  bool categorical = false;
};

/// What a box asks of one input: low <= value <= high, and of categories that it is none of those left out.
struct Limit {
  std::size_t dimension = 0;
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
  std::vector<double> left_out = {};
  /// Chance to see so many failures or more among the box's cases, were this limit of no use: each case then fails with
  /// the share of failures in the box without the limit (Bryant and Lempert 2010). Set for a finished box.
  double quasi_p = 1.0;

  [[nodiscard]] bool admits(double value) const;
};

/// A box over the inputs, and what is in it.
struct Box {
  std::vector<Limit> limits;  ///< by dimension
  std::size_t cases = 0;
  std::size_t failures = 0;

  [[nodiscard]] bool holds(const std::vector<Dimension>& dimensions, std::size_t place) const;
  /// Share of its cases that fail.
  [[nodiscard]] double density() const;
  /// Share of all failures that it holds.
  [[nodiscard]] double coverage(std::size_t all_failures) const;
};

/// How well being in the box goes with failing: the correlation of the two, -1 to 1 (phi; Yule 1912). Zero where either
/// is the same for all.
double phi(const Box& box, std::size_t all_cases, std::size_t all_failures);

/// Fills in what the box holds.
void count(const std::vector<Dimension>& dimensions, const std::vector<bool>& failed, Box& box);

/// Sets the quasi-p-value of each limit. The box must be counted.
void set_quasi_p(const std::vector<Dimension>& dimensions, const std::vector<bool>& failed, Box& box);

}  // namespace jobcast::discovery
