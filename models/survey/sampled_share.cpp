#include "models/survey/sampled_share.hpp"

#include <algorithm>
#include <cmath>

namespace jobcast::survey {
namespace {

// The angle's phase is uniform to all intents long before this; it keeps the logarithm finite.
constexpr double least_concentration = 1e-6;
constexpr double nothing = 1e-300;

}  // namespace

units::Lane sampled_share(const units::Lane& share, const units::Lane& effective_sample, const units::Lane& normal) {
  units::Lane estimate;
  for (int lane = 0; lane < units::lane_count; ++lane) {
    // With estimate = (1 - cos(a + b z)) / 2 and x = exp(-b^2), mean and variance are
    //   (1 - sqrt(x) cos a) / 2   and   (1 - x) ((1 + x) / 2 - q^2) / 4,   q = 1 - 2 share,
    // so the wanted variance is a quadratic equation for x, and the wanted mean gives cos a.
    const double q = 1.0 - 2.0 * share[lane];
    const double spread = 1.0 - q * q;  // 4 share (1 - share)
    const double inside = 1.0 - 2.0 / std::max(effective_sample[lane] * spread, nothing);
    const double x = std::clamp(q * q + spread * std::sqrt(std::max(inside, 0.0)), least_concentration, 1.0);
    const double cos_a = std::clamp(q / std::sqrt(x), -1.0, 1.0);
    const double sin_a = std::sqrt(1.0 - cos_a * cos_a);
    const double phase = std::sqrt(-std::log(x)) * normal[lane];
    estimate[lane] = std::clamp(0.5 * (1.0 - cos_a * std::cos(phase) + sin_a * std::sin(phase)), 0.0, 1.0);
  }
  return estimate;
}

}  // namespace jobcast::survey
