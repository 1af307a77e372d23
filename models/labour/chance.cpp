#include "models/labour/chance.hpp"

#include "engine/lanes/pack_matrix.hpp"

namespace jobcast::labour {
namespace {

using lanes::Pack;
using Row = std::array<Pack, states>;
using Matrix = lanes::PackMatrix<states>;

constexpr double most_of_a_side = 0.9;
constexpr double nobody = 1e-12;  // spreads people evenly over an empty side

/// A set of labour states.
template <std::size_t First, std::size_t... Others>
struct Side {
  static constexpr std::array<std::size_t, 1 + sizeof...(Others)> members{First, Others...};

  static Pack sum(const Row& persons) { return (persons[First] + ... + persons[Others]); }
};
using Employed = Side<2, 3, 4>;
using NotEmployed = Side<0, 1>;
using Regular = Side<2>;
using OtherEmployed = Side<3, 4>;
using Unemployed = Side<1>;
using Inactive = Side<0>;

Pack zero() { return Pack::all(0.0); }
Pack one() { return Pack::all(1.0); }

/// Variance of the number on side `One` of a divide, less `share` of what the number in both sides strays: with all of
/// the people in both sides the divide's own variance is sum x p (1 - p).
template <class One, class Other>
Pack straying(const Row& before, const Matrix& transition, Pack share) {
  Pack variance = zero();
  for (std::size_t i = 0; i < states; ++i) {
    const Pack there = One::sum(transition[i]);
    const Pack both = there + Other::sum(transition[i]);
    variance = variance + before[i] * (there * (one() - there) - Pack::all(2.0) * share * there * (one() - both) +
                                       share * share * both * (one() - both));
  }
  return greater(variance, zero());
}

/// The shares of a side's people by state.
template <class One>
void spread_over(const Row& persons, Row& spread) {
  const Pack whole = One::sum(persons) + Pack::all(nobody * static_cast<double>(One::members.size()));
  const Pack part = one() / whole;
  for (const std::size_t k : One::members) spread[k] = (persons[k] + Pack::all(nobody)) * part;
}

/// exchange() of models/labour/exchange.hpp, in registers.
template <class One, class Other>
void exchange(Matrix& transition, const Row& persons, Pack share_to_one, Pack share_to_other) {
  Row spread;
  spread_over<One>(persons, spread);
  spread_over<Other>(persons, spread);
  const Pack stay_on_one = one() - share_to_other;
  const Pack stay_on_other = one() - share_to_one;
  for (Row& row : transition) {
    const Pack to_one = share_to_one * Other::sum(row);
    const Pack to_other = share_to_other * One::sum(row);
    for (const std::size_t k : One::members) row[k] = row[k] * stay_on_one + to_one * spread[k];
    for (const std::size_t k : Other::members) row[k] = row[k] * stay_on_other + to_other * spread[k];
  }
}

template <class One, class Other>
void stray(const Row& after, Pack variance, Pack score, Matrix& transition) {
  const Pack here = greater(One::sum(after), Pack::all(1e-12));
  const Pack there = greater(Other::sum(after), Pack::all(1e-12));
  const Pack limit = Pack::all(most_of_a_side) * lesser(here, there);
  const Pack moved = lesser(greater(score * square_root(variance), zero() - limit), limit);
  exchange<One, Other>(transition, after, greater(moved, zero()) / there, greater(zero() - moved, zero()) / here);
}

Row advanced(const Row& before, const Matrix& transition) {
  Row after;
  for (std::size_t k = 0; k < after.size(); ++k) {
    after[k] = before[0] * transition[0][k];
    for (std::size_t i = 1; i < before.size(); ++i) after[k] = after[k] + before[i] * transition[i][k];
  }
  return after;
}

template <class One, class Other>
Pack share_of_one(const Row& after) {
  const Pack here = One::sum(after);
  return here / greater(here + Other::sum(after), Pack::all(1e-12));
}

}  // namespace

void add_chance(const StateLanes& before, const ChanceScores& scores, StateMatrix& transition) {
  for (int pack = 0; pack < Pack::per_lane_array; ++pack) {
    Matrix matrix = lanes::load<states>(transition, pack);
    Row persons;
    for (std::size_t k = 0; k < persons.size(); ++k) persons[k] = Pack::load(before[k], pack);
    const Row after = advanced(persons, matrix);
    const Pack employment = straying<Employed, NotEmployed>(persons, matrix, zero());
    const Pack regular = straying<Regular, OtherEmployed>(persons, matrix, share_of_one<Regular, OtherEmployed>(after));
    const Pack search = straying<Unemployed, Inactive>(persons, matrix, share_of_one<Unemployed, Inactive>(after));
    stray<Employed, NotEmployed>(after, employment, Pack::load(scores.employment, pack), matrix);
    stray<Regular, OtherEmployed>(after, regular, Pack::load(scores.regular, pack), matrix);
    stray<Unemployed, Inactive>(after, search, Pack::load(scores.search, pack), matrix);
    lanes::store<states>(matrix, transition, pack);
  }
}

}  // namespace jobcast::labour
