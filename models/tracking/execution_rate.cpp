#include "models/tracking/execution_rate.hpp"

#include <algorithm>
#include <cmath>

namespace jobcast::tracking {
namespace {

using random::Distribution;

struct MeanAndSd {
  double mean = 0.0, sd = 0.0;
};

/// By midpoints of equal parts, so that clamped tails count.
MeanAndSd moments_of(const Distribution& distribution) {
  if (distribution.is_fixed()) return {distribution.a, 0.0};
  constexpr int points = 4000;
  double sum = 0.0, squares = 0.0;
  for (int point = 0; point < points; ++point) sum += distribution.quantile((point + 0.5) / points);
  const double mean = sum / points;
  for (int point = 0; point < points; ++point) {
    const double off = distribution.quantile((point + 0.5) / points) - mean;
    squares += off * off;
  }
  return {mean, std::sqrt(squares / points)};
}

/// The same shape around another mean with another spread: the triangle and the uniform, no wider than the bounds
/// allow; anything else becomes normal, cut at the bounds.
Distribution moved(const Distribution& shape, const MeanAndSd& from, const MeanAndSd& to, double low, double high) {
  using Shape = Distribution::Shape;
  if (!(to.sd > 0.0) || to.mean <= low || to.mean >= high) return Distribution::fixed(std::clamp(to.mean, low, high));
  const bool straight = shape.shape == Shape::triangular || shape.shape == Shape::uniform;
  if (straight && from.sd > 0.0) {
    const double scale =
        std::min({to.sd / from.sd, (to.mean - low) / (from.mean - shape.a), (high - to.mean) / (shape.c - from.mean)});
    const auto place = [&](double number) { return to.mean + scale * (number - from.mean); };
    if (shape.shape == Shape::uniform) return Distribution::uniform(place(shape.a), place(shape.c));
    return Distribution::triangular(place(shape.a), place(shape.b), place(shape.c));
  }
  Distribution normal = Distribution::normal(to.mean, to.sd);
  normal.low = low;
  normal.high = high;
  return normal;
}

}  // namespace

ExecutionRate prior_rate(const Distribution& fill) {
  const auto moments = moments_of(fill);
  return {.distribution = fill, .mean = moments.mean, .sd = moments.sd};
}

ExecutionRate updated_rate(const ExecutionRate& prior, double actual, const Progress& expected, double halfway) {
  if (!(expected.due > 0.0) || !(expected.time > 0.0)) return prior;
  const double rate = actual / expected.due;
  const double passed = std::min(expected.time, 1.0);
  const double noise = 4.0 * halfway * halfway * (1.0 - passed) / passed;
  const double off = rate - prior.mean;
  const double known = prior.sd * prior.sd;
  const double wider = std::max(off * off - known - noise, 0.0);
  const double variance = known + wider;
  // A prior without spread that fits the actual has nothing to learn.
  if (!(variance > 0.0)) return prior;
  const double gain = variance / (variance + noise);
  const MeanAndSd after{prior.mean + gain * off, std::sqrt(variance * (1.0 - gain))};
  // The slot-days that were filled stay so; more than the plan only where the year has run above it.
  const double low = rate * passed;
  const double high = std::max(prior.distribution.greatest(), rate);
  const Distribution shape = wider > 0.0 ? Distribution::normal(prior.mean, prior.sd) : prior.distribution;
  ExecutionRate updated{.distribution = moved(shape, {prior.mean, prior.sd}, after, low, high),
                        .surprise = std::sqrt(wider)};
  const auto moments = moments_of(updated.distribution);
  updated.mean = moments.mean;
  updated.sd = moments.sd;
  return updated;
}

}  // namespace jobcast::tracking
