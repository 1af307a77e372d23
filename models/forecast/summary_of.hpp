#pragma once

#include <span>

#include "models/forecast/result.hpp"

namespace jobcast::forecast {

/// Mean, standard deviation and quantiles (Hyndman & Fan's type 7) of a column.
Summary summary_of(std::span<const double> draws);

/// Mean and the ends of the middle 90 %.
struct MeanAndRange {
  double mean = 0.0, p05 = 0.0, p95 = 0.0;
};
MeanAndRange range_of(std::span<const double> draws);
/// Of the sum of several columns, draw by draw.
MeanAndRange range_of_sum(const std::vector<std::span<const double>>& columns);

double mean_of(std::span<const double> draws);

}  // namespace jobcast::forecast
