#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/design/points.hpp"

namespace jobcast::sensitivity {

/// Two independent sets of points in the unit cube, and the ones between them: what Sobol' indices are estimated from
/// (Saltelli et al. 2010). Both are halves of one scrambled Sobol' sequence of twice as many dimensions.
class PickFreeze {
 public:
  /// Powers of two are spread most evenly. The names of the dimensions choose the scrambling.
  PickFreeze(std::size_t count, const std::vector<std::string>& dimensions, std::uint64_t seed);

  [[nodiscard]] const design::Points& first() const { return first_; }
  [[nodiscard]] const design::Points& second() const { return second_; }
  /// The first set with these dimensions, by index, from the second.
  [[nodiscard]] design::Points mixed(const std::vector<std::size_t>& dimensions) const;
  /// The first set with these dimensions half of the unit interval away: up where there is room, else down (the step
  /// of a screening with a radial design).
  [[nodiscard]] design::Points stepped(const std::vector<std::size_t>& dimensions) const;

 private:
  design::Points first_, second_;
};

}  // namespace jobcast::sensitivity
