#pragma once

#include <optional>
#include <span>
#include <vector>

#include "engine/sensitivity/estimate.hpp"

namespace jobcast::sensitivity {

/// A function before and after one input (or a group) was moved by a step, in as many places as there are rows.
struct Move {
  std::span<const double> before, after;
  double size = 0.5;  ///< of the step, as a share of the input's range
  std::vector<double> sign =
      {};  ///< +1 where the input was moved up, -1 down; empty for a group, which has no direction
};

/// What a move does, a whole range of the input being the unit (Morris 1991).
struct ElementaryEffects {
  Estimate mean_absolute;       ///< mu*: how much it matters (Campolongo, Cariboni and Saltelli 2007)
  std::optional<double> mean;   ///< mu: on the whole up or down; none for a group
  std::optional<double> sigma;  ///< standard deviation: bends, or depends on other inputs; none for a group
  bool acts = false;            ///< whether any evaluation changed with it
};

/// Throws std::invalid_argument for an empty move, sets of unequal length or a step of no size.
ElementaryEffects elementary_effects(const Move& move, const Bootstrap& bootstrap = {});

}  // namespace jobcast::sensitivity
