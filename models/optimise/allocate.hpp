#pragma once

#include <optional>

#include "models/optimise/curves.hpp"
#include "models/optimise/limits.hpp"

namespace jobcast::optimise {

/// The county money that each row may have by the limits on it alone, won. Crossed where they contradict.
struct Range {
  Allocation least, most;
};
Range range_of(const plan::Plan& plan, const std::vector<Limit>& limits);

/// What one more of a limit's money is worth: the shadow price of a limit that binds.
struct Price {
  std::size_t limit = 0;  ///< index in the limits
  double worth = 0.0;     ///< of the goal, for 100 million won more
};

struct Allocated {
  Allocation county;          ///< won, to the thousand
  double predicted = 0.0;     ///< change of the goal by the curves
  std::vector<Price> prices;  ///< of limits over several programmes, the dearest first
};

/// The best allocation within the limits: a linear program over the concave hulls of the programmes' curves. Among
/// equals the one that moves least. `weights`: what each measure counts in the goal. Nothing where the limits
/// contradict each other. Precondition: the curves were made for this range or a wider one.
std::optional<Allocated> allocate(const plan::Plan& plan, const Curves& curves, const std::vector<Limit>& limits,
                                  const Measures& weights);

/// Segments of the least concave function above the points: (width, slope), slopes falling. Points by rising x.
struct Segment {
  double from = 0.0;
  double width = 0.0;
  double slope = 0.0;
};
struct Point {
  double x = 0.0, y = 0.0;
};
std::vector<Segment> concave_hull(const std::vector<Point>& points);

}  // namespace jobcast::optimise
