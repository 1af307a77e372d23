#include "engine/lanes/exponential.hpp"

#include <cmath>
#include <stdexcept>

#include "engine/lanes/pack_matrix.hpp"

namespace jobcast::lanes {
namespace {

constexpr double greatest_scaled_rate = 0.75;
constexpr int highest_degree = 20;

/// A polynomial of this degree is one in B^stride, whose coefficients are polynomials below B^stride: the stride that
/// takes the fewest products of matrices.
constexpr int stride_of(int degree) { return degree > 16 ? 5 : degree > 9 ? 4 : 3; }

constexpr std::array<double, highest_degree + 1> inverse_factorials() {
  std::array<double, highest_degree + 1> result{};
  double factorial = 1.0;  // exact in a double up to 22!
  for (int k = 0; k <= highest_degree; ++k) {
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

/// The coefficient of B^(Stride * block), entry by entry: sum over k < Stride of B^k / (Stride * block + k)!.
template <int N, int Stride>
struct Block {
  const std::array<PackMatrix<N>, Stride + 1>& power;
  std::array<Pack, Stride> weight;

  Block(const std::array<PackMatrix<N>, Stride + 1>& powers, std::size_t block) : power(powers) {
    for (std::size_t k = 0; k < Stride; ++k) weight[k] = Pack::all(inverse_factorial[block * Stride + k]);
  }
  Pack operator()(std::size_t i, std::size_t j) const {
    Pack entry = weight[Stride - 1] * power[Stride - 1][i][j];
    for (std::size_t k = Stride - 1; k-- > 1;) entry = fused(weight[k], power[k][i][j], entry);
    return i == j ? entry + weight[0] : entry;
  }
};

/// exp(B) to some degree, all terms of one sign.
template <int N, int Degree>
PackMatrix<N> taylor(const PackMatrix<N>& matrix) {
  constexpr int stride = stride_of(Degree);
  static_assert(Degree % stride == 0);
  std::array<PackMatrix<N>, stride + 1> power;  // power[0] is not used: the identity
  power[1] = matrix;
  for (std::size_t k = 2; k <= stride; ++k) power[k] = product<N>(power[k - 1], matrix);

  PackMatrix<N> sum;
  const Pack highest = Pack::all(inverse_factorial[Degree]);
  const Block<N, stride> top(power, Degree / stride - 1);
  for (std::size_t i = 0; i < N; ++i) {
    for (std::size_t j = 0; j < N; ++j) sum[i][j] = fused(highest, power[stride][i][j], top(i, j));
  }
  for (std::size_t block = Degree / stride - 1; block-- > 0;) {
    PackMatrix<N> next;
    product_to<N>(PackEntries<N>{power[stride]}, PackEntries<N>{sum}, Block<N, stride>(power, block),
                  [&](std::size_t i, std::size_t j, Pack entry) { next[i][j] = entry; });
    sum = next;
  }
  return sum;
}

template <int N>
void make_rows_sum_to_one(PackMatrix<N>& matrix) {
  for (auto& row : matrix) {
    Pack sum = row[0];
    for (std::size_t j = 1; j < N; ++j) sum = sum + row[j];
    const Pack share = Pack::all(1.0) / sum;
    for (auto& entry : row) entry = entry * share;
  }
}

template <int N, int Degree>
void exponential_to(const LaneMatrix<N>& generator, LaneMatrix<N>& transition, int squarings) {
  const double scale = std::ldexp(1.0, -squarings);
  for (int pack = 0; pack < Pack::per_lane_array; ++pack) {
    PackMatrix<N> result = taylor<N, Degree>(uniformised<N>(generator, pack, scale));
    make_rows_sum_to_one<N>(result);
    for (int squaring = 0; squaring < squarings; ++squaring) result = product<N>(result, result);
    if (squarings > 0) make_rows_sum_to_one<N>(result);
    store<N>(result, transition, pack);
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
void exponential(const LaneMatrix<N>& generator, LaneMatrix<N>& transition, int squarings, Terms terms) {
  switch (terms) {
    case Terms::all:
      return exponential_to<N, 20>(generator, transition, squarings);
    case Terms::twelve:
      return exponential_to<N, 12>(generator, transition, squarings);
    case Terms::six:
      return exponential_to<N, 6>(generator, transition, squarings);
  }
}

template void exponential<2>(const LaneMatrix<2>&, LaneMatrix<2>&, int, Terms);
template void exponential<3>(const LaneMatrix<3>&, LaneMatrix<3>&, int, Terms);
template void exponential<4>(const LaneMatrix<4>&, LaneMatrix<4>&, int, Terms);
template void exponential<5>(const LaneMatrix<5>&, LaneMatrix<5>&, int, Terms);
template void exponential<6>(const LaneMatrix<6>&, LaneMatrix<6>&, int, Terms);

}  // namespace jobcast::lanes
