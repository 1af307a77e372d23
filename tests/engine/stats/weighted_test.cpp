#include "engine/stats/weighted.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <cmath>
#include <stdexcept>

#include "engine/stats/moments.hpp"

namespace jobcast::stats {
namespace {

TEST(Weighted, CountsAMemberAsOftenAsItsWeightSays) {
  const std::vector<double> sample{1.0, 2.0, 5.0};
  const std::vector<double> weights{0.5, 0.25, 0.25};
  EXPECT_DOUBLE_EQ(weighted_mean(sample, weights), 2.25);
  EXPECT_DOUBLE_EQ(weighted_variance(sample, weights), 0.5 * 1.5625 + 0.25 * 0.0625 + 0.25 * 7.5625);
  EXPECT_DOUBLE_EQ(weighted_error(sample, weights), std::sqrt(0.25 * 1.5625 + 0.0625 * 0.0625 + 0.0625 * 7.5625));
}

TEST(Weighted, PutsQuantilesBetweenTheMiddlesOfTheWeights) {
  const std::vector<double> sample{5.0, 1.0, 2.0};
  const std::vector<double> weights{0.25, 0.5, 0.25};
  // Middles: 1 at 0.25, 2 at 0.625, 5 at 0.875.
  const auto quantiles = weighted_quantiles(sample, weights, std::array{0.0, 0.25, 0.4375, 0.75, 1.0});
  EXPECT_EQ(quantiles, (std::vector<double>{1.0, 1.0, 1.5, 3.5, 5.0}));
  EXPECT_THROW(weighted_quantiles({}, {}, std::array{0.5}), std::invalid_argument);
}

TEST(Weighted, GivesAllToOneMemberThatHasAllTheWeight) {
  const std::vector<double> sample{3.0, 7.0, 4.0};
  const std::vector<double> weights{0.0, 1.0, 0.0};
  for (const double quantile : weighted_quantiles(sample, weights, std::array{0.05, 0.5, 0.95})) {
    EXPECT_GE(quantile, 4.0);
    EXPECT_LE(quantile, 7.0);
  }
  EXPECT_EQ(weighted_quantiles(sample, weights, std::array{0.5})[0], 7.0);
  EXPECT_EQ(weighted_error(sample, weights), 0.0);
}

RC_GTEST_PROP(Weighted, IsThePlainMeanAndErrorWhereAllCountAlike, ()) {
  const auto raw = *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(-1000, 1000)));
  const std::vector<double> sample(raw.begin(), raw.end());
  const std::vector<double> weights(sample.size(), 1.0 / static_cast<double>(sample.size()));
  Moments moments;
  for (const double each : sample) moments.add(each);
  const auto n = static_cast<double>(sample.size());
  RC_ASSERT(std::abs(weighted_mean(sample, weights) - moments.mean()) < 1e-9);
  RC_ASSERT(std::abs(weighted_error(sample, weights) - moments.standard_error() * std::sqrt((n - 1.0) / n)) < 1e-9);
  const auto quantiles = weighted_quantiles(sample, weights, std::array{0.1, 0.5, 0.9});
  RC_ASSERT(moments.least() <= quantiles[0] && quantiles[0] <= quantiles[1]);
  RC_ASSERT(quantiles[1] <= quantiles[2] && quantiles[2] <= moments.greatest());
}

}  // namespace
}  // namespace jobcast::stats
