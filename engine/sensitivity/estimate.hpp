#pragma once

#include <cstddef>
#include <cstdint>

namespace jobcast::sensitivity {

/// A number with the interval that resampling the evaluations leaves it.
struct Estimate {
  double value = 0.0;
  double low = 0.0, high = 0.0;
};

/// How intervals are made: the percentile bootstrap (Efron 1979) over rows, a row being the evaluations that share a
/// draw.
struct Bootstrap {
  std::size_t resamples = 400;
  double confidence = 0.9;
  std::uint64_t seed = 1;
};

}  // namespace jobcast::sensitivity
