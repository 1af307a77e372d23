#include "models/survey/published_step.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

namespace jobcast::survey {
namespace {

/// The double nearest to tenths/10, as a table's "76.1" is read.
double decimal(int hundredths) {
  const std::string digits = std::to_string(hundredths % 100);
  return std::stod(std::to_string(hundredths / 100) + "." + (digits.size() == 1 ? "0" + digits : digits));
}

TEST(PublishedStep, RoundsEveryHundredthOfAPercentToTheTenthThatATablePrints) {
  const PublishedStep tenth(0.1);
  for (int hundredths = 0; hundredths <= 10000; ++hundredths) {
    const int tenths = (hundredths + 5) / 10;
    EXPECT_EQ(tenth.round(decimal(hundredths)), decimal(10 * tenths)) << decimal(hundredths);
    EXPECT_EQ(tenth.round(-decimal(hundredths)), -decimal(10 * tenths)) << -decimal(hundredths);
  }
}

TEST(PublishedStep, LeavesTheNeighboursOfATieOnTheirOwnSide) {
  const PublishedStep tenth(0.1);
  for (int tenths = 0; tenths < 1000; ++tenths) {
    const double tie = decimal(10 * tenths + 5);
    EXPECT_EQ(tenth.round(tie - 1e-9), decimal(10 * tenths)) << tie;
    EXPECT_EQ(tenth.round(tie), decimal(10 * tenths + 10)) << tie;
    EXPECT_EQ(tenth.round(tie + 1e-9), decimal(10 * tenths + 10)) << tie;
  }
}

TEST(PublishedStep, RoundsCountsToHundredsAndHeadsToOne) {
  const PublishedStep hundred(100.0);
  EXPECT_EQ(hundred.round(21849.999), 21800.0);
  EXPECT_EQ(hundred.round(21850.0), 21900.0);
  EXPECT_EQ(hundred.round(49.0), 0.0);
  EXPECT_EQ(hundred.step(), 100.0);
  EXPECT_EQ(PublishedStep(1.0).round(12609.5), 12610.0);
  EXPECT_EQ(PublishedStep(1.0).round(12609.49), 12609.0);
  EXPECT_DOUBLE_EQ(PublishedStep(0.1).step(), 0.1);
}

TEST(PublishedStep, MeetsATargetThatItPrintsItself) {
  const PublishedStep tenth(0.1);
  for (int tenths = 1; tenths <= 1000; ++tenths) {
    const double target = decimal(10 * tenths);
    EXPECT_TRUE(meets_target(tenth.round(target), target, tenth));
    EXPECT_TRUE(meets_target(0.1 * tenths, target, tenth)) << "the same decimal reached by multiplication";
    EXPECT_FALSE(meets_target(tenth.round(target - 0.1), target, tenth));
  }
  const units::Lane met = meets_target(units::Lane::LinSpaced(75.6, 77.1), 76.1, tenth);
  EXPECT_EQ(met.sum(), 11.0) << met.transpose();
}

RC_GTEST_PROP(PublishedStep, IsWithinHalfAStepKeepsOrderAndRoundsTwiceAsOnce, ()) {
  const PublishedStep step(*rc::gen::element(0.1, 1.0, 100.0, 0.01));
  const double a = *rc::gen::inRange(-1'000'000, 1'000'000) / 977.0;
  const double b = *rc::gen::inRange(-1'000'000, 1'000'000) / 977.0;
  RC_ASSERT(std::abs(step.round(a) - a) <= 0.5 * step.step() * (1.0 + 1e-9));
  RC_ASSERT(step.round(step.round(a)) == step.round(a));
  RC_ASSERT(step.round(-a) == -step.round(a));
  RC_ASSERT((a <= b) <= (step.round(a) <= step.round(b)));
}

}  // namespace
}  // namespace jobcast::survey
