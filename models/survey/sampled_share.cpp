#include "models/survey/sampled_share.hpp"

#include "engine/lanes/trigonometry.hpp"

namespace jobcast::survey {
namespace {

using units::Lane;

// The angle's phase is uniform to all intents long before this; it keeps the logarithm finite.
constexpr double least_concentration = 1e-6;
constexpr double nothing = 1e-300;

}  // namespace

Lane sampled_share(const Lane& share, const Lane& effective_sample, const Lane& normal) {
  // With estimate = (1 - cos(a + b z)) / 2 and x = exp(-b^2), mean and variance are
  //   (1 - sqrt(x) cos a) / 2   and   (1 - x) ((1 + x) / 2 - q^2) / 4,   q = 1 - 2 share,
  // so the wanted variance is a quadratic equation for x, and the wanted mean gives cos a.
  const Lane q = 1.0 - 2.0 * share;
  const Lane spread = 1.0 - q * q;  // 4 share (1 - share)
  const Lane inside = 1.0 - 2.0 / (effective_sample * spread).max(nothing);
  const Lane x = (q * q + spread * inside.max(0.0).sqrt()).max(least_concentration).min(1.0);
  const Lane cos_a = (q / x.sqrt()).max(-1.0).min(1.0);
  const Lane sin_a = (1.0 - cos_a * cos_a).sqrt();
  const auto phase = lanes::sine_and_cosine((-x.log()).sqrt() * normal);
  return (0.5 * (1.0 - cos_a * phase.cosine + sin_a * phase.sine)).max(0.0).min(1.0);
}

}  // namespace jobcast::survey
