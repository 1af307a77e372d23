#pragma once

#include "engine/lanes/matrix.hpp"

namespace jobcast::lanes {

/// Two transitions and the weight of the first: weight * first + (1 - weight) * second. For a birth-year row of which a
/// share has moved into the next age group. Refers to the matrices; they must outlive it.
template <int N>
struct Blend {
  const LaneMatrix<N>& first;
  const LaneMatrix<N>& second;
  double weight = 1.0;
};

// x' = x P, in place, for `row_count` rows of N states: persons[row * N + state] is a lane array, and each lane has its
// own P. With `factor`, x' = factor[row] x P: a lane factor per row, such as the share that survives. N is 2..6.

template <int N>
void transition_rows(units::Lane* persons, int row_count, const LaneMatrix<N>& transition);
template <int N>
void transition_rows(units::Lane* persons, int row_count, const LaneMatrix<N>& transition, const units::Lane* factor);
template <int N>
void transition_rows(units::Lane* persons, int row_count, const Blend<N>& blend);
template <int N>
void transition_rows(units::Lane* persons, int row_count, const Blend<N>& blend, const units::Lane* factor);

}  // namespace jobcast::lanes
