#pragma once

#include "engine/lanes/matrix.hpp"

namespace jobcast::lanes {

/// The number of squarings that `exponential` needs for generators whose exit rates (-Q_ii) are at most `exit_rate`.
/// Throws std::invalid_argument unless exit_rate is finite and not negative.
int squarings_for(double exit_rate);

/// Enough for exit rates up to 3 per unit of time.
inline constexpr int default_squarings = 2;

/// How many terms of the exponential's series are kept.
enum class Terms {
  all,     ///< up to the 20th power: nothing is left out that a double could hold (below)
  twelve,  ///< up to the 12th, at 0.6 of the time: to simulate with
  six      ///< up to the 6th, at 0.4 of the time: to search with
};

/// transition = exp(generator) in every lane: the chances of going from state i to state j in one unit of time. N
/// is 2..6.
///
/// generator: off-diagonal entries are hazards, >= 0; the diagonal is not read: it is minus the sum of the others.
/// transition: not negative, rows sum to one within 4 units of the last place. May not be the same object.
///
/// Method: uniformisation (Jensen 1953) with scaling and squaring. With h = 2^-squarings and r the largest exit rate of
/// the lane times h, B = h Q + r I has no negative entry, so its Taylor polynomial (degree 20, Paterson and Stockmeyer
/// 1973: seven products) and the squarings only add and multiply numbers >= 0: nothing cancels, and every entry,
/// however small, keeps its relative accuracy. The factor exp(-r) is common to a row and is put in by dividing each row
/// by its sum. The terms left out are, relative to each entry, below r^(22-N) / (22-N)!: by loop erasure, a walk of k
/// steps is a simple path of at most N-1 steps, which the polynomial holds, and loops. For r <= 3/4 that is 2e-17 at N
/// = 5. With fewer terms (degree d) it is r^(d+2-N) / (d+2-N)!, and where each state can be reached from each other in
/// one step, as in a labour market, nearer r^d / d!: at r = 1/2 some 5e-13 for twelve terms, 2e-5 for six. Each
/// squaring doubles the relative rounding error, some 1e-15 before the first. A lane beyond the bound loses accuracy
/// gradually; it stays stochastic.
///
/// The number of squarings is an argument, not read from the data, so that no lane's bits depend on its neighbours.
template <int N>
void exponential(const LaneMatrix<N>& generator, LaneMatrix<N>& transition, int squarings = default_squarings,
                 Terms terms = Terms::all);

}  // namespace jobcast::lanes
