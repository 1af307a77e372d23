#pragma once

#include <string>
#include <vector>

#include "engine/time/date.hpp"

namespace jobcast::charts {

/// Numbers along a line of the drawing.
struct Linear {
  double from = 0.0, to = 1.0;    ///< the numbers at its ends
  double start = 0.0, end = 1.0;  ///< their places in the drawing; an axis that goes up has end < start

  [[nodiscard]] double operator()(double number) const;
  /// About `about` round numbers from the first to the last that the scale holds.
  [[nodiscard]] std::vector<double> ticks(int about = 5) const;
};

/// The scale that holds `low` to `high` and ends on round numbers; one number alone gets room around it.
Linear round_scale(double low, double high, double start, double end, int about = 5);

/// The round step (1, 2 or 5 times a power of ten) that divides `span` into about `about` parts. Precondition: both
/// above 0.
double round_step(double span, int about);
/// Decimals that numbers in such steps need: 1 for 0.5.
int decimals_for(double step);

/// Days along a line of the drawing.
struct Dates {
  time::Date from, to;
  double start = 0.0, end = 1.0;

  [[nodiscard]] double operator()(time::Date day) const;
  /// First days of months, quarters, half-years or years: at most `most` of them.
  [[nodiscard]] std::vector<time::Date> ticks(int most = 8) const;
};
/// "2024" where every tick is a first of January, else "2024-04".
std::string date_label(time::Date day, const std::vector<time::Date>& ticks);

/// Equal bands along a line of the drawing, one for each of several things.
struct Bands {
  std::size_t count = 1;
  double start = 0.0, end = 1.0;
  double gap = 0.25;  ///< share of a band that is left empty

  [[nodiscard]] double centre(std::size_t band) const;
  [[nodiscard]] double low(std::size_t band) const { return centre(band) - 0.5 * width(); }
  [[nodiscard]] double width() const;  ///< without the gap
};

}  // namespace jobcast::charts
