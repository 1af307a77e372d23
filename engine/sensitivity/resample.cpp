#include "engine/sensitivity/resample.hpp"

#include "engine/random/stream.hpp"
#include "engine/stats/quantile.hpp"

namespace jobcast::sensitivity {

std::vector<double> resample(std::size_t rows, std::size_t number, std::uint64_t seed) {
  std::vector<double> counts(rows, 0.0);
  random::Stream stream({.seed = seed, .purpose = random::Purpose::design}, static_cast<std::uint32_t>(number),
                        random::entity("bootstrap of a sensitivity"));
  for (std::size_t row = 0; row < rows; ++row) {
    ++counts[static_cast<std::size_t>(stream.uniform() * static_cast<double>(rows))];
  }
  return counts;
}

void set_interval(const std::vector<double>& resampled, double confidence, Estimate& estimate) {
  if (resampled.empty()) {
    estimate.low = estimate.high = estimate.value;
    return;
  }
  const auto interval = stats::central_interval(resampled, confidence);
  estimate.low = interval.low;
  estimate.high = interval.high;
}

}  // namespace jobcast::sensitivity
