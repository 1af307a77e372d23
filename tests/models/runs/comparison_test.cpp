#include "models/runs/comparison.hpp"

#include <gmock/gmock.h>
#include <rapidcheck.h>

#include <cmath>

#include "engine/stats/moments.hpp"
#include "models/forecast/futures.hpp"
#include "models/runs/run_of.hpp"
#include "tests/models/forecast/jeongseon.hpp"
#include "tests/models/runs/hand_made.hpp"

namespace jobcast::runs {
namespace {

using testing::HandMade;
using testing::run;

TEST(Compare, SubtractsDrawByDraw) {
  const auto found =
      compare(run({.truth = {58.0, 60.0, 62.0, 64.0}}), run({.scenario = "cut", .truth = {57.0, 59.5, 61.0, 63.5}}));
  ASSERT_EQ(found.indicators.size(), plan::indicator_names.size());
  const auto& difference = found.indicators.front().truth;
  EXPECT_DOUBLE_EQ(difference.first, 61.0);
  EXPECT_DOUBLE_EQ(difference.second, 60.25);
  EXPECT_DOUBLE_EQ(difference.mean, -0.75);
  // Differences -1, -0.5, -1, -0.5: variance 0.25/3, quantiles between order statistics (type 7).
  EXPECT_DOUBLE_EQ(difference.sd, std::sqrt(0.25 / 3.0));
  EXPECT_DOUBLE_EQ(difference.monte_carlo_error, difference.sd / 2.0);
  EXPECT_DOUBLE_EQ(difference.p05, -1.0);
  EXPECT_DOUBLE_EQ(difference.p50, -0.75);
  EXPECT_DOUBLE_EQ(difference.p95, -0.5);
}

TEST(Compare, CountsOnlyTheDrawsInWhichTheRunsPart) {
  const auto found = compare(run({.target = 60.0, .truth = {58.0, 60.0, 62.0, 64.0}}),
                             run({.scenario = "cut", .target = 60.0, .truth = {57.0, 59.9, 62.0, 64.0}}));
  const auto& chance = found.indicators.front().published_meets_target;
  EXPECT_DOUBLE_EQ(chance.first, 0.75);
  EXPECT_DOUBLE_EQ(chance.second, 0.5);
  EXPECT_DOUBLE_EQ(chance.change, -0.25);
  EXPECT_DOUBLE_EQ(chance.monte_carlo_error, 0.25);  // changes 0, -1, 0, 0: variance 1/4 of 4 draws
}

TEST(Compare, FindsNoDifferenceBetweenARunAndItself) {
  const auto one = run({.truth = {58.0, 60.0, 62.0}});
  for (const auto& row : compare(one, one).indicators) {
    EXPECT_EQ(row.truth.mean, 0.0);
    EXPECT_EQ(row.truth.p05, 0.0);
    EXPECT_EQ(row.truth.p95, 0.0);
    EXPECT_EQ(row.truth.monte_carlo_error, 0.0);
    EXPECT_EQ(row.published_meets_target.change, 0.0);
  }
}

TEST(Compare, TurnsRoundWhenTheRunsAreSwapped) {
  rc::check([] {
    const auto draws = *rc::gen::container<std::vector<int>>(6, rc::gen::inRange(550, 650));
    const std::vector<double> first{draws[0] / 10.0, draws[1] / 10.0, draws[2] / 10.0};
    const std::vector<double> second{draws[3] / 10.0, draws[4] / 10.0, draws[5] / 10.0};
    const auto a = run({.truth = first});
    const auto b = run({.scenario = "b", .truth = second});
    const auto there = compare(a, b).indicators.front();
    const auto back = compare(b, a).indicators.front();
    RC_ASSERT(std::abs(there.truth.mean + back.truth.mean) < 1e-9);
    RC_ASSERT(std::abs(there.truth.p05 + back.truth.p95) < 1e-9);
    RC_ASSERT(there.published_meets_target.change == -back.published_meets_target.change);
    RC_ASSERT(there.truth.monte_carlo_error >= 0.0);
  });
}

TEST(Compare, TakesTheDrawsThatBothHaveAndSaysSo) {
  const auto found = compare(run({.truth = {58.0, 60.0, 99.0}}), run({.scenario = "cut", .truth = {57.0, 59.0}}));
  EXPECT_EQ(found.draws, 2);
  EXPECT_TRUE(found.other_draws);
  EXPECT_DOUBLE_EQ(found.indicators.front().truth.mean, -1.0);
  EXPECT_DOUBLE_EQ(found.indicators.front().truth.first, 59.0);
}

TEST(Compare, SaysWhenThePackOrTheVersionIsAnother) {
  const HandMade first{.truth = {58.0}};
  EXPECT_FALSE(compare(run(first), run({.scenario = "cut", .truth = {57.0}})).other_pack);
  EXPECT_TRUE(compare(run(first), run({.pack = "two", .truth = {57.0}})).other_pack);
  EXPECT_TRUE(compare(run(first), run({.engine = "2", .truth = {57.0}})).other_engine);
}

TEST(WhyNot, NamesWhatKeepsRunsFromBeingCompared) {
  const auto first = run({.truth = {58.0}});
  EXPECT_EQ(why_not(first, run({.truth = {57.0}})), std::nullopt);
  EXPECT_EQ(why_not(first, run({.plan = "other", .truth = {57.0}})), Refusal::other_plan);
  EXPECT_EQ(why_not(first, run({.seed = 2, .truth = {57.0}})), Refusal::other_seed);
  EXPECT_EQ(why_not(first, run({.truth = {57.0}, .draws_kept = false})), Refusal::no_draws);
  EXPECT_EQ(why_not(first, run({.survey = time::make_date(2025, 10, 12), .truth = {57.0}})), Refusal::no_common_survey);
  EXPECT_THROW(compare(first, run({.seed = 2, .truth = {57.0}})), std::invalid_argument);
}

TEST(Compare, OfRealScenariosIsFarNarrowerThanTwoForecastsApart) {
  using forecast::test::jeongseon;
  const forecast::Request request{
      .draws = 400, .seed = 3, .threads = 1, .split_uncertainty = false, .until = time::make_date(2024, 12, 31)};
  const forecast::Futures futures(jeongseon(), scenario::as_written(jeongseon()), request);
  const auto stored = [&](const std::string& name) {
    const auto drawn = futures.answer_drawn(forecast::test::named(name));
    return run_of(jeongseon(), drawn,
                  {.key = store::Fingerprint::of_bytes(name), .pack = "", .engine = "1", .until = {}},
                  Keep::outcomes_and_draws);
  };
  const auto plan = stored("plan");
  const auto found = compare(plan, stored("county-cut-10"));
  const auto& rate = found.indicators[forecast::indicator_count];  // October, 15-64
  const auto alone = indicators_of(plan)[forecast::indicator_count].forecast;
  EXPECT_LT(rate.truth.mean, 0.0) << "less money, less employment";
  EXPECT_LT(rate.truth.p95 - rate.truth.p05, (alone.truth.p95 - alone.truth.p05) / 4.0);
  EXPECT_NEAR(rate.truth.first, alone.truth.mean, 4e-6) << "kept in single precision: half its last digit at 77";
}

TEST(Differences, AreThoseOfTheComparisonAndComeBackFromTheOutcomes) {
  const auto first = run({.truth = {58.0, 60.0, 62.0, 64.0}});
  const auto second = run({.scenario = "cut", .truth = {57.0, 59.5, 61.0, 63.5}});
  const auto expected = compare(first, second).indicators;
  const auto rows = differences(first, second);
  ASSERT_FALSE(expected.empty());
  for (const auto& each : expected) {
    const auto kept = kept_difference(rows, each.id, each.reference_week);
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->mean, each.truth.mean);
    EXPECT_EQ(kept->p95, each.truth.p95);
    EXPECT_EQ(kept->monte_carlo_error, each.truth.monte_carlo_error);
    EXPECT_EQ(kept->chance, each.published_meets_target.change);
    EXPECT_EQ(kept->chance_monte_carlo_error, each.published_meets_target.monte_carlo_error);
  }
  EXPECT_FALSE(kept_difference(first.outcomes, expected[0].id, expected[0].reference_week));
}

}  // namespace
}  // namespace jobcast::runs
