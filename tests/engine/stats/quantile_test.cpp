#include "engine/stats/quantile.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <limits>
#include <stdexcept>

namespace jobcast::stats {
namespace {

TEST(Quantile, IsTypeSevenOfHyndmanAndFan) {
  // R: quantile(c(2, 9, 4, 7, 1), c(0, .1, .25, .5, .9, 1), type = 7)
  const std::vector<double> sample{2.0, 9.0, 4.0, 7.0, 1.0};
  EXPECT_DOUBLE_EQ(quantile(sample, 0.0), 1.0);
  EXPECT_DOUBLE_EQ(quantile(sample, 0.1), 1.4);
  EXPECT_DOUBLE_EQ(quantile(sample, 0.25), 2.0);
  EXPECT_DOUBLE_EQ(quantile(sample, 0.5), 4.0);
  EXPECT_DOUBLE_EQ(quantile(sample, 0.9), 8.2);
  EXPECT_DOUBLE_EQ(quantile(sample, 1.0), 9.0);
}

TEST(Quantile, OfOneNumberIsThatNumber) { EXPECT_EQ(quantile(std::vector{3.0}, 0.7), 3.0); }

TEST(Quantile, RefusesWhatHasNone) {
  const std::vector<double> sample{1.0, 2.0};
  EXPECT_THROW(quantile({}, 0.5), std::invalid_argument);
  EXPECT_THROW(quantile(sample, 1.01), std::invalid_argument);
  EXPECT_THROW(quantile(sample, -0.01), std::invalid_argument);
  EXPECT_THROW(quantile(sample, std::numeric_limits<double>::quiet_NaN()), std::invalid_argument);
  EXPECT_THROW(quantile(std::vector{1.0, std::numeric_limits<double>::quiet_NaN()}, 0.5), std::invalid_argument);
}

TEST(CentralInterval, LeavesTheSameShareOnBothSides) {
  std::vector<double> sample;
  for (int i = 0; i <= 100; ++i) sample.push_back(100.0 - i);
  const auto interval = central_interval(sample, 0.8);
  EXPECT_NEAR(interval.low, 10.0, 1e-12);
  EXPECT_NEAR(interval.high, 90.0, 1e-12);
  EXPECT_TRUE(interval.contains(10.5));
  EXPECT_FALSE(interval.contains(90.5));
}

RC_GTEST_PROP(Quantile, IsTheSameWhateverTheOrderAndHoweverAsked, ()) {
  const auto numbers = *rc::gen::nonEmpty(
      rc::gen::container<std::vector<double>>(rc::gen::map(rc::gen::inRange(-50, 50), [](int x) { return x / 3.0; })));
  const double share = *rc::gen::inRange(0, 1001) / 1000.0;
  auto sorted = numbers;
  std::sort(sorted.begin(), sorted.end());
  auto reversed = sorted;
  std::reverse(reversed.begin(), reversed.end());
  const double one = quantile(numbers, share);
  RC_ASSERT(one == quantile(reversed, share));
  RC_ASSERT(one == quantile_of_sorted(sorted, share));
  RC_ASSERT(one == quantiles(numbers, std::vector{share})[0]);
  RC_ASSERT(sorted.front() <= one && one <= sorted.back());
}

RC_GTEST_PROP(Quantile, RisesWithTheShare, ()) {
  const auto numbers = *rc::gen::nonEmpty(rc::gen::container<std::vector<double>>(
      rc::gen::map(rc::gen::inRange(-1000, 1000), [](int x) { return x / 7.0; })));
  std::vector<double> shares;
  for (int step = 0; step <= 50; ++step) shares.push_back(step / 50.0);
  const auto result = quantiles(numbers, shares);
  RC_ASSERT(std::is_sorted(result.begin(), result.end()));
}

}  // namespace
}  // namespace jobcast::stats
