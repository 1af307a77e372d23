#pragma once

#include <cstdint>
#include <vector>

#include "models/calibration/labour_path.hpp"

namespace jobcast::backtest {

/// In what share of hindcasts the 80 % interval holds the published rate if the model is right. Hindcasts of one county
/// overlap and its bands move together, so that a few dozen surveys leave that share far from 80 % by chance.
struct UsualCoverage {
  double low = 0.0, high = 0.0;  ///< ends of the central 90 % over made histories
};

/// Histories drawn from the prior at the path's own rounds (calibration::make_history), each hindcast from `origins` up
/// to `half_years` ahead by its own filter with its own volatilities, at all ages and distances that the backtest
/// scores. Parallel in the caller's arena; the result does not depend on threads.
UsualCoverage usual_coverage(const calibration::LabourPath& path, const std::vector<int>& origins, int half_years,
                             std::uint64_t seed, int histories);

}  // namespace jobcast::backtest
