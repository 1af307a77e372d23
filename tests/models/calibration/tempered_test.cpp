#include "models/calibration/tempered.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/parallel/threads.hpp"
#include "engine/stats/moments.hpp"

namespace jobcast::calibration {
namespace {

/// Two scores; the data see their sum with an error of 0.1 about 3: known in closed form.
double sum_seen(const Eigen::VectorXd& scores) {
  const double surprise = (3.0 - scores.sum()) / 0.1;
  return -0.5 * surprise * surprise;
}

TEST(Temper, FindsTheNormalPosteriorThatTheTextbookHas) {
  const auto tempered = temper(2, {.members = 4000}, sum_seen);
  stats::Moments sum, difference;
  for (Eigen::Index member = 0; member < tempered.scores.cols(); ++member) {
    sum.add(tempered.scores(0, member) + tempered.scores(1, member));
    difference.add(tempered.scores(0, member) - tempered.scores(1, member));
  }
  // Prior variance of the sum 2, error 0.01: mean 3 * 2 / 2.01, variance 2 * 0.01 / 2.01; the difference stays as it
  // was.
  EXPECT_NEAR(sum.mean(), 3.0 * 2.0 / 2.01, 0.01);
  EXPECT_NEAR(sum.standard_deviation(), std::sqrt(0.02 / 2.01), 0.01);
  EXPECT_NEAR(difference.mean(), 0.0, 0.1);
  EXPECT_NEAR(difference.standard_deviation(), std::sqrt(2.0), 0.1);
  EXPECT_EQ(tempered.exponents.back(), 1.0);
  EXPECT_GT(tempered.exponents.size(), 2U) << "so sharp a likelihood needs stages";
  for (const double effective : tempered.effective) EXPECT_GE(effective, 0.49 * 4000);
}

TEST(Temper, LeavesThePriorWhereTheDataSayNothing) {
  const auto tempered = temper(1, {.members = 4000}, [](const Eigen::VectorXd&) { return -7.0; });
  stats::Moments score;
  for (const double value : tempered.scores.reshaped()) score.add(value);
  EXPECT_NEAR(score.mean(), 0.0, 0.07);
  EXPECT_NEAR(score.standard_deviation(), 1.0, 0.05);
  EXPECT_EQ(tempered.exponents.size(), 1U);
}

TEST(Temper, HasTheSameBitsOnOneAndOnThreeThreadsAndOthersForAnotherSeed) {
  const auto on = [](int threads, std::uint64_t seed) {
    Tempered tempered;
    parallel::on_threads(threads, [&] { tempered = temper(2, {.members = 200, .seed = seed}, sum_seen); });
    return tempered.scores;
  };
  EXPECT_EQ(on(1, 1), on(3, 1));
  EXPECT_NE(on(1, 1), on(1, 2));
}

}  // namespace
}  // namespace jobcast::calibration
