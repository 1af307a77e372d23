#pragma once

#include "engine/units/lane.hpp"

namespace jobcast::survey {

/// The step of a published figure: 0.1 for a rate in percent, 100 for survey counts, 1 for administrative counts.
/// Rounds half away from zero in decimal arithmetic: 76.05 gives 76.1 although its nearest double lies below it, and
/// the result is the double nearest to the printed decimal, so that published figures compare equal to what a table
/// says.
class PublishedStep {
 public:
  /// Precondition: `step` is a whole number or one over a whole number, greater than 0.
  explicit PublishedStep(double step = 0.1);

  [[nodiscard]] double step() const { return whole_ / parts_; }
  [[nodiscard]] double round(double value) const;
  [[nodiscard]] units::Lane round(const units::Lane& values) const;

 private:
  double whole_ = 1.0;  ///< the step, when it is a whole number
  double parts_ = 1.0;  ///< steps in one, when it is a fraction
};

/// Whether a figure reaches its target. A millionth of the step is forgiven: two doubles for one decimal may differ.
bool meets_target(double figure, double target, PublishedStep step);
/// The same a lane: 1 where it does, 0 where it does not.
units::Lane meets_target(const units::Lane& figures, double target, PublishedStep step);

}  // namespace jobcast::survey
