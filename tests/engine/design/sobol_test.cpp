#include "engine/design/sobol.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

namespace jobcast::design {
namespace {

std::vector<std::string> names(std::size_t count) {
  std::vector<std::string> result;
  for (std::size_t index = 0; index < count; ++index) result.push_back("lever " + std::to_string(index));
  return result;
}

/// Star discrepancy in L2 (Warnock 1972), squared.
double discrepancy(const Points& points) {
  const auto count = static_cast<double>(points.count());
  const std::size_t dimensions = points.dimensions();
  double corners = 0.0;
  double pairs = 0.0;
  for (std::size_t one = 0; one < points.count(); ++one) {
    double corner = 1.0;
    for (std::size_t d = 0; d < dimensions; ++d) corner *= 1.0 - points.of(one, d) * points.of(one, d);
    corners += corner;
    for (std::size_t other = 0; other < points.count(); ++other) {
      double pair = 1.0;
      for (std::size_t d = 0; d < dimensions; ++d) pair *= 1.0 - std::max(points.of(one, d), points.of(other, d));
      pairs += pair;
    }
  }
  const auto d = static_cast<double>(dimensions);
  return std::pow(3.0, -d) - std::pow(2.0, 1.0 - d) / count * corners + pairs / (count * count);
}

TEST(Sobol, BeginsWithTheKnownPoints) {
  // Joe and Kuo (2008), the first points of new-joe-kuo-6 in two and three dimensions.
  const auto bits = sobol_bits(6, 3);
  const std::vector<double> known{0.0,  0.0,  0.0,  0.5,   0.5,   0.5,   0.75,  0.25,  0.25,
                                  0.25, 0.75, 0.75, 0.375, 0.375, 0.625, 0.875, 0.875, 0.125};
  ASSERT_EQ(bits.size(), known.size());
  for (std::size_t index = 0; index < bits.size(); ++index) {
    EXPECT_EQ(static_cast<double>(bits[index]) * 0x1p-32, known[index]) << index;
  }
}

TEST(Sobol, HitsEveryStratumOfEveryDimensionOnceAlsoWhenScrambled) {
  constexpr std::size_t count = 256;
  const Points points = sobol(count, names(12), 4);
  for (std::size_t dimension = 0; dimension < points.dimensions(); ++dimension) {
    std::vector<int> hits(count, 0);
    for (std::size_t point = 0; point < count; ++point) {
      ++hits[static_cast<std::size_t>(points.of(point, dimension) * static_cast<double>(count))];
    }
    EXPECT_EQ(hits, std::vector<int>(count, 1)) << dimension;
  }
}

TEST(Sobol, HitsEveryBoxOfTheFirstTwoDimensionsOnceAlsoWhenScrambled) {
  // A (0, m, 2)-net: 2^m points, one in every box of sides 2^-i and 2^-(m-i).
  constexpr std::size_t m = 8;
  const Points points = sobol(std::size_t{1} << m, names(2), 11);
  for (std::size_t i = 0; i <= m; ++i) {
    const auto columns = std::size_t{1} << i;
    const auto rows = std::size_t{1} << (m - i);
    std::vector<int> hits(columns * rows, 0);
    for (std::size_t point = 0; point < points.count(); ++point) {
      const auto x = static_cast<std::size_t>(points.of(point, 0) * static_cast<double>(columns));
      const auto y = static_cast<std::size_t>(points.of(point, 1) * static_cast<double>(rows));
      ++hits[x * rows + y];
    }
    EXPECT_TRUE(std::all_of(hits.begin(), hits.end(), [](int n) { return n == 1; })) << i;
  }
}

TEST(Sobol, ScramblingTurnsABitByTheHigherBitsAlone) {
  for (const std::uint32_t bits : {0U, 0x12345678U, 0xFFFFFFFFU}) {
    const auto whole = owen_scrambled(bits, 3, "money");
    for (unsigned level = 1; level < 32; ++level) {
      const auto other = owen_scrambled(bits ^ (1U << (31 - level)), 3, "money");
      const unsigned kept = 32 - level;
      EXPECT_EQ(other >> kept, whole >> kept) << level;
      EXPECT_NE((other >> (kept - 1)) & 1U, (whole >> (kept - 1)) & 1U) << level;
    }
  }
}

TEST(Sobol, ScramblingMakesEveryPointUniform) {
  // The tenth point over many seeds: mean 1/2 and variance 1/12 within four standard errors.
  constexpr int seeds = 2000;
  const auto bits = sobol_bits(10, 1).back();
  double sum = 0.0;
  double squares = 0.0;
  for (int seed = 0; seed < seeds; ++seed) {
    const double number = owen_scrambled(bits, static_cast<std::uint64_t>(seed), "money") * 0x1p-32;
    sum += number;
    squares += (number - 0.5) * (number - 0.5);
  }
  EXPECT_NEAR(sum / seeds, 0.5, 4.0 * std::sqrt(1.0 / 12.0 / seeds));
  EXPECT_NEAR(squares / seeds, 1.0 / 12.0, 4.0 * std::sqrt(1.0 / 180.0 / seeds));
}

TEST(Sobol, ExtendsWhatWasThere) {
  const Points few = sobol(20, names(3), 6);
  const Points many = sobol(64, names(3), 6);
  for (std::size_t point = 0; point < 20; ++point) {
    for (std::size_t dimension = 0; dimension < 3; ++dimension) {
      EXPECT_EQ(few.of(point, dimension), many.of(point, dimension));
    }
  }
}

TEST(Sobol, SpreadsFarMoreEvenlyThanIndependentPoints) {
  // Expected squared discrepancy of independent points: (2^-d - 3^-d) / n.
  constexpr std::size_t count = 512;
  constexpr double independent = (1.0 / 16.0 - 1.0 / 81.0) / count;
  for (const std::uint64_t seed : {1U, 2U, 3U}) EXPECT_LT(discrepancy(sobol(count, names(4), seed)), 0.1 * independent);
}

TEST(Sobol, HasOtherPointsForAnotherSeed) { EXPECT_NE(sobol(16, names(2), 1), sobol(16, names(2), 2)); }

}  // namespace
}  // namespace jobcast::design
