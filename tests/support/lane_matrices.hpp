#pragma once

#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/lanes/matrix.hpp"

namespace jobcast::test_support {

/// The same generator matrix in every lane, its off-diagonals from rate(i, j) and rows that sum to zero.
template <int N, class Rate>
lanes::LaneMatrix<N> generator_with(Rate rate) {
  lanes::LaneMatrix<N> result;
  for (int i = 0; i < N; ++i) {
    double exit = 0.0;
    for (int j = 0; j < N; ++j) {
      if (i == j) continue;
      exit += rate(i, j);
      result[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)].setConstant(rate(i, j));
    }
    result[static_cast<std::size_t>(i)][static_cast<std::size_t>(i)].setConstant(-exit);
  }
  return result;
}

/// Another generator in each lane: exit rates from none to `greatest_exit`, hazards from 1e-8 of that and many zeros.
template <int N>
rc::Gen<lanes::LaneMatrix<N>> random_generator(double greatest_exit) {
  return rc::gen::exec([greatest_exit] {
    lanes::LaneMatrix<N> result;
    for (int lane = 0; lane < units::lane_count; ++lane) {
      for (std::size_t i = 0; i < N; ++i) {
        double exit = 0.0;
        std::array<double, N> rate{};
        for (std::size_t j = 0; j < N; ++j) {
          const int digit = *rc::gen::inRange(0, 1000);
          const int power = *rc::gen::inRange(-1, 9);
          rate[j] = i == j || power < 0 ? 0.0 : static_cast<double>(digit) * std::pow(10.0, -power);
          exit += rate[j];
        }
        const double scale = exit > 0.0 ? greatest_exit * *rc::gen::inRange(1, 101) / 100.0 / std::max(exit, 1.0) : 0.0;
        for (std::size_t j = 0; j < N; ++j) result[i][j][lane] = rate[j] * scale;
        result[i][i][lane] = -exit * scale;
      }
    }
    return result;
  });
}

/// exp(Q) of one lane by a long Taylor series of the uniformised matrix in extended precision, no scaling.
template <int N>
std::array<std::array<long double, N>, N> long_double_exponential(const lanes::LaneMatrix<N>& generator, int lane) {
  using Matrix = std::array<std::array<long double, N>, N>;
  Matrix step{};
  long double rate = 0.0L;
  std::array<long double, N> exit{};
  for (std::size_t i = 0; i < N; ++i) {
    for (std::size_t j = 0; j < N; ++j) {
      if (i != j) exit[i] += step[i][j] = static_cast<long double>(generator[i][j][lane]);
    }
    rate = std::max(rate, exit[i]);
  }
  for (std::size_t i = 0; i < N; ++i) step[i][i] = rate - exit[i];
  Matrix term{};
  for (std::size_t i = 0; i < N; ++i) term[i][i] = std::exp(-rate);
  Matrix sum = term;
  for (int k = 1; k <= 90; ++k) {
    Matrix next{};
    for (std::size_t i = 0; i < N; ++i) {
      for (std::size_t j = 0; j < N; ++j) {
        for (std::size_t l = 0; l < N; ++l) next[i][j] += term[i][l] * step[l][j] / static_cast<long double>(k);
        sum[i][j] += next[i][j];
      }
    }
    term = next;
  }
  return sum;
}

}  // namespace jobcast::test_support
