#include "engine/lanes/transition.hpp"

#include "engine/lanes/pack_matrix.hpp"

namespace jobcast::lanes {
namespace {

/// Advances `Rows` neighbouring rows by one month. `blend` null: by `first` alone. `factor` null: no row factor.
template <int N, int Rows>
[[gnu::always_inline]] inline void advance(units::Lane* persons, int pack, const PackMatrix<N>& first,
                                           const PackMatrix<N>* second, double weight, const units::Lane* factor) {
  std::array<Pack, N> before[Rows];
  std::array<Pack, N> after[Rows];
  for (std::size_t row = 0; row < Rows; ++row) {
    for (std::size_t k = 0; k < N; ++k) {
      before[row][k] = Pack::load(persons[row * N + k], pack);
      if (factor != nullptr) before[row][k] = before[row][k] * Pack::load(factor[row], pack);
      after[row][k] = Pack::all(0.0);
    }
  }
  if (second != nullptr) {
    std::array<Pack, N> other[Rows];
    for (std::size_t row = 0; row < Rows; ++row) {
      for (std::size_t k = 0; k < N; ++k) {
        other[row][k] = before[row][k] * Pack::all(1.0 - weight);
        before[row][k] = before[row][k] * Pack::all(weight);
      }
    }
    add_product<N, Rows>(other, *second, after);
  }
  add_product<N, Rows>(before, first, after);
  for (std::size_t row = 0; row < Rows; ++row) {
    for (std::size_t k = 0; k < N; ++k) after[row][k].store(persons[row * N + k], pack);
  }
}

/// One row alone, which is not worth a copy of the matrices.
template <int N, bool Blended, bool Scaled>
void advance_one(units::Lane* persons, const LaneMatrix<N>& first, const LaneMatrix<N>& second, double weight,
                 const units::Lane* factor) {
  for (int pack = 0; pack < Pack::per_lane_array; ++pack) {
    std::array<Pack, N> before;
    std::array<Pack, N> after;
    for (std::size_t k = 0; k < N; ++k) {
      before[k] = Pack::load(persons[k], pack);
      if constexpr (Scaled) before[k] = before[k] * Pack::load(*factor, pack);
      after[k] = Pack::all(0.0);
    }
    const auto add = [&](const std::array<Pack, N>& row, const LaneMatrix<N>& matrix) {
      for (std::size_t k = 0; k < N; ++k) {
        for (std::size_t j = 0; j < N; ++j) after[j] = fused(row[k], Pack::load(matrix[k][j], pack), after[j]);
      }
    };
    if constexpr (Blended) {
      std::array<Pack, N> other;
      for (std::size_t k = 0; k < N; ++k) {
        other[k] = before[k] * Pack::all(1.0 - weight);
        before[k] = before[k] * Pack::all(weight);
      }
      add(other, second);
    }
    add(before, first);
    for (std::size_t k = 0; k < N; ++k) after[k].store(persons[k], pack);
  }
}

/// All rows, four lanes at a time, two rows at a time.
template <int N, bool Blended, bool Scaled>
void advance_rows(units::Lane* persons, int row_count, const LaneMatrix<N>& first, const LaneMatrix<N>& second,
                  double weight, const units::Lane* factor) {
  if (row_count == 1) return advance_one<N, Blended, Scaled>(persons, first, second, weight, factor);
  for (int pack = 0; pack < Pack::per_lane_array; ++pack) {
    const PackMatrix<N> a = load<N>(first, pack);
    PackMatrix<N> b;
    if constexpr (Blended) b = load<N>(second, pack);
    const PackMatrix<N>* other = Blended ? &b : nullptr;
    int row = 0;
    for (; row + 2 <= row_count; row += 2) {
      advance<N, 2>(persons + row * N, pack, a, other, weight, Scaled ? factor + row : nullptr);
    }
    if (row < row_count) advance<N, 1>(persons + row * N, pack, a, other, weight, Scaled ? factor + row : nullptr);
  }
}

}  // namespace

template <int N>
void transition_rows(units::Lane* persons, int row_count, const LaneMatrix<N>& transition) {
  advance_rows<N, false, false>(persons, row_count, transition, transition, 1.0, nullptr);
}

template <int N>
void transition_rows(units::Lane* persons, int row_count, const LaneMatrix<N>& transition, const units::Lane* factor) {
  advance_rows<N, false, true>(persons, row_count, transition, transition, 1.0, factor);
}

template <int N>
void transition_rows(units::Lane* persons, int row_count, const Blend<N>& blend) {
  advance_rows<N, true, false>(persons, row_count, blend.first, blend.second, blend.weight, nullptr);
}

template <int N>
void transition_rows(units::Lane* persons, int row_count, const Blend<N>& blend, const units::Lane* factor) {
  advance_rows<N, true, true>(persons, row_count, blend.first, blend.second, blend.weight, factor);
}

#define JOBCAST_FOR_STATES(N)                                                                    \
  template void transition_rows<N>(units::Lane*, int, const LaneMatrix<N>&);                     \
  template void transition_rows<N>(units::Lane*, int, const LaneMatrix<N>&, const units::Lane*); \
  template void transition_rows<N>(units::Lane*, int, const Blend<N>&);                          \
  template void transition_rows<N>(units::Lane*, int, const Blend<N>&, const units::Lane*);
JOBCAST_FOR_STATES(2)
JOBCAST_FOR_STATES(3)
JOBCAST_FOR_STATES(4)
JOBCAST_FOR_STATES(5)
JOBCAST_FOR_STATES(6)
#undef JOBCAST_FOR_STATES

}  // namespace jobcast::lanes
