#include "engine/stats/quantile.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace jobcast::stats {
namespace {

/// The place of a quantile between two order statistics.
struct Place {
  std::size_t below;
  double fraction;
};

Place place_of(double share, std::size_t count) {
  if (!(share >= 0.0 && share <= 1.0)) throw std::invalid_argument("a quantile's share is outside [0, 1]");
  if (count == 0) throw std::invalid_argument("an empty sample has no quantiles");
  const double position = share * static_cast<double>(count - 1);
  const double below = std::floor(position);
  return {static_cast<std::size_t>(below), position - below};
}

double between(double low, double high, double fraction) {
  return low == high ? low : std::lerp(low, high, fraction);  // equal infinities too stay themselves
}

void require_numbers(std::span<const double> sample) {
  const bool any_nan = std::any_of(sample.begin(), sample.end(), [](double x) { return std::isnan(x); });
  if (any_nan) throw std::invalid_argument("a sample holds a NaN");
}

}  // namespace

double quantile(std::span<const double> sample, double share) {
  const auto [below, fraction] = place_of(share, sample.size());
  require_numbers(sample);
  std::vector<double> copy(sample.begin(), sample.end());
  const auto low = copy.begin() + static_cast<std::ptrdiff_t>(below);
  std::nth_element(copy.begin(), low, copy.end());
  if (fraction == 0.0) return *low;
  return between(*low, *std::min_element(low + 1, copy.end()), fraction);
}

std::vector<double> quantiles(std::span<const double> sample, std::span<const double> shares) {
  require_numbers(sample);
  std::vector<double> sorted(sample.begin(), sample.end());
  std::sort(sorted.begin(), sorted.end());
  std::vector<double> result;
  for (const double share : shares) result.push_back(quantile_of_sorted(sorted, share));
  return result;
}

double quantile_of_sorted(std::span<const double> sorted, double share) {
  const auto [below, fraction] = place_of(share, sorted.size());
  return between(sorted[below], sorted[std::min(below + 1, sorted.size() - 1)], fraction);
}

Interval central_interval(std::span<const double> sample, double share) {
  const double shares[] = {0.5 * (1.0 - share), 0.5 * (1.0 + share)};
  const auto ends = quantiles(sample, shares);
  return {ends[0], ends[1]};
}

}  // namespace jobcast::stats
