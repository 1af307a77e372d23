#include "models/tracking/execution_rate.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace jobcast::tracking {
namespace {

using random::Distribution;

constexpr double halfway = 0.1;

ExecutionRate wide_prior() { return prior_rate(Distribution::triangular(0.4, 0.8, 1.0)); }
ExecutionRate narrow_prior() { return prior_rate(Distribution::triangular(0.97, 1.0, 1.0)); }

TEST(ExecutionRate, HasTheTrianglesMoments) {
  const auto prior = wide_prior();
  EXPECT_NEAR(prior.mean, (0.4 + 0.8 + 1.0) / 3.0, 1e-6);
  EXPECT_NEAR(prior.sd, std::sqrt((0.16 + 0.64 + 1.0 - 0.32 - 0.4 - 0.8) / 18.0), 1e-5);
}

TEST(ExecutionRate, NarrowsAndDoesNotShiftWhereTheActualIsWhatWasExpected) {
  for (const auto& prior : {wide_prior(), narrow_prior(), prior_rate(Distribution::uniform(0.6, 1.0))}) {
    // Places that come evenly, and posts that were all due in January.
    for (const double due : {0.5, 1.0}) {
      double sd = prior.sd;
      for (const double passed : {0.1, 0.5, 0.9, 0.99}) {
        const auto after = updated_rate(prior, due * prior.mean, {.due = due, .time = passed}, halfway);
        EXPECT_NEAR(after.mean, prior.mean, 1e-9);
        EXPECT_LT(after.sd, sd) << "the later, the surer";
        EXPECT_EQ(after.surprise, 0.0);
        EXPECT_EQ(after.distribution.shape, prior.distribution.shape) << "moved and squeezed, not another shape";
        sd = after.sd;
      }
    }
  }
}

TEST(ExecutionRate, IsTheNormalUpdateOfABridge) {
  const auto prior = wide_prior();
  const double passed = 0.3;
  const double rate = 0.85;
  const double noise = 4.0 * halfway * halfway * (1.0 - passed) / passed;
  const double gain = prior.sd * prior.sd / (prior.sd * prior.sd + noise);
  const auto after = updated_rate(prior, passed * rate, {.due = passed, .time = passed}, halfway);
  EXPECT_NEAR(after.mean, prior.mean + gain * (rate - prior.mean), 2e-3) << "but for the bounds";
  EXPECT_NEAR(after.sd, prior.sd * std::sqrt(1.0 - gain), 2e-3);
}

TEST(ExecutionRate, BecomesTheActualAtTheYearsEnd) {
  for (const double actual : {0.0, 0.55, 0.98, 1.2}) {
    const auto after = updated_rate(narrow_prior(), actual, {.due = 1.0, .time = 1.0}, halfway);
    EXPECT_NEAR(after.mean, actual, 1e-12);
    EXPECT_EQ(after.sd, 0.0);
  }
}

TEST(ExecutionRate, StaysThePriorWhereNothingWasDue) {
  const auto after = updated_rate(wide_prior(), 0.2, {}, halfway);
  EXPECT_EQ(after.distribution, wide_prior().distribution);
}

TEST(ExecutionRate, LeavesAPriorThatCannotExplainTheActual) {
  // Posts that are always filled, half of them in the middle of the year.
  const auto after = updated_rate(narrow_prior(), 0.25, {.due = 0.5, .time = 0.5}, halfway);
  EXPECT_GT(after.surprise, 0.4);
  EXPECT_LT(after.mean, 0.6);
  EXPECT_GT(after.sd, narrow_prior().sd) << "a surprise does not make sure";
  const auto fixed = updated_rate(prior_rate(Distribution::fixed(1.0)), 0.25, {.due = 0.5, .time = 0.5}, halfway);
  EXPECT_LT(fixed.mean, 0.6) << "not even a prior without spread outlives the facts";
  const auto on_plan = updated_rate(prior_rate(Distribution::fixed(1.0)), 0.5, {.due = 0.5, .time = 0.5}, halfway);
  EXPECT_EQ(on_plan.distribution, Distribution::fixed(1.0));
}

RC_GTEST_PROP(ExecutionRate, NeverUndoesWhatIsDoneAndLiesBetweenPriorAndActual, ()) {
  const double passed = *rc::gen::inRange(1, 100) / 100.0;
  const double rate = *rc::gen::inRange(0, 150) / 100.0;
  const auto prior = *rc::gen::element(wide_prior(), narrow_prior(), prior_rate(Distribution::uniform(0.5, 1.0)));
  const auto after = updated_rate(prior, passed * rate, {.due = passed, .time = passed}, halfway);
  RC_ASSERT(after.distribution.quantile(1e-6) >= passed * rate - 1e-12);
  RC_ASSERT(after.distribution.quantile(1e-6) >= 0.0);
  // Bounds may push the mean a little past the normal update's.
  const double air = 0.02 + after.sd;
  RC_ASSERT(after.mean >= std::min(prior.mean, rate) - air);
  RC_ASSERT(after.mean <= std::max(prior.mean, rate) + air);
}

}  // namespace
}  // namespace jobcast::tracking
