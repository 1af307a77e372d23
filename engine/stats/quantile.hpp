#pragma once

#include <span>
#include <vector>

#include "engine/stats/interval.hpp"

namespace jobcast::stats {

/// The quantile of a sample by linear interpolation between order statistics: type 7 of Hyndman and Fan (1996), what R
/// and NumPy do by default. `sample` in any order (a copy is partly sorted), no NaN; share in [0, 1].
/// Throws std::invalid_argument for an empty sample, a NaN or a share outside [0, 1].
double quantile(std::span<const double> sample, double share);
/// Several at once; result[i] belongs to shares[i].
std::vector<double> quantiles(std::span<const double> sample, std::span<const double> shares);
/// The same of a sample that is sorted already.
double quantile_of_sorted(std::span<const double> sorted, double share);

/// The interval that holds the central share of a sample: quantiles (1 - share) / 2 and (1 + share) / 2.
Interval central_interval(std::span<const double> sample, double share);

}  // namespace jobcast::stats
