#include "engine/lanes/exponential.hpp"

#include <cmath>
#include <stdexcept>

#include "engine/lanes/pack_matrix.hpp"

namespace jobcast::lanes {
namespace {

constexpr double greatest_scaled_rate = 0.75;
constexpr int degree = 20;
constexpr int stride = 5;  // the polynomial is one of degree 4 in B^5, whose coefficients are polynomials below B^5

constexpr std::array<double, degree + 1> inverse_factorials() {
  std::array<double, degree + 1> result{};
  double factorial = 1.0;  // exact in a double up to 22!
  for (int k = 0; k <= degree; ++k) {
    if (k > 0) factorial *= k;
    result[static_cast<std::size_t>(k)] = 1.0 / factorial;
  }
  return result;
}
constexpr auto inverse_factorial = inverse_factorials();

/// h Q + r I, r the largest exit rate times h.
template <int N>
PackMatrix<N> uniformised(const LaneMatrix<N>& generator, int pack, double scale) {
  PackMatrix<N> result;
  std::array<Pack, N> exit_rate;
  Pack rate = Pack::all(0.0);
  for (std::size_t i = 0; i < N; ++i) {
    exit_rate[i] = Pack::all(0.0);
    for (std::size_t j = 0; j < N; ++j) {
      if (i == j) continue;
      result[i][j] = Pack::load(generator[i][j], pack) * Pack::all(scale);
      exit_rate[i] = exit_rate[i] + result[i][j];
    }
    rate = greater(rate, exit_rate[i]);
  }
  for (std::size_t i = 0; i < N; ++i) result[i][i] = rate - exit_rate[i];
  return result;
}

/// The coefficient of B^(stride * block): sum over k < stride of B^k / (stride * block + k)!, added to `sum`.
template <int N>
void add_block(const std::array<PackMatrix<N>, stride + 1>& power, std::size_t block, PackMatrix<N>& sum) {
  for (std::size_t k = 1; k < stride; ++k) {
    const Pack weight = Pack::all(inverse_factorial[block * stride + k]);
    for (std::size_t i = 0; i < N; ++i) {
      for (std::size_t j = 0; j < N; ++j) sum[i][j] = fused(weight, power[k][i][j], sum[i][j]);
    }
  }
  const Pack unit = Pack::all(inverse_factorial[block * stride]);
  for (std::size_t i = 0; i < N; ++i) sum[i][i] = sum[i][i] + unit;
}

/// exp(B) to degree 20, all terms of one sign.
template <int N>
PackMatrix<N> taylor(const PackMatrix<N>& matrix) {
  std::array<PackMatrix<N>, stride + 1> power;  // power[0] is not used: the identity
  power[1] = matrix;
  for (std::size_t k = 2; k <= stride; ++k) power[k] = product<N>(power[k - 1], matrix);

  PackMatrix<N> sum = zero<N>();
  const Pack highest = Pack::all(inverse_factorial[degree]);
  for (std::size_t i = 0; i < N; ++i) {
    for (std::size_t j = 0; j < N; ++j) sum[i][j] = highest * power[stride][i][j];
  }
  add_block<N>(power, degree / stride - 1, sum);
  for (std::size_t block = degree / stride - 1; block-- > 0;) {
    sum = product<N>(power[stride], sum);
    add_block<N>(power, block, sum);
  }
  return sum;
}

template <int N>
void make_rows_sum_to_one(PackMatrix<N>& matrix) {
  for (auto& row : matrix) {
    Pack sum = row[0];
    for (std::size_t j = 1; j < N; ++j) sum = sum + row[j];
    for (auto& entry : row) entry = entry / sum;
  }
}

}  // namespace

int squarings_for(double exit_rate) {
  if (!std::isfinite(exit_rate) || exit_rate < 0.0) throw std::invalid_argument("exit rate is not a number >= 0");
  int squarings = 0;
  for (; exit_rate > greatest_scaled_rate; exit_rate *= 0.5) ++squarings;
  return squarings;
}

template <int N>
void exponential(const LaneMatrix<N>& generator, LaneMatrix<N>& transition, int squarings) {
  const double scale = std::ldexp(1.0, -squarings);
  for (int pack = 0; pack < Pack::per_lane_array; ++pack) {
    PackMatrix<N> result = taylor<N>(uniformised<N>(generator, pack, scale));
    make_rows_sum_to_one<N>(result);
    for (int squaring = 0; squaring < squarings; ++squaring) result = product<N>(result, result);
    make_rows_sum_to_one<N>(result);
    store<N>(result, transition, pack);
  }
}

template void exponential<2>(const LaneMatrix<2>&, LaneMatrix<2>&, int);
template void exponential<3>(const LaneMatrix<3>&, LaneMatrix<3>&, int);
template void exponential<4>(const LaneMatrix<4>&, LaneMatrix<4>&, int);
template void exponential<5>(const LaneMatrix<5>&, LaneMatrix<5>&, int);
template void exponential<6>(const LaneMatrix<6>&, LaneMatrix<6>&, int);

}  // namespace jobcast::lanes
