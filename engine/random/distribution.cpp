#include "engine/random/distribution.hpp"

#include <algorithm>
#include <cmath>

namespace jobcast::random {

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
    case Shape::fixed: return a;
    case Shape::uniform: return a + u * (c - a);
    case Shape::triangular: {
      if (c <= a) return a;
      const double split = (b - a) / (c - a);
      return u < split ? a + std::sqrt(u * (c - a) * (b - a)) : c - std::sqrt((1.0 - u) * (c - a) * (c - b));
    }
    case Shape::normal: return std::clamp(a + b * normal_quantile(u), low, high);
    case Shape::lognormal: return std::clamp(a * std::exp(b * normal_quantile(u)), low, high);
  }
  return a;
}

units::Lane Distribution::quantile(const units::Lane& u) const {
  units::Lane result;
  for (int lane = 0; lane < units::lane_count; ++lane) result[lane] = quantile(u[lane]);
  return result;
}

double Distribution::mean() const {
  switch (shape) {
    case Shape::uniform: return 0.5 * (a + c);
    case Shape::triangular: return (a + b + c) / 3.0;
    case Shape::lognormal: return a * std::exp(0.5 * b * b);
    default: return a;
  }
}

double Distribution::central() const {
  switch (shape) {
    case Shape::uniform: return 0.5 * (a + c);
    case Shape::triangular: return b;
    default: return a;
  }
}

double Distribution::least() const {
  return shape == Shape::normal || shape == Shape::lognormal ? low : a;
}

double Distribution::greatest() const {
  if (shape == Shape::normal || shape == Shape::lognormal) return high;
  return shape == Shape::fixed ? a : c;
}

}  // namespace jobcast::random
