#include "engine/design/latin_hypercube.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace jobcast::design {
namespace {

TEST(LatinHypercube, PutsOnePointIntoEveryStratumOfEveryDimension) {
  for (const std::size_t count : {1U, 2U, 7U, 100U, 1001U}) {
    const Points points = latin_hypercube(count, {"money", "delay", "deadweight"}, 5);
    ASSERT_EQ(points.count(), count);
    for (std::size_t dimension = 0; dimension < 3; ++dimension) {
      std::vector<int> hits(count, 0);
      for (std::size_t point = 0; point < count; ++point) {
        const double number = points.of(point, dimension);
        ASSERT_GT(number, 0.0);
        ASSERT_LT(number, 1.0);
        ++hits[static_cast<std::size_t>(number * static_cast<double>(count))];
      }
      EXPECT_EQ(hits, std::vector<int>(count, 1)) << "count " << count << ", dimension " << dimension;
    }
  }
}

TEST(LatinHypercube, HasTheSameNumbersForTheSameSeedAndOthersForAnother) {
  EXPECT_EQ(latin_hypercube(50, {"a", "b"}, 1), latin_hypercube(50, {"a", "b"}, 1));
  EXPECT_NE(latin_hypercube(50, {"a", "b"}, 1), latin_hypercube(50, {"a", "b"}, 2));
}

TEST(LatinHypercube, KeepsADimensionsNumbersWhenOthersComeAndGo) {
  const Points two = latin_hypercube(40, {"a", "b"}, 9);
  const Points three = latin_hypercube(40, {"c", "a", "b"}, 9);
  for (std::size_t point = 0; point < 40; ++point) EXPECT_EQ(two.of(point, 1), three.of(point, 2));
}

TEST(LatinHypercube, LeavesDimensionsUncorrelated) {
  constexpr std::size_t count = 4000;
  const Points points = latin_hypercube(count, {"a", "b"}, 3);
  double product = 0.0;
  for (std::size_t point = 0; point < count; ++point) {
    product += (points.of(point, 0) - 0.5) * (points.of(point, 1) - 0.5);
  }
  const double correlation = 12.0 * product / static_cast<double>(count);
  EXPECT_LT(std::abs(correlation), 4.0 / std::sqrt(static_cast<double>(count)));
}

TEST(LatinHypercube, MeasuresASumFarBetterThanIndependentPointsDo) {
  // The mean of a + b over the points: independent points would be off by sqrt(1/6/n), some 0.04.
  constexpr std::size_t count = 100;
  const Points points = latin_hypercube(count, {"a", "b"}, 17);
  double sum = 0.0;
  for (std::size_t point = 0; point < count; ++point) sum += points.of(point, 0) + points.of(point, 1);
  EXPECT_NEAR(sum / static_cast<double>(count), 1.0, 0.002);
}

}  // namespace
}  // namespace jobcast::design
