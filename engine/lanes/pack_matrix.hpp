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

/// Entries of a LaneMatrix where they stand, for kernels that read each only a few times.
template <int N>
struct PackView {
  const LaneMatrix<N>& matrix;
  int pack;

  Pack operator()(std::size_t i, std::size_t j) const { return Pack::load(matrix[i][j], pack); }
};
/// The same of a PackMatrix.
template <int N>
struct PackEntries {
  const PackMatrix<N>& matrix;

  Pack operator()(std::size_t i, std::size_t j) const { return matrix[i][j]; }
};

/// sum[row] += left[row] right for `Rows` rows. Two rows of five sums fill ten registers, so that an entry of `right`
/// serves twice and the multiply-adds, not the loads, set the pace.
template <int N, int Rows>
[[gnu::always_inline]] inline void add_product(const std::array<Pack, N>* left, const PackMatrix<N>& right,
                                               std::array<Pack, N>* sum) {
  Pack running[Rows][N];
  for (std::size_t row = 0; row < Rows; ++row) {
    for (std::size_t j = 0; j < N; ++j) running[row][j] = sum[row][j];
  }
#pragma GCC unroll 8
  for (std::size_t k = 0; k < N; ++k) {
#pragma GCC unroll 8
    for (std::size_t j = 0; j < N; ++j) {
      for (std::size_t row = 0; row < Rows; ++row) running[row][j] = fused(left[row][k], right[k][j], running[row][j]);
    }
  }
  for (std::size_t row = 0; row < Rows; ++row) {
    for (std::size_t j = 0; j < N; ++j) sum[row][j] = running[row][j];
  }
}

/// Rows `row` .. `row + Rows - 1` of start + left right; put(i, j, entry) takes them. Nothing is written before all of
/// a row is read, so the result may stand where `left` stands.
template <int N, int Rows, class Left, class Right, class Start, class Put>
[[gnu::always_inline]] inline void product_rows(std::size_t row, const Left& left, const Right& right,
                                                const Start& start, const Put& put) {
  Pack running[Rows][N];
#pragma GCC unroll 8
  for (std::size_t r = 0; r < Rows; ++r) {
#pragma GCC unroll 8
    for (std::size_t j = 0; j < N; ++j) running[r][j] = start(row + r, j);
  }
#pragma GCC unroll 8
  for (std::size_t k = 0; k < N; ++k) {
#pragma GCC unroll 8
    for (std::size_t j = 0; j < N; ++j) {
      for (std::size_t r = 0; r < Rows; ++r) running[r][j] = fused(left(row + r, k), right(k, j), running[r][j]);
    }
  }
#pragma GCC unroll 8
  for (std::size_t r = 0; r < Rows; ++r) {
#pragma GCC unroll 8
    for (std::size_t j = 0; j < N; ++j) put(row + r, j, running[r][j]);
  }
}

/// start + left right, entry by entry to `put`.
template <int N, class Left, class Right, class Start, class Put>
[[gnu::always_inline]] inline void product_to(const Left& left, const Right& right, const Start& start,
                                              const Put& put) {
  std::size_t row = 0;
  for (; row + 2 <= N; row += 2) product_rows<N, 2>(row, left, right, start, put);
  if (row < N) product_rows<N, 1>(row, left, right, start, put);
}

inline constexpr auto from_zero = [](std::size_t, std::size_t) { return Pack::all(0.0); };

template <int N>
PackMatrix<N> product(const PackMatrix<N>& left, const PackMatrix<N>& right) {
  PackMatrix<N> result;
  product_to<N>(PackEntries<N>{left}, PackEntries<N>{right}, from_zero,
                [&](std::size_t i, std::size_t j, Pack entry) { result[i][j] = entry; });
  return result;
}

}  // namespace jobcast::lanes
