#include "engine/stats/proportion.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

namespace jobcast::stats {
namespace {

double binomial_upper_tail(std::int64_t least, std::int64_t trials, double p) {
  double sum = 0.0;
  for (std::int64_t k = least; k <= trials; ++k) {
    const auto n = static_cast<double>(trials);
    const auto x = static_cast<double>(k);
    sum += std::exp(std::lgamma(n + 1) - std::lgamma(x + 1) - std::lgamma(n - x + 1) + x * std::log(p) +
                    (n - x) * std::log1p(-p));
  }
  return sum;
}

TEST(Proportion, EstimatesWithItsStandardError) {
  const Proportion proportion(30, 120);
  EXPECT_EQ(proportion.estimate(), 0.25);
  EXPECT_DOUBLE_EQ(proportion.standard_error(), std::sqrt(0.25 * 0.75 / 120.0));
}

TEST(Proportion, HasThePublishedWilsonIntervals) {
  // Newcombe (1998), Statistics in Medicine 17:857-872, table I, method 3.
  struct Row {
    std::int64_t successes, trials;
    double low, high;
  };
  for (const auto& [successes, trials, low, high] : {Row{81, 263, 0.2553, 0.3662}, Row{15, 148, 0.0624, 0.1605},
                                                     Row{0, 20, 0.0, 0.1611}, Row{1, 29, 0.0061, 0.1718}}) {
    const auto interval = Proportion(successes, trials).wilson();
    EXPECT_NEAR(interval.low, low, 5e-5) << successes << "/" << trials;
    EXPECT_NEAR(interval.high, high, 5e-5) << successes << "/" << trials;
  }
}

TEST(Proportion, HasThePublishedExactIntervals) {
  // The same table, method 5.
  struct Row {
    std::int64_t successes, trials;
    double low, high;
  };
  for (const auto& [successes, trials, low, high] : {Row{81, 263, 0.2527, 0.3676}, Row{15, 148, 0.0578, 0.1617},
                                                     Row{0, 20, 0.0, 0.1684}, Row{1, 29, 0.0009, 0.1776}}) {
    const auto interval = Proportion(successes, trials).clopper_pearson();
    EXPECT_NEAR(interval.low, low, 5e-5) << successes << "/" << trials;
    EXPECT_NEAR(interval.high, high, 5e-5) << successes << "/" << trials;
  }
}

TEST(Proportion, ExactIntervalEndsWhereTheBinomialTailIsHalfTheDoubt) {
  const auto interval = Proportion(7, 40).clopper_pearson(0.9);
  EXPECT_NEAR(binomial_upper_tail(7, 40, interval.low), 0.05, 1e-10);
  EXPECT_NEAR(1.0 - binomial_upper_tail(8, 40, interval.high), 0.05, 1e-10);
}

TEST(Proportion, IntervalsReachTheEndsWhenNothingOrEverythingHappened) {
  EXPECT_EQ(Proportion(0, 10).wilson().low, 0.0);
  EXPECT_EQ(Proportion(10, 10).wilson().high, 1.0);
  EXPECT_EQ(Proportion(0, 10).clopper_pearson().low, 0.0);
  EXPECT_EQ(Proportion(10, 10).clopper_pearson().high, 1.0);
  EXPECT_NEAR(Proportion(0, 10).clopper_pearson().high, 1.0 - std::pow(0.025, 0.1), 1e-12);
}

TEST(Proportion, RefusesCountsThatCannotBe) {
  EXPECT_THROW(Proportion(0, 0), std::invalid_argument);
  EXPECT_THROW(Proportion(3, 2), std::invalid_argument);
  EXPECT_THROW(Proportion(-1, 2), std::invalid_argument);
  EXPECT_THROW(static_cast<void>(Proportion(1, 2).wilson(1.0)), std::invalid_argument);
}

TEST(Coverage, CountsOutcomesInsideTheirIntervals) {
  Coverage coverage;
  coverage.add({0.0, 1.0}, 0.5);
  coverage.add({0.0, 1.0}, 1.0);
  coverage.add({0.0, 1.0}, 1.1);
  EXPECT_EQ(coverage.covered().successes(), 2);
  EXPECT_EQ(coverage.covered().trials(), 3);
  EXPECT_THROW(static_cast<void>(Coverage().covered()), std::invalid_argument);
}

}  // namespace
}  // namespace jobcast::stats
