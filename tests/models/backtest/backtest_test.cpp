#include "models/backtest/backtest.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <set>

#include "tests/models/population/jeongseon.hpp"
#include "tests/support/jeongseon_plan.hpp"

namespace jobcast::backtest {
namespace {

using jobcast::testing::jeongseon_plan;

const Backtest& of_jeongseon() {
  static const Backtest backtest = run(
      jeongseon_plan(), {.population_draws = 640, .labour_members = 100, .monthly_draws = 320, .made_histories = 100});
  return backtest;
}

TEST(Score, IsThatOfThreeForecastsDoneByHand) {
  const std::array<double, 3> observed{1.0, 2.5, -3.0};
  std::array<Hindcast, 3> hindcasts;
  std::vector<const Hindcast*> all;
  for (std::size_t index = 0; index < observed.size(); ++index) {
    hindcasts[index].predicted = predict_normally(1.0, 1.0);
    hindcasts[index].predicted.crps = 0.5;
    hindcasts[index].observed = observed[index];
    all.push_back(&hindcasts[index]);
  }
  const Score result = score(all);
  EXPECT_EQ(result.n, 3);
  EXPECT_NEAR(result.mae, (0.0 + 1.5 + 4.0) / 3.0, 1e-12);
  EXPECT_NEAR(result.bias, (0.0 - 1.5 + 4.0) / 3.0, 1e-12);
  EXPECT_NEAR(result.coverage_50, 1.0 / 3.0, 1e-12);
  EXPECT_NEAR(result.coverage_80, 1.0 / 3.0, 1e-12);
  EXPECT_NEAR(result.coverage_90, 2.0 / 3.0, 1e-12);
  EXPECT_TRUE(std::isnan(score({}).crps));
}

TEST(Backtest, PopulationBeatsHamiltonPerryAndTheLastValueAtOneAndTwoYears) {
  for (const int ahead : {1, 2}) {
    const auto* own = of_jeongseon().find(Subject::population, Method::jobcast, "", ahead);
    const auto* ratios = of_jeongseon().find(Subject::population, Method::hamilton_perry, "", ahead);
    const auto* still = of_jeongseon().find(Subject::population, Method::last_value, "", ahead);
    ASSERT_TRUE(own != nullptr && ratios != nullptr && still != nullptr);
    EXPECT_EQ(own->n, ahead == 1 ? 21 : 14);
    EXPECT_LT(own->mae, ratios->mae) << ahead;
    EXPECT_LT(own->mae, still->mae) << ahead;
    EXPECT_LT(own->crps, ratios->crps) << ahead;
  }
}

TEST(Backtest, EmploymentIsScoredFrom2017H2To2022H2UpToTwoYearsAhead) {
  std::set<std::string> origins;
  for (const auto& hindcast : of_jeongseon().hindcasts) {
    if (hindcast.subject != Subject::employment_rate) continue;
    origins.insert(hindcast.origin);
    EXPECT_LE(hindcast.ahead, 4);
    EXPECT_GT(hindcast.predicted.sd, 0.5);
    EXPECT_LT(hindcast.predicted.sd, 20.0);
  }
  EXPECT_EQ(origins.size(), 11U);
  EXPECT_EQ(*origins.begin(), "2017H2");
  EXPECT_EQ(*origins.rbegin(), "2022H2");
  EXPECT_EQ(of_jeongseon().find(Subject::employment_rate, Method::jobcast, "15-64", 2)->n, 11);
  EXPECT_EQ(of_jeongseon().find(Subject::employment_rate, Method::jobcast, "15-64", 4)->n, 9);
}

TEST(Backtest, SaysWhatCoverageARightModelWouldHave) {
  ASSERT_TRUE(of_jeongseon().usual_coverage.has_value());
  EXPECT_GT(of_jeongseon().usual_coverage->low, 0.5);
  EXPECT_LT(of_jeongseon().usual_coverage->low, 0.78);
  EXPECT_GT(of_jeongseon().usual_coverage->high, 0.82);
  EXPECT_LT(of_jeongseon().usual_coverage->high, 0.98);
}

TEST(Backtest, RunsTheMonthlyModelFromYearEndsWithPopulationAndSaysWhyNotFromOthers) {
  std::set<std::string> origins;
  for (const auto& hindcast : of_jeongseon().hindcasts) {
    if (hindcast.method != Method::monthly_model) continue;
    origins.insert(hindcast.origin);
    EXPECT_TRUE(is_from_year_end(hindcast.subject));
    if (is_rate(hindcast.subject)) {
      EXPECT_GT(hindcast.predicted.sd, 0.5);
      EXPECT_LT(hindcast.predicted.sd, 20.0);
    }
  }
  EXPECT_EQ(origins, (std::set<std::string>{"2020H2", "2021H2", "2022H2"}));
  EXPECT_EQ(of_jeongseon().find(Subject::employment_rate_from_year_end, Method::monthly_model, "15-64")->n, 10);
  EXPECT_EQ(of_jeongseon().find(Subject::employed_from_year_end, Method::local_level)->n, 10);
  std::map<NoMonthly, std::set<std::string>> left_out;
  for (const auto& each : of_jeongseon().monthly_left_out) left_out[each.why].insert(each.origin);
  EXPECT_EQ(left_out[NoMonthly::no_population], (std::set<std::string>{"2017H2", "2018H2", "2019H2"}));
  EXPECT_EQ(left_out[NoMonthly::not_a_year_end],
            (std::set<std::string>{"2018H1", "2019H1", "2020H1", "2021H1", "2022H1"}));
}

TEST(Backtest, ScoresEveryMethodOnTheSameFigures) {
  for (const auto& each : of_jeongseon().scores) {
    const auto* own = of_jeongseon().find(each.subject, Method::jobcast, each.ages, each.ahead);
    EXPECT_EQ(each.score.n, own == nullptr ? 0 : own->n);
  }
}

TEST(Backtest, HasTheSameBitsOnOneAndOnThreeThreads) {
  const Settings few{
      .population_draws = 64, .labour_members = 32, .monthly_draws = 32, .made_histories = 20, .threads = 1};
  Settings more = few;
  more.threads = 3;
  const auto one = run(jeongseon_plan(), few);
  const auto three = run(jeongseon_plan(), more);
  ASSERT_EQ(one.hindcasts.size(), three.hindcasts.size());
  for (std::size_t index = 0; index < one.hindcasts.size(); ++index) {
    EXPECT_EQ(one.hindcasts[index].predicted.mean, three.hindcasts[index].predicted.mean);
    EXPECT_EQ(one.hindcasts[index].predicted.crps, three.hindcasts[index].predicted.crps);
  }
  EXPECT_EQ(one.usual_coverage->low, three.usual_coverage->low);
}

TEST(Backtest, OfAPackWithPopulationOnlyScoresPopulation) {
  const auto backtest = run(population::test::jeongseon(), {.population_draws = 64});
  EXPECT_NE(backtest.find(Subject::population, Method::jobcast), nullptr);
  EXPECT_EQ(backtest.find(Subject::employment_rate, Method::jobcast), nullptr);
}

}  // namespace
}  // namespace jobcast::backtest
