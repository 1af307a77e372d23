#include "engine/stats/weighted.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

#include "engine/stats/moments.hpp"

namespace jobcast::stats {

double weighted_mean(std::span<const double> sample, std::span<const double> weights) {
  CompensatedSum sum;
  for (std::size_t i = 0; i < sample.size(); ++i) sum.add(weights[i] * sample[i]);
  return sum.value();
}

double weighted_variance(std::span<const double> sample, std::span<const double> weights) {
  const double mean = weighted_mean(sample, weights);
  CompensatedSum sum;
  for (std::size_t i = 0; i < sample.size(); ++i) sum.add(weights[i] * (sample[i] - mean) * (sample[i] - mean));
  return sum.value();
}

std::vector<double> weighted_quantiles(std::span<const double> sample, std::span<const double> weights,
                                       std::span<const double> shares) {
  if (sample.empty()) throw std::invalid_argument("a quantile of nothing");
  std::vector<std::size_t> order(sample.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return sample[a] < sample[b]; });
  std::vector<double> middles(sample.size());
  double below = 0.0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    middles[i] = below + 0.5 * weights[order[i]];
    below += weights[order[i]];
  }
  std::vector<double> result;
  for (const double share : shares) {
    const auto next = std::lower_bound(middles.begin(), middles.end(), share);
    if (next == middles.begin()) {
      result.push_back(sample[order.front()]);
    } else if (next == middles.end()) {
      result.push_back(sample[order.back()]);
    } else {
      const auto at = static_cast<std::size_t>(next - middles.begin());
      const double low = sample[order[at - 1]];
      const double span = middles[at] - middles[at - 1];
      const double part = span > 0.0 ? (share - middles[at - 1]) / span : 0.0;
      result.push_back(low + part * (sample[order[at]] - low));
    }
  }
  return result;
}

double weighted_error(std::span<const double> sample, std::span<const double> weights) {
  const double mean = weighted_mean(sample, weights);
  CompensatedSum sum;
  for (std::size_t i = 0; i < sample.size(); ++i) {
    const double term = weights[i] * (sample[i] - mean);
    sum.add(term * term);
  }
  return std::sqrt(sum.value());
}

}  // namespace jobcast::stats
