#include "engine/lanes/exponential.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <cstring>
#include <limits>
#include <stdexcept>

#include "tests/support/lane_matrices.hpp"

namespace jobcast::lanes {
namespace {

using test_support::generator_with;
using test_support::long_double_exponential;
using test_support::random_generator;

TEST(Exponential, OfTwoStatesIsTheClosedForm) {
  LaneMatrix<2> generator{};
  for (auto& row : generator) row.fill(units::Lane::Zero());
  for (int lane = 0; lane < units::lane_count; ++lane) {
    generator[0][1][lane] = 0.02 + 0.07 * lane;
    generator[1][0][lane] = 1.6 - 0.09 * lane;
  }
  LaneMatrix<2> transition;
  exponential<2>(generator, transition);
  for (int lane = 0; lane < units::lane_count; ++lane) {
    const double out = generator[0][1][lane];
    const double back = generator[1][0][lane];
    const double expected = -std::expm1(-(out + back)) * out / (out + back);
    EXPECT_NEAR(transition[0][1][lane] / expected, 1.0, 4e-15) << "lane " << lane << " out " << out << " back " << back;
  }
}

TEST(Exponential, OfAPureDeathChainIsThePoissonLaw) {
  constexpr double rate = 2.5;
  const auto generator = generator_with<6>([](int i, int j) { return j == i + 1 ? rate : 0.0; });
  LaneMatrix<6> transition;
  exponential<6>(generator, transition, squarings_for(rate));
  double expected = std::exp(-rate);
  for (std::size_t j = 0; j < 5; ++j) {
    EXPECT_NEAR(transition[0][j][3] / expected, 1.0, 2e-14) << j;
    expected *= rate / static_cast<double>(j + 1);
  }
  EXPECT_EQ(transition[3][1][3], 0.0);
}

TEST(Exponential, OfNoMovementIsTheIdentity) {
  const auto generator = generator_with<5>([](int, int) { return 0.0; });
  LaneMatrix<5> transition;
  exponential<5>(generator, transition);
  for (std::size_t i = 0; i < 5; ++i) {
    for (std::size_t j = 0; j < 5; ++j) EXPECT_TRUE((transition[i][j] == (i == j ? 1.0 : 0.0)).all());
  }
}

RC_GTEST_PROP(Exponential, IsStochasticAndAccurateInEveryEntryHoweverSmall, ()) {
  const auto generator = *random_generator<5>(3.0);
  LaneMatrix<5> transition;
  exponential<5>(generator, transition);
  for (int lane = 0; lane < units::lane_count; ++lane) {
    const auto expected = long_double_exponential<5>(generator, lane);
    for (std::size_t i = 0; i < 5; ++i) {
      double sum = 0.0;
      for (std::size_t j = 0; j < 5; ++j) {
        const double entry = transition[i][j][lane];
        RC_ASSERT(entry >= 0.0);
        sum += entry;
        const auto exact = static_cast<double>(expected[i][j]);
        if (std::abs(entry - exact) > 1e-13 * exact) {
          RC_FAIL("entry " + std::to_string(i) + "," + std::to_string(j) + " lane " + std::to_string(lane) +
                  " off by " + std::to_string((entry / exact - 1.0) * 1e13) + "e-13");
        }
      }
      RC_ASSERT(std::abs(sum - 1.0) <= 4 * std::numeric_limits<double>::epsilon());
    }
  }
}

RC_GTEST_PROP(Exponential, DoesNotReadTheDiagonal, ()) {
  auto generator = *random_generator<4>(1.0);
  LaneMatrix<4> with_diagonal;
  exponential<4>(generator, with_diagonal, 1);
  for (std::size_t i = 0; i < 4; ++i) generator[i][i].setConstant(std::numeric_limits<double>::quiet_NaN());
  LaneMatrix<4> without;
  exponential<4>(generator, without, 1);
  for (std::size_t i = 0; i < 4; ++i) {
    for (std::size_t j = 0; j < 4; ++j) RC_ASSERT((with_diagonal[i][j] == without[i][j]).all());
  }
}

RC_GTEST_PROP(Exponential, OfOneLaneHasTheSameBitsWhateverItsNeighboursHold, ()) {
  const auto generator = *random_generator<5>(3.0);
  const int kept = *rc::gen::inRange(0, units::lane_count);
  LaneMatrix<5> transition;
  exponential<5>(generator, transition);
  auto other = *random_generator<5>(3.0);
  const int moved = *rc::gen::inRange(0, units::lane_count);
  for (std::size_t i = 0; i < 5; ++i) {
    for (std::size_t j = 0; j < 5; ++j) other[i][j][moved] = generator[i][j][kept];
  }
  LaneMatrix<5> again;
  exponential<5>(other, again);
  for (std::size_t i = 0; i < 5; ++i) {
    for (std::size_t j = 0; j < 5; ++j) RC_ASSERT(again[i][j][moved] == transition[i][j][kept]);
  }
}

RC_GTEST_PROP(Exponential, WithFewerTermsIsStochasticAndAsNearAsSaid, ()) {
  // Every state can be reached from each other in one step, nobody leaves at more than a half.
  LaneMatrix<5> generator;
  for (std::size_t i = 0; i < 5; ++i) {
    for (std::size_t j = 0; j < 5; ++j) {
      for (int lane = 0; lane < units::lane_count; ++lane) generator[i][j][lane] = *rc::gen::inRange(1, 126) / 1000.0;
    }
  }
  LaneMatrix<5> whole, twelve, six;
  exponential<5>(generator, whole, 0);
  exponential<5>(generator, twelve, 0, Terms::twelve);
  exponential<5>(generator, six, 0, Terms::six);
  for (std::size_t i = 0; i < 5; ++i) {
    units::Lane sum_of_twelve = units::Lane::Zero();
    units::Lane sum_of_six = units::Lane::Zero();
    for (std::size_t j = 0; j < 5; ++j) {
      RC_ASSERT(((twelve[i][j] / whole[i][j] - 1.0).abs() < 1e-11).all());
      RC_ASSERT(((six[i][j] / whole[i][j] - 1.0).abs() < 2e-4).all());
      sum_of_twelve += twelve[i][j];
      sum_of_six += six[i][j];
    }
    RC_ASSERT(((sum_of_twelve - 1.0).abs() <= 4 * std::numeric_limits<double>::epsilon()).all());
    RC_ASSERT(((sum_of_six - 1.0).abs() <= 4 * std::numeric_limits<double>::epsilon()).all());
  }
}

TEST(SquaringsFor, HalvesTheRateUntilThePolynomialIsAccurate) {
  EXPECT_EQ(squarings_for(0.0), 0);
  EXPECT_EQ(squarings_for(0.75), 0);
  EXPECT_EQ(squarings_for(0.76), 1);
  EXPECT_EQ(squarings_for(3.0), default_squarings);
  EXPECT_EQ(squarings_for(3.1), 3);
}

TEST(SquaringsFor, RefusesARateThatIsNone) {
  EXPECT_THROW(squarings_for(-1.0), std::invalid_argument);
  EXPECT_THROW(squarings_for(std::numeric_limits<double>::infinity()), std::invalid_argument);
  EXPECT_THROW(squarings_for(std::numeric_limits<double>::quiet_NaN()), std::invalid_argument);
}

}  // namespace
}  // namespace jobcast::lanes
