#pragma once

#include <string>

#include "models/plan/plan.hpp"

namespace jobcast::audit {

/// Numbers between two ends; what a printed figure can have been before it was rounded.
struct Interval {
  double low = 0.0;
  double high = 0.0;

  /// Whether they share more than a point.
  [[nodiscard]] bool meets(const Interval& other) const;
  Interval& operator+=(const Interval& other);
  friend Interval operator*(Interval interval, double factor);
};

/// A printed figure in the base unit of what it counts (persons, won; else its own unit).
struct Printed {
  double value = 0.0;
  double step = 0.0;  ///< of the last printed digit; 0: a count, exact

  [[nodiscard]] Interval rounded() const { return {value - step / 2.0, value + step / 2.0}; }
  /// Cut off towards zero, as budgets are.
  [[nodiscard]] Interval cut() const {
    return value < 0.0 ? Interval{value - step, value} : Interval{value, value + step};
  }
};

/// Digits after the point that a number needs, 0 to 6.
int decimals_of(double value);

/// Whether two figures agree when both were rounded, or both were cut off.
bool agree(const Printed& a, const Printed& b);

/// Whether one is the other by 10, 100, 1,000, 10,000 or a million, within rounding; neither is 0.
bool power_of_ten_apart(const Printed& a, const Printed& b);

/// Counts are exact, money and rates as fine as they are printed.
bool is_money(const std::string& unit);

/// "21,800", "0.6": for messages.
std::string words(double value);

}  // namespace jobcast::audit
