#pragma once

#include <span>
#include <string>

#include "models/forecast/result.hpp"

namespace jobcast::app {

/// A stretch of an axis drawn as text.
struct Axis {
  double from = 0.0;
  double to = 1.0;
  int width = 40;  ///< columns

  /// The column of a value, 0 to width - 1; what lies outside is put on the edge.
  [[nodiscard]] int column(double value) const;
};

/// The 90 % interval as a thin line, the 50 % interval as a thick one, the median as a dot and `mark` as a bar across:
/// "   ────━━━●━━┃──── ".
std::string interval_bar(const forecast::Summary& summary, double mark, const Axis& axis);

/// Parts of a whole side by side in `width` columns, each in its own shade: "████▓▓▒▒▒▒░░". Shares that sum to 1.
std::string stacked_bar(std::span<const double> shares, int width);
/// The shade of the n-th part.
std::string_view shade(std::size_t part);

/// A change around zero: its interval as a thin line, its mean as a dot, zero as a bar across; on an axis that holds
/// zero.
std::string change_bar(double mean, double low, double high, const Axis& axis);

}  // namespace jobcast::app
