#include "engine/stats/moments.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <vector>

namespace jobcast::stats {
namespace {

TEST(CompensatedSum, KeepsWhatRoundingLoses) {
  CompensatedSum sum;
  for (const double term : {1.0, 1e100, 1.0, -1e100}) sum.add(term);
  EXPECT_EQ(sum.value(), 2.0);  // Neumaier's own example; a plain sum gives 0, Kahan's 0 as well
}

TEST(CompensatedSum, MergesWithWhatTheOtherLost) {
  CompensatedSum first;
  CompensatedSum second;
  first.add(1e100);
  first.add(1.0);
  second.add(-1e100);
  second.add(1.0);
  first.merge(second);
  EXPECT_EQ(first.value(), 2.0);
}

TEST(Moments, OfAFarAwaySampleDoNotCancel) {
  Moments moments;
  for (const double x : {1e9 + 4.0, 1e9 + 7.0, 1e9 + 13.0, 1e9 + 16.0}) moments.add(x);
  EXPECT_EQ(moments.mean(), 1e9 + 10.0);
  EXPECT_EQ(moments.variance(), 30.0);
  EXPECT_EQ(moments.standard_error(), std::sqrt(7.5));
  EXPECT_EQ(moments.least(), 1e9 + 4.0);
  EXPECT_EQ(moments.greatest(), 1e9 + 16.0);
}

TEST(Moments, OfNothingAreZero) {
  const Moments moments;
  EXPECT_EQ(moments.count(), 0);
  EXPECT_EQ(moments.variance(), 0.0);
  EXPECT_EQ(moments.standard_error(), 0.0);
}

RC_GTEST_PROP(Moments, MergedFromPartsAreThoseOfTheWhole,
              (const std::vector<int>& numbers, const std::vector<bool>& side)) {
  Moments whole;
  Moments left;
  Moments right;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const double x = numbers[i] / 8.0;
    whole.add(x);
    (i < side.size() && side[i] ? left : right).add(x);
  }
  left.merge(right);
  RC_ASSERT(left.count() == whole.count());
  RC_ASSERT(left.least() == whole.least());
  RC_ASSERT(left.greatest() == whole.greatest());
  RC_ASSERT(std::abs(left.mean() - whole.mean()) <=
            1e-12 * (1.0 + std::abs(whole.mean()) + whole.standard_deviation()));
  RC_ASSERT(std::abs(left.variance() - whole.variance()) <= 1e-11 * (1.0 + whole.variance()));
}

}  // namespace
}  // namespace jobcast::stats
