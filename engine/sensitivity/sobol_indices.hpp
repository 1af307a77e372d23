#pragma once

#include <span>
#include <vector>

#include "engine/sensitivity/estimate.hpp"

namespace jobcast::sensitivity {

/// A function at two independent sets of inputs and, for each input or group of inputs, at the first set with that one
/// taken from the second. Row j of all of them belongs together.
struct Evaluations {
  std::span<const double> first, second;
  std::vector<std::span<const double>> mixed;
};

/// Shares of the variance (Sobol' 1993; Homma and Saltelli 1996) that an input or group has.
struct Indices {
  Estimate first_order;  ///< what would go if it were known: V(E(f | input)) / V(f). Can be estimated below zero
  Estimate total;        ///< what would be left if everything else were known: E(V(f | others)) / V(f)
  bool acts = false;     ///< whether any evaluation changed with it
};

struct Variance {
  double mean = 0.0;
  double variance = 0.0;  ///< over both sets
};
Variance variance_of(const Evaluations& evaluations);

/// Indices[i] belong to mixed[i]. First order by Saltelli et al. (2010), equation (b) of their table 2, on centred
/// values; total by Jansen (1999). Both over the variance of the two sets together. All zero where nothing varies.
/// Throws std::invalid_argument for fewer than two rows or sets of unequal length.
std::vector<Indices> sobol_indices(const Evaluations& evaluations, const Bootstrap& bootstrap = {});

}  // namespace jobcast::sensitivity
