#include "engine/stats/crps.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <stdexcept>
#include <vector>

#include "engine/stats/moments.hpp"

namespace jobcast::stats {
namespace {

struct Distances {
  double from_outcome;  ///< mean of |x_i - y|
  double apart;         ///< sum over pairs i < j of |x_i - x_j|
};

Distances distances(std::span<const double> members, double outcome, std::size_t least_count) {
  if (members.size() < least_count) throw std::invalid_argument("an ensemble has too few members");
  std::vector<double> sorted(members.begin(), members.end());
  if (std::isnan(outcome) || std::any_of(sorted.begin(), sorted.end(), [](double x) { return std::isnan(x); })) {
    throw std::invalid_argument("an ensemble or its outcome is a NaN");
  }
  std::sort(sorted.begin(), sorted.end());
  const auto count = static_cast<double>(sorted.size());
  CompensatedSum from_outcome;
  CompensatedSum apart;
  // The gap between neighbours i and i + 1 lies between (i + 1) (n - i - 1) pairs: sums of gaps do not cancel.
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    from_outcome.add(std::abs(sorted[i] - outcome));
    if (i + 1 == sorted.size()) break;
    const auto below = static_cast<double>(i + 1);
    apart.add((sorted[i + 1] - sorted[i]) * below * (count - below));
  }
  return {from_outcome.value() / count, apart.value()};
}

}  // namespace

double crps_of_ensemble(std::span<const double> members, double outcome) {
  const auto [from_outcome, apart] = distances(members, outcome, 1);
  const auto count = static_cast<double>(members.size());
  return from_outcome - apart / (count * count);
}

double fair_crps_of_ensemble(std::span<const double> members, double outcome) {
  const auto [from_outcome, apart] = distances(members, outcome, 2);
  const auto count = static_cast<double>(members.size());
  return from_outcome - apart / (count * (count - 1.0));
}

double crps_of_normal(double mean, double sd, double outcome) {
  if (!(sd >= 0.0)) throw std::invalid_argument("a standard deviation is not >= 0");
  if (sd == 0.0) return std::abs(outcome - mean);
  const double z = (outcome - mean) / sd;
  const double density = std::exp(-0.5 * z * z) / std::sqrt(2.0 * std::numbers::pi);
  const double centred_distribution = std::erf(z / std::numbers::sqrt2);  // 2 F(z) - 1
  return sd * (z * centred_distribution + 2.0 * density - std::numbers::inv_sqrtpi);
}

}  // namespace jobcast::stats
