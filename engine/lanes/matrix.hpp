#pragma once

#include <array>

#include "engine/units/lane.hpp"

namespace jobcast::lanes {

/// One N x N matrix for each lane: matrix[row][column] holds that entry in every lane.
template <int N>
using LaneMatrix = std::array<std::array<units::Lane, N>, N>;

/// product = left * right in every lane. `product` must be another object than the factors. N is 2..6.
template <int N>
void multiply(const LaneMatrix<N>& left, const LaneMatrix<N>& right, LaneMatrix<N>& product);

}  // namespace jobcast::lanes
