#include "models/forecast/summary_of.hpp"

#include <array>

#include "engine/stats/moments.hpp"
#include "engine/stats/quantile.hpp"

namespace jobcast::forecast {
namespace {

stats::Moments moments_of(std::span<const double> draws) {
  stats::Moments moments;
  for (const double draw : draws) moments.add(draw);
  return moments;
}

}  // namespace

double mean_of(std::span<const double> draws) { return moments_of(draws).mean(); }

Summary summary_of(std::span<const double> draws) {
  const stats::Moments moments = moments_of(draws);
  constexpr std::array shares{0.05, 0.25, 0.5, 0.75, 0.95};
  const auto quantiles = stats::quantiles(draws, shares);
  return {.mean = moments.mean(),
          .sd = moments.standard_deviation(),
          .p05 = quantiles[0],
          .p25 = quantiles[1],
          .p50 = quantiles[2],
          .p75 = quantiles[3],
          .p95 = quantiles[4]};
}

MeanAndRange range_of(std::span<const double> draws) {
  const auto interval = stats::central_interval(draws, 0.9);
  return {.mean = mean_of(draws), .p05 = interval.low, .p95 = interval.high};
}

MeanAndRange range_of_sum(const std::vector<std::span<const double>>& columns) {
  std::vector<double> sum(columns.front().begin(), columns.front().end());
  for (std::size_t index = 1; index < columns.size(); ++index) {
    for (std::size_t draw = 0; draw < sum.size(); ++draw) sum[draw] += columns[index][draw];
  }
  return range_of(sum);
}

}  // namespace jobcast::forecast
