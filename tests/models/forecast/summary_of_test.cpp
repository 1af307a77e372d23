#include "models/forecast/summary_of.hpp"

#include <gtest/gtest.h>

namespace jobcast::forecast {
namespace {

TEST(Summary, OfTheNumbersOneToHundredAndOneIsKnown) {
  std::vector<double> draws;
  for (int i = 101; i >= 1; --i) draws.push_back(i);
  const Summary summary = summary_of(draws);
  EXPECT_DOUBLE_EQ(summary.mean, 51.0);
  EXPECT_NEAR(summary.sd, 29.300170647967224, 1e-12);
  EXPECT_DOUBLE_EQ(summary.p05, 6.0);
  EXPECT_DOUBLE_EQ(summary.p25, 26.0);
  EXPECT_DOUBLE_EQ(summary.p50, 51.0);
  EXPECT_DOUBLE_EQ(summary.p75, 76.0);
  EXPECT_DOUBLE_EQ(summary.p95, 96.0);
}

TEST(Summary, OfASumAddsDrawByDrawSoThatOppositesCancel) {
  const std::vector<double> up{1, 2, 3, 4};
  const std::vector<double> down{4, 3, 2, 1};
  const auto range = range_of_sum({up, down});
  EXPECT_DOUBLE_EQ(range.mean, 5.0);
  EXPECT_DOUBLE_EQ(range.p05, 5.0);
  EXPECT_DOUBLE_EQ(range.p95, 5.0);
}

}  // namespace
}  // namespace jobcast::forecast
