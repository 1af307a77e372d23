#include "engine/random/distribution.hpp"

#include <algorithm>
#include <cmath>

namespace jobcast::random {
namespace {

double lognormal_of(const Distribution& shape, double z) {
  return std::clamp(shape.a * std::exp(shape.b * z), shape.low, shape.high);
}

}  // namespace

Distribution Distribution::fixed(double value) { return {.shape = Shape::fixed, .a = value}; }
Distribution Distribution::uniform(double least, double greatest) {
  return {.shape = Shape::uniform, .a = least, .c = greatest};
}
Distribution Distribution::triangular(double least, double mode, double greatest) {
  return {.shape = Shape::triangular, .a = least, .b = mode, .c = greatest};
}
Distribution Distribution::normal(double mean, double sd) { return {.shape = Shape::normal, .a = mean, .b = sd}; }
Distribution Distribution::lognormal(double median, double sigma) {
  return {.shape = Shape::lognormal, .a = median, .b = sigma};
}

double Distribution::quantile(double u) const {
  switch (shape) {
    case Shape::fixed:
      return a;
    case Shape::uniform:
      return a + u * (c - a);
    case Shape::triangular: {
      if (c <= a) return a;
      const double split = (b - a) / (c - a);
      // Bounded by the mode on both sides, so that rounding cannot make the quantile fall at the seam.
      return u < split ? std::min(b, a + std::sqrt(u * (c - a) * (b - a)))
                       : std::max(b, c - std::sqrt((1.0 - u) * (c - a) * (c - b)));
    }
    case Shape::normal:
      return std::clamp(a + b * normal_quantile(u), low, high);
    case Shape::lognormal:
      return lognormal_of(*this, normal_quantile(u));
  }
  return a;
}

units::Lane Distribution::quantile(const units::Lane& u) const {
  switch (shape) {
    case Shape::fixed:
      return units::Lane::Constant(a);
    case Shape::uniform:
      return a + u * (c - a);
    case Shape::normal:
      return (a + b * normal_quantile(u)).max(low).min(high);
    case Shape::triangular: {
      if (c <= a) return units::Lane::Constant(a);
      const units::Lane rising = (a + (u * (c - a) * (b - a)).sqrt()).min(b);
      const units::Lane falling = (c - ((1.0 - u) * (c - a) * (c - b)).sqrt()).max(b);
      return (u < (b - a) / (c - a)).select(rising, falling);
    }
    case Shape::lognormal:
      break;
  }
  units::Lane result;
  const units::Lane z = normal_quantile(u);
  for (int lane = 0; lane < units::lane_count; ++lane) result[lane] = lognormal_of(*this, z[lane]);
  return result;
}

double Distribution::mean() const {
  switch (shape) {
    case Shape::uniform:
      return 0.5 * (a + c);
    case Shape::triangular:
      return (a + b + c) / 3.0;
    case Shape::lognormal:
      return a * std::exp(0.5 * b * b);
    default:
      return a;
  }
}

double Distribution::central() const {
  switch (shape) {
    case Shape::uniform:
      return 0.5 * (a + c);
    case Shape::triangular:
      return b;
    default:
      return a;
  }
}

double Distribution::least() const { return shape == Shape::normal || shape == Shape::lognormal ? low : a; }

double Distribution::greatest() const {
  if (shape == Shape::normal || shape == Shape::lognormal) return high;
  return shape == Shape::fixed ? a : c;
}

}  // namespace jobcast::random
