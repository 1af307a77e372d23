#include "engine/random/distribution.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace jobcast::random {
namespace {

struct TwoMoments {
  double mean;
  double variance;
};

/// Moments as integrals of the quantile over u, by Gauss-Legendre-like composite midpoints that crowd the ends.
TwoMoments by_quadrature(const Distribution& distribution) {
  constexpr int steps = 400000;
  double first = 0.0;
  double second = 0.0;
  for (int step = 0; step < steps; ++step) {
    const double t = (step + 0.5) / steps;
    const double u = t * t * (3.0 - 2.0 * t);
    const double weight = 6.0 * t * (1.0 - t) / steps;
    const double x = distribution.quantile(u) - distribution.central();
    first += weight * x;
    second += weight * x * x;
  }
  return {first + distribution.central(), second - first * first};
}

void expect_moments(const Distribution& distribution, double mean, double variance) {
  const auto [found_mean, found_variance] = by_quadrature(distribution);
  EXPECT_NEAR(found_mean, mean, 1e-7 * (1.0 + std::abs(mean)));
  EXPECT_NEAR(found_variance, variance, 1e-6 * (1e-9 + variance));
  EXPECT_NEAR(distribution.mean(), mean, 1e-12 * (1.0 + std::abs(mean)));
}

TEST(Distribution, HasTheMomentsOfItsShape) {
  expect_moments(Distribution::fixed(7.5), 7.5, 0.0);
  expect_moments(Distribution::uniform(2.0, 5.0), 3.5, 0.75);
  expect_moments(Distribution::triangular(0.15, 0.40, 0.70), 1.25 / 3.0,
                 (0.25 * 0.25 + 0.25 * 0.30 + 0.30 * 0.30) / 18.0);
  expect_moments(Distribution::normal(-3.0, 2.0), -3.0, 4.0);
  expect_moments(Distribution::lognormal(1.2, 0.3), 1.2 * std::exp(0.045), 1.44 * std::exp(0.09) * std::expm1(0.09));
}

TEST(Distribution, KnowsItsMiddleAndEnds) {
  EXPECT_EQ(Distribution::fixed(3.0).central(), 3.0);
  EXPECT_EQ(Distribution::uniform(2.0, 5.0).central(), 3.5);
  EXPECT_EQ(Distribution::triangular(1.0, 2.0, 6.0).central(), 2.0);
  EXPECT_EQ(Distribution::normal(4.0, 9.0).central(), 4.0);
  EXPECT_EQ(Distribution::lognormal(1.5, 0.2).central(), 1.5);
  EXPECT_EQ(Distribution::triangular(1.0, 2.0, 6.0).least(), 1.0);
  EXPECT_EQ(Distribution::triangular(1.0, 2.0, 6.0).greatest(), 6.0);
  EXPECT_TRUE(Distribution::fixed(3.0).is_fixed());
}

TEST(Distribution, TurnsTheMiddleOfTheUnitIntervalIntoTheMedian) {
  EXPECT_EQ(Distribution::normal(4.0, 9.0).quantile(0.5), 4.0);
  EXPECT_EQ(Distribution::lognormal(1.5, 0.2).quantile(0.5), 1.5);
  EXPECT_DOUBLE_EQ(Distribution::triangular(0.0, 0.0, 1.0).quantile(0.5), 1.0 - std::sqrt(0.5));
  EXPECT_DOUBLE_EQ(Distribution::triangular(0.0, 1.0, 1.0).quantile(0.5), std::sqrt(0.5));
  EXPECT_EQ(Distribution::triangular(2.0, 2.0, 2.0).quantile(0.3), 2.0);
}

Distribution any_distribution() {
  const auto number = [] { return *rc::gen::inRange(-1000, 1001) / 64.0; };
  std::vector<double> ends{number(), number(), number()};
  std::sort(ends.begin(), ends.end());
  Distribution result;
  switch (*rc::gen::inRange(0, 5)) {
    case 0:
      return Distribution::fixed(ends[0]);
    case 1:
      return Distribution::uniform(ends[0], ends[2]);
    case 2:
      return Distribution::triangular(ends[0], ends[1], ends[2]);
    case 3:
      result = Distribution::normal(ends[1], std::abs(number()));
      break;
    default:
      result = Distribution::lognormal(0.1 + std::abs(number()), std::abs(number()) / 16.0);
      break;
  }
  if (*rc::gen::arbitrary<bool>()) {
    result.low = ends[0];
    result.high = ends[2];
  }
  return result;
}

RC_GTEST_PROP(Distribution, QuantileRisesAndStaysBetweenLeastAndGreatest, ()) {
  const auto distribution = any_distribution();
  double before = distribution.least();
  for (int step = 0; step < 512; ++step) {
    const double x = distribution.quantile((step + 0.5) / 512.0);
    RC_ASSERT(before <= x);
    RC_ASSERT(x <= distribution.greatest());
    before = x;
  }
}

RC_GTEST_PROP(Distribution, QuantileOfLanesHasTheBitsOfEachNumberAlone, (std::uint32_t seed)) {
  const auto distribution = any_distribution();
  LaneStream stream({.seed = seed}, 0, entity("u"));
  for (int block = 0; block < 8; ++block) {
    const units::Lane u = stream.uniform();
    const units::Lane x = distribution.quantile(u);
    for (int lane = 0; lane < units::lane_count; ++lane) RC_ASSERT(x[lane] == distribution.quantile(u[lane]));
  }
}

}  // namespace
}  // namespace jobcast::random
