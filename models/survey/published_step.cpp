#include "models/survey/published_step.hpp"

#include <cmath>
#include <limits>

namespace jobcast::survey {
namespace {

// A decimal tie, read into a double and scaled, is at most a few units in the last place away from the half.
constexpr double tie_reach = 1.0 + 4.0 * std::numeric_limits<double>::epsilon();
constexpr double forgiven_part_of_step = 1e-6;

}  // namespace

PublishedStep::PublishedStep(double step)
    : whole_(step < 1.0 ? 1.0 : std::round(step)), parts_(step < 1.0 ? std::round(1.0 / step) : 1.0) {}

double PublishedStep::round(double value) const {
  const double steps = std::floor(std::abs(value) * parts_ / whole_ * tie_reach + 0.5);
  return std::copysign(steps * whole_ / parts_, value);
}

units::Lane PublishedStep::round(const units::Lane& values) const {
  units::Lane rounded;
  for (int lane = 0; lane < units::lane_count; ++lane) rounded[lane] = round(values[lane]);
  return rounded;
}

bool meets_target(double figure, double target, PublishedStep step) {
  return figure >= target - forgiven_part_of_step * step.step();
}

units::Lane meets_target(const units::Lane& figures, double target, PublishedStep step) {
  return (figures >= target - forgiven_part_of_step * step.step()).cast<double>();
}

}  // namespace jobcast::survey
