#pragma once

namespace jobcast::stats {

/// A closed interval of numbers.
struct Interval {
  double low = 0.0;
  double high = 0.0;

  [[nodiscard]] constexpr bool contains(double x) const { return low <= x && x <= high; }
  [[nodiscard]] constexpr double width() const { return high - low; }
  friend bool operator==(const Interval&, const Interval&) = default;
};

}  // namespace jobcast::stats
