#pragma once

#include <array>
#include <cstddef>

#include "engine/lanes/matrix.hpp"
#include "engine/lanes/pack.hpp"

namespace jobcast::lanes {

/// Four lanes of a LaneMatrix, close together.
template <int N>
using PackMatrix = std::array<std::array<Pack, N>, N>;

template <int N>
PackMatrix<N> load(const LaneMatrix<N>& matrix, int pack) {
  PackMatrix<N> result;
  for (std::size_t i = 0; i < N; ++i) {
    for (std::size_t j = 0; j < N; ++j) result[i][j] = Pack::load(matrix[i][j], pack);
  }
  return result;
}

template <int N>
void store(const PackMatrix<N>& matrix, LaneMatrix<N>& lanes, int pack) {
  for (std::size_t i = 0; i < N; ++i) {
    for (std::size_t j = 0; j < N; ++j) matrix[i][j].store(lanes[i][j], pack);
  }
}

/// sum[row] (+)= left[row] right for `Rows` rows; with `Fresh` what `sum` held is not read. Two rows of five sums fill
/// ten registers, so that an entry of `right` serves twice and the multiply-adds, not the loads, set the pace.
template <int N, int Rows, bool Fresh = false>
[[gnu::always_inline]] inline void add_product(const std::array<Pack, N>* left, const PackMatrix<N>& right,
                                               std::array<Pack, N>* sum) {
  Pack running[Rows][N];
  for (std::size_t row = 0; row < Rows; ++row) {
    for (std::size_t j = 0; j < N; ++j) running[row][j] = Fresh ? left[row][0] * right[0][j] : sum[row][j];
  }
#pragma GCC unroll 8
  for (std::size_t k = Fresh ? 1 : 0; k < N; ++k) {
#pragma GCC unroll 8
    for (std::size_t j = 0; j < N; ++j) {
      for (std::size_t row = 0; row < Rows; ++row) running[row][j] = fused(left[row][k], right[k][j], running[row][j]);
    }
  }
  for (std::size_t row = 0; row < Rows; ++row) {
    for (std::size_t j = 0; j < N; ++j) sum[row][j] = running[row][j];
  }
}

template <int N>
PackMatrix<N> product(const PackMatrix<N>& left, const PackMatrix<N>& right) {
  PackMatrix<N> result;
  std::size_t row = 0;
  for (; row + 2 <= N; row += 2) add_product<N, 2, true>(&left[row], right, &result[row]);
  if (row < N) add_product<N, 1, true>(&left[row], right, &result[row]);
  return result;
}

}  // namespace jobcast::lanes
