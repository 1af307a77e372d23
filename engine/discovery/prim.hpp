#pragma once

#include <cstdint>
#include <vector>

#include "engine/discovery/box.hpp"

namespace jobcast::discovery {

struct Settings {
  double peel = 0.05;             ///< share of the box's cases that a peel takes, at least one case
  std::size_t fewest_cases = 10;  ///< a box holds no fewer
  double least_support = 0.05;    ///< nor a smaller share of all cases
  std::size_t most_limits = 3;    ///< inputs that a box may restrict
  double significance = 0.05;     ///< limits with a greater quasi-p-value are dropped; also of the box as a whole
  std::size_t shuffles = 99;      ///< for the significance of the box as a whole
  std::uint64_t seed = 1;
};

/// Where cases fail.
struct Discovery {
  std::size_t cases = 0, failures = 0;
  std::vector<Box> trajectory;  ///< of the peeling: from all cases to the smallest box; limits without quasi-p
  std::size_t chosen = 0;       ///< box of the trajectory that fits failing best (phi)
  Box box;                      ///< that box after pasting, and without limits of no use
  double p = 1.0;               ///< chance of a box that fits as well when failing has nothing to do with the inputs
  bool found = false;           ///< the box has limits and p does not exceed the significance
};

/// The patient rule induction method (Friedman and Fisher 1999). Peels: each step takes away the slice of one input
/// (an end of a number's range, or a category) that raises the share of failures most for each case taken, cases of one
/// value staying together. Then limits of the chosen box are eased again as long as that share does not fall.
///
/// The quasi-p-value of a limit knows nothing of the search that found it. `p` does: the whole search is made again
/// with the failures shuffled among the cases (Fisher 1935), and p = (1 + shuffles whose best box fits as well) /
/// (1 + shuffles). The same seed gives the same answer.
///
/// Throws std::invalid_argument for dimensions of other lengths than `failed`.
Discovery discover(const std::vector<Dimension>& dimensions, const std::vector<bool>& failed,
                   const Settings& settings = {});

}  // namespace jobcast::discovery
