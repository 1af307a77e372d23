#include "models/calibration/check.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "tests/models/calibration/plans.hpp"

namespace jobcast::calibration {
namespace {

TEST(UniformPValue, IsThatOfTheChiSquaredTest) {
  EXPECT_DOUBLE_EQ(uniform_p_value({10, 10, 10, 10}), 1.0);
  // Statistic 20 with four degrees of freedom, and 10 with three.
  EXPECT_NEAR(uniform_p_value({20, 10, 10, 10, 0}), 0.000499, 1e-4);
  EXPECT_NEAR(uniform_p_value({15, 5, 15, 5}), 0.0186, 1e-4);
}

TEST(CorrectByHolm, FailsTheSmallestFirstAndStopsAtTheFirstThatHolds) {
  std::vector<RankTest> tests{{"a", {}, 0.04, true}, {"b", {}, 0.001, true}, {"c", {}, 0.03, true}};
  correct_by_holm(tests);
  EXPECT_TRUE(tests[0].passes);
  EXPECT_FALSE(tests[1].passes) << "0.001 < 0.05 / 3";
  EXPECT_TRUE(tests[2].passes) << "0.03 > 0.05 / 2";
}

const Calibration& checked_jeongseon() {
  static const Calibration calibration = calibrate(test::jeongseon(), {.members = 400});
  return calibration;
}

TEST(CollapsedColumns, AreThoseWithFewValuesOrNoSpread) {
  EXPECT_TRUE(collapsed_columns(checked_jeongseon()).empty());
  Calibration collapsed = checked_jeongseon();
  std::fill(collapsed.columns.at("labour.common_share").begin(), collapsed.columns.at("labour.common_share").end(),
            0.3);
  for (auto& parameter : collapsed.parameters) {
    if (parameter.column == "labour.level_50_64") parameter.sd = 1e-5 * parameter.prior_sd;
  }
  EXPECT_EQ(collapsed_columns(collapsed), (std::vector<std::string>{"labour.level_50_64", "labour.common_share"}));
}

TEST(Check, PassesForTheMethodOnHistoriesItMadeItself) {
  const Check result = check(test::jeongseon(), checked_jeongseon(), {.histories = 60, .members = 99});
  EXPECT_TRUE(result.sound);
  EXPECT_EQ(result.ranks.size(), checked_jeongseon().parameters.size());
  for (const auto& test : result.ranks) EXPECT_TRUE(test.passes) << test.column << " " << test.p_value;
  EXPECT_GT(result.distinct, 0.02);
  EXPECT_GT(result.least_acceptance, 0.1);
}

TEST(Check, FailsForAMethodThatIsToldTooLittleTime) {
  // Without moves the resampled members are copies of each other, and ranks crowd together.
  const Check result = check(test::jeongseon(), checked_jeongseon(), {.histories = 60, .members = 10, .moves = 0});
  double least = 1.0;
  for (const auto& test : result.ranks) least = std::min(least, test.p_value);
  EXPECT_LT(least, 0.05);
}

TEST(Check, NamesAFigureThatTheModelCannotExplain) {
  const auto odd = test::with_facts(test::jeongseon(), [](plan::Fact& fact) {
    if (fact.item == "employment_rate" && fact.period == "2021H1" && fact.age == "50-64") fact.value = 55.0;
    return true;
  });
  const Check result = check(odd, calibrate(odd, {.members = 200}), {.histories = 2, .members = 20});
  const auto worst = std::max_element(result.figures.begin(), result.figures.end(), [](const auto& a, const auto& b) {
    return std::abs(a.score) < std::abs(b.score);
  });
  EXPECT_EQ(worst->what, "employment_rate 50-64");
  EXPECT_EQ(worst->period, "2021H1");
  EXPECT_LT(worst->score, -4.0);
}

}  // namespace
}  // namespace jobcast::calibration
