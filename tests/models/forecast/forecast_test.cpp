#include "models/forecast/forecast.hpp"

#include <gmock/gmock.h>

#include <map>

#include "models/population/population_model.hpp"
#include "tests/models/forecast/jeongseon.hpp"

namespace jobcast::forecast {
namespace {

using test::jeongseon;
using Id = plan::Indicator::Id;

TEST(Forecast, AnswersForSixIndicatorsAtTwoSurveys) {
  const Result result = test::forecast(test::named("plan"), {.draws = 320});
  ASSERT_EQ(result.indicators.size(), 12U);
  for (std::size_t index = 0; index < 12; ++index) {
    const auto& row = result.indicators[index];
    EXPECT_EQ(row.id, static_cast<Id>(index % 6));
    EXPECT_EQ(time::month_of(row.reference_week), index < 6 ? 4 : 10);
    EXPECT_EQ(row.target, jeongseon().indicator(row.id).target);
    for (const Summary* summary : {&row.published, &row.truth}) {
      EXPECT_LE(summary->p05, summary->p25);
      EXPECT_LE(summary->p25, summary->p50);
      EXPECT_LE(summary->p50, summary->p75);
      EXPECT_LE(summary->p75, summary->p95);
      EXPECT_GT(summary->sd, 0.0);
    }
    EXPECT_GE(row.published.sd, row.truth.sd * 0.95) << "a survey adds noise";
  }
  EXPECT_EQ(test::october(result, Id::employment_rate_15_64).base, 76.1);
  EXPECT_EQ(test::october(result, Id::insured_persons).base, 12609.0);
}

TEST(Forecast, SameSeedGivesTheSameBitsOnOneAndTwoThreads) {
  const auto scenario = test::named("plan");
  const Request request{.draws = 1200, .seed = 42, .threads = 1, .until = time::make_date(2025, 12, 31)};
  const auto one = test::numbers(test::forecast(scenario, request));
  auto two_threads = request;
  two_threads.threads = 2;
  EXPECT_EQ(one, test::numbers(test::forecast(scenario, two_threads)));
  auto other_seed = request;
  other_seed.seed = 43;
  EXPECT_NE(one, test::numbers(test::forecast(scenario, other_seed)));
}

TEST(Forecast, OneDrawIsOneFutureWithoutASpread) {
  const auto scenario = test::named("plan");
  const auto first = test::forecast(scenario, {.draws = 1});
  const auto one = test::forecast(scenario, {.draws = 1, .seed = 1, .threads = 2});
  EXPECT_EQ(test::october(first, Id::employed_persons).truth.mean, test::october(one, Id::employed_persons).truth.mean);
  EXPECT_EQ(test::october(one, Id::employed_persons).truth.sd, 0.0);
  EXPECT_TRUE(one.uncertainty.empty()) << "one draw has no spread to share out";
}

TEST(Forecast, ThePartsOfTheChangeAddUpToIt) {
  const Result result = test::forecast(test::named("plan"), {.draws = 640});
  std::map<Id, double> sum;
  for (const auto& start : result.starting_levels) sum[start.id] += start.mean;
  for (const auto& part : result.change) sum[part.id] += part.points;
  ASSERT_EQ(sum.size(), 6U);
  for (const auto& [id, level] : sum) {
    const double truth = test::october(result, id).truth.mean;
    EXPECT_NEAR(level, truth, 1e-9 * truth) << plan::name_of(id);
  }
}

TEST(Forecast, TheSourcesOfUncertaintyShareOutTheWhole) {
  const Result result = test::forecast(test::named("plan"), {.draws = 2000});
  std::map<Id, double> sum;
  std::map<std::pair<Id, std::string>, double> share;
  for (const auto& row : result.uncertainty) {
    EXPECT_GE(row.share, 0.0);
    sum[row.id] += row.share;
    share[{row.id, row.source}] = row.share;
  }
  ASSERT_EQ(sum.size(), 6U);
  for (const auto& [id, all] : sum) EXPECT_NEAR(all, 1.0, 1e-12) << plan::name_of(id);
  const double from_survey = share[{Id::employment_rate_15_64, "survey"}];
  const double from_parameters = share[{Id::employment_rate_15_64, "parameters"}];
  EXPECT_GT(from_survey, 0.15) << "sampling error of a survey of some 900 persons is no small part";
  EXPECT_GT(from_parameters, 0.15);
  const double from_survey_of_insured = share[{Id::insured_persons, "survey"}];
  EXPECT_LT(from_survey_of_insured, 1e-9) << "an administrative count has no sampling error";
}

TEST(Forecast, EveryPersonIsSomewhere) {
  const Request request{.draws = 160, .seed = 5, .threads = 0, .until = time::make_date(2028, 12, 31)};
  const Result result = test::forecast(test::named("plan"), request);
  double before = 34202.0;
  ASSERT_EQ(result.flows.size(), 5U);
  for (const auto& flow : result.flows) {
    const double after = before + flow.births.mean + flow.arrivals.mean - flow.deaths.mean - flow.leavers.mean;
    EXPECT_NEAR(test::population(result, flow.year, "all", "both"), after, 1e-9 * after) << flow.year;
    double groups = 0.0;
    for (const auto name : state::plan_age_group_names) {
      for (const auto* sex : {"male", "female"}) {
        groups += test::population(result, flow.year, std::string(name), sex);
      }
    }
    EXPECT_NEAR(groups, after, 1e-9 * after);
    before = after;
  }
}

TEST(Forecast, StartsFromThePublishedPopulationToThePerson) {
  const population::PopulationModel model(jeongseon());
  const std::array<double, 7> table_4{2418, 3427, 2316, 4174, 6336, 4281, 11250};
  for (std::size_t group = 0; group < table_4.size(); ++group) {
    EXPECT_NEAR(model.start().sum(state::plan_age_groups[group]), table_4[group], 1e-6);
  }
  EXPECT_NEAR(model.start().sum(state::Sex::male, {0, 100}), 17844.0, 1e-6);
  EXPECT_NEAR(model.start().sum(state::Sex::female, {0, 100}), 16358.0, 1e-6);
}

TEST(Forecast, ReproducesThePublishedFiguresOfTheLastTwoOctobers) {
  const Result result = test::forecast(test::named("plan"), {.draws = 16});
  std::map<std::string, int> lines;
  for (const auto& line : result.fit) {
    ++lines[line.survey];
    EXPECT_TRUE(line.within) << line.survey << " " << line.what << ": published " << line.published << ", model "
                             << line.model << ", sampling error " << line.sampling_error;
  }
  EXPECT_GE(lines["2023H2"], 20);
  EXPECT_GE(lines["2022H2"], 12);
}

TEST(Forecast, FourTimesTheDrawsQuarterTheMonteCarloVariance) {
  // Variance, over independent seeds, of the mean of n draws. The logarithm of the ratio of two such variances has a
  // standard error of 2 / sqrt(seeds - 1) = 0.32: within [1.7, 9.3] in 99 of 100 cases.
  const auto variance_of_mean = [&](int draws) {
    constexpr int seeds = 40;
    double sum = 0.0, squares = 0.0;
    for (int seed = 0; seed < seeds; ++seed) {
      const Request request{.draws = draws,
                            .seed = static_cast<std::uint64_t>(1 + seed),
                            .split_uncertainty = false,
                            .until = time::make_date(2024, 10, 31)};
      const double mean =
          test::october(test::forecast(test::named("plan"), request), Id::employment_rate_15_64).published.mean;
      sum += mean;
      squares += mean * mean;
    }
    return (squares - sum * sum / seeds) / (seeds - 1);
  };
  const double ratio = variance_of_mean(16) / variance_of_mean(64);
  EXPECT_GT(ratio, 1.7);
  EXPECT_LT(ratio, 9.3);
}

TEST(Forecast, EndsWhereItIsTold) {
  const auto scenario = test::named("plan");
  const auto only_april = test::forecast(scenario, {.draws = 16, .until = time::make_date(2024, 6, 30)});
  EXPECT_EQ(only_april.indicators.size(), 6U);
  EXPECT_TRUE(only_april.population.empty()) << "the year is not over";
  const auto nothing = test::forecast(scenario, {.draws = 16, .until = time::make_date(2024, 1, 15)});
  EXPECT_TRUE(nothing.indicators.empty());
  EXPECT_TRUE(nothing.jobs.empty());
  const auto beyond = test::forecast(scenario, {.draws = 16, .until = time::make_date(2032, 12, 31)});
  EXPECT_EQ(beyond.flows.size(), 9U);
}

}  // namespace
}  // namespace jobcast::forecast
