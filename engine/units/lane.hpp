#pragma once

#include <Eigen/Core>

namespace jobcast::units {

/// How many simulated futures (draws of the parameters) advance together in one block. The lane is the innermost
/// dimension of every state array, so that one instruction advances several futures.
inline constexpr int lane_count = 16;

/// One number for each lane of a block.
using Lane = Eigen::Array<double, lane_count, 1>;

}  // namespace jobcast::units
