#pragma once

#include <limits>

#include "engine/random/stream.hpp"

namespace jobcast::random {

/// How an uncertain number is distributed. A value type: two doubles decide the shape, `low` and `high` bound it.
struct Distribution {
  enum class Shape { fixed, uniform, triangular, normal, lognormal };

  Shape shape = Shape::fixed;
  double a = 0.0;  ///< fixed: the value; uniform, triangular: the least; normal: mean; lognormal: median
  double b = 0.0;  ///< triangular: the mode; normal: standard deviation; lognormal: sd of the logarithm
  double c = 0.0;  ///< uniform, triangular: the greatest
  double low = -std::numeric_limits<double>::infinity();  ///< normal, lognormal: quantiles are clamped to [low, high]
  double high = std::numeric_limits<double>::infinity();

  static Distribution fixed(double value);
  static Distribution uniform(double least, double greatest);
  static Distribution triangular(double least, double mode, double greatest);
  static Distribution normal(double mean, double sd);
  static Distribution lognormal(double median, double sigma);

  /// The value below which a share u of the draws falls; u in (0, 1).
  [[nodiscard]] double quantile(double u) const;
  [[nodiscard]] units::Lane quantile(const units::Lane& u) const;
  /// Mean of the shape before clamping.
  [[nodiscard]] double mean() const;
  /// The value to use where a single one is wanted: the value, the middle, the mode, the mean, the median.
  [[nodiscard]] double central() const;
  [[nodiscard]] bool is_fixed() const { return shape == Shape::fixed; }
  /// Least and greatest value that can be drawn.
  [[nodiscard]] double least() const;
  [[nodiscard]] double greatest() const;

  friend bool operator==(const Distribution&, const Distribution&) = default;
};

}  // namespace jobcast::random
