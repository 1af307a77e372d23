#include <gtest/gtest.h>

#include <cmath>

#include "models/forecast/futures.hpp"
#include "models/labour/labour_columns.hpp"
#include "models/population/population_draw.hpp"
#include "tests/models/forecast/jeongseon.hpp"

namespace jobcast::forecast {
namespace {

using Id = plan::Indicator::Id;
namespace columns = labour::labour_columns;

/// Jeongseon with a posterior of two members in each column named.
plan::Plan with(std::map<std::string, std::vector<double>, std::less<>> members) {
  plan::Plan plan = test::jeongseon();
  plan.posterior = std::make_shared<const plan::Posterior>("made", std::move(members));
  return plan;
}

Result forecast_of(const plan::Plan& plan, int draws = 320) {
  return test::forecast(plan, scenario::as_written(plan), {.draws = draws});
}

IndicatorForecast rate_of(const Result& result) { return test::october(result, Id::employment_rate_15_64); }

TEST(Posterior, WithoutColumnsLeavesEveryBitAsItWas) {
  EXPECT_EQ(test::numbers(forecast_of(with({{"unheard of", {1.0, 2.0}}}), 64)),
            test::numbers(forecast_of(test::jeongseon(), 64)));
}

TEST(Posterior, LevelsOfTheBandsMoveTheForecast) {
  // Log-odds of 2023H2: 85.9 % and 79.1 %. Lower by a quarter each: 82.5 % and 74.7 %.
  const auto here = with({{columns::level[1], {1.807, 1.807}}, {columns::level[2], {1.331, 1.331}}});
  const auto lower = with({{columns::level[1], {1.557, 1.557}}, {columns::level[2], {1.081, 1.081}}});
  EXPECT_NEAR(rate_of(forecast_of(here)).truth.mean - rate_of(forecast_of(lower)).truth.mean, 3.4, 0.6);
}

TEST(Posterior, InnovationsDriftAndSeasonAreTheMembers) {
  const double plain = rate_of(forecast_of(test::jeongseon())).truth.sd;
  std::map<std::string, std::vector<double>, std::less<>> still;
  for (std::size_t band = 0; band < columns::innovation.size(); ++band) {
    still[columns::innovation[band]] = {0.0, 0.0};
    still[columns::level[band]] = {1.0, 1.0};
    still[columns::drift[band]] = {0.0, 0.0};
  }
  still[columns::season] = {0.4, 0.4};
  EXPECT_LT(rate_of(forecast_of(with(still))).truth.sd, 0.5 * plain);
  auto rising = still;
  rising[columns::drift[2]] = {0.1, 0.1};
  EXPECT_GT(rate_of(forecast_of(with(rising))).truth.mean, rate_of(forecast_of(with(still))).truth.mean + 0.5);
}

TEST(Posterior, DesignEffectAndDeathsAreTheMembers) {
  const auto sure = rate_of(forecast_of(with({{"survey.design_effect", {0.01, 0.01}}})));
  EXPECT_NEAR(sure.published.sd, sure.truth.sd, 0.1);
  const auto deaths = [](double multiplier) {
    return forecast_of(with({{"population.mortality_multiplier", {multiplier, multiplier}}})).flows.front().deaths.mean;
  };
  EXPECT_NEAR(deaths(1.2) / deaths(1.0), 1.2, 0.02);
  const auto persons = [](double level) {
    return test::population(forecast_of(with({{population::migration_level_column, {level, level}}})), 2024, "all",
                            "both");
  };
  EXPECT_NEAR(persons(0.01) - persons(0.0), 0.01 * 34'000, 40.0) << "net migrants a person-year";
}

TEST(Posterior, YieldsToAScenarioThatSaysWhatTheNumberIs) {
  const auto plan = with({{"survey.design_effect", {0.01, 0.01}}});
  auto scenario = scenario::as_written(plan);
  plan::Value value = plan.assumption("survey.design_effect");
  value.distribution = random::Distribution::fixed(1.5);
  scenario.values.emplace("survey.design_effect", value);
  const auto wide = test::october(test::forecast(plan, scenario, {.draws = 320}), Id::employment_rate_15_64);
  EXPECT_GT(wide.published.sd, rate_of(forecast_of(plan)).published.sd + 0.3);
}

TEST(Posterior, HasTheSameBitsOnOneAndOnThreeThreadsAndThroughFutures) {
  const auto plan = with({{columns::level[0], {-0.5, -0.3}}, {columns::common, {0.1, 0.6}}});
  const auto written = scenario::as_written(plan);
  const auto until = time::make_date(2024, 12, 31);
  const auto one = run(plan, written, {.draws = 64, .threads = 1, .until = until});
  EXPECT_EQ(test::numbers(one), test::numbers(run(plan, written, {.draws = 64, .threads = 3, .until = until})));
  EXPECT_EQ(test::numbers(one), test::numbers(Futures(plan, written, {.draws = 64, .until = until}).answer(written)));
}

}  // namespace
}  // namespace jobcast::forecast
