#pragma once

#include <vector>

#include "models/audit/derived.hpp"
#include "models/audit/fact_index.hpp"

namespace jobcast::audit {

/// A part or whole: one figure, or several that lie end to end.
struct Amount {
  std::vector<const plan::Fact*> facts;

  [[nodiscard]] Printed printed(const FactIndex& index) const {
    Printed sum;
    for (const auto* fact : facts) {
      const auto one = index.printed(*fact);
      sum.value += one.value;
      sum.step += one.step;
    }
    return sum;
  }
};

/// The part that a share is of: a figure, several categories, or ages that are in no cell of their own. Empty: not
/// told.
Amount part_of(const FactIndex& index, const plan::Fact& share, const Derived& what);

/// The whole that a part is taken of: all categories, both sexes or all ages, as far as the part is one of them.
const plan::Fact* whole_of(const FactIndex& index, const plan::Fact& share, const Derived& what);

}  // namespace jobcast::audit
