#include "models/tracking/survey_weights.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "engine/stats/weighted.hpp"

namespace jobcast::tracking {
namespace {

using forecast::ScenarioOutcomes;
using Id = plan::Indicator::Id;

constexpr int draws = 20'000;
constexpr double level = 76.0;
constexpr double spread = 2.0;
constexpr double error = 1.5;

/// Draws whose April rate is normal and whose April survey errs normally; the youth's rate goes with it, and its
/// survey's error is the same.
forecast::Drawn made() {
  forecast::Drawn drawn{{}, ScenarioOutcomes(draws, 2)};
  const random::StreamKey key{5, random::Purpose::survey};
  for (std::uint32_t first = 0; first < draws; first += units::lane_count) {
    const units::Lane truth = level + spread * random::LaneStream(key, first, random::entity("truth")).normal();
    const units::Lane off = error * random::LaneStream(key, first, random::entity("error")).normal();
    for (const auto id : {Id::employment_rate_15_64, Id::youth_employment_rate_15_29}) {
      const auto index = static_cast<std::size_t>(id);
      drawn.outcomes.numbers.put(ScenarioOutcomes::truth(0, index), first, truth);
      drawn.outcomes.numbers.put(ScenarioOutcomes::published(0, index), first, truth + off);
    }
    const auto insured = static_cast<std::size_t>(Id::insured_persons);
    drawn.outcomes.numbers.put(ScenarioOutcomes::truth(0, insured), first, 100.0 * truth);
    drawn.outcomes.numbers.put(ScenarioOutcomes::published(0, insured), first, (100.0 * truth).round());
  }
  return drawn;
}

SurveyActual figure(Id id, double value) { return {{2024, 1}, id, value, {"actuals.csv", 7, 3}}; }

std::span<const double> truth_of(const forecast::Drawn& drawn) {
  return drawn.outcomes.numbers.column(ScenarioOutcomes::truth(0, 0));
}

TEST(SurveyWeights, GiveTheNormalPosterior) {
  const auto drawn = made();
  const double published = 78.0;
  const auto weighed = weigh(drawn, {figure(Id::employment_rate_15_64, published)});
  const double gain = spread * spread / (spread * spread + error * error);
  EXPECT_NEAR(stats::weighted_mean(truth_of(drawn), weighed.weights), level + gain * (published - level), 0.05);
  EXPECT_NEAR(std::sqrt(stats::weighted_variance(truth_of(drawn), weighed.weights)), spread * std::sqrt(1.0 - gain),
              0.03);
  double sum = 0.0;
  for (const double weight : weighed.weights) sum += weight;
  EXPECT_NEAR(sum, 1.0, 1e-12);
  EXPECT_LT(weighed.effective, draws);
  ASSERT_EQ(weighed.checks.size(), 1U);
  EXPECT_NEAR(weighed.checks[0].error, error, 0.03);
  EXPECT_NEAR(weighed.checks[0].below, 0.5 * std::erfc(-2.0 / std::sqrt(2.0 * (spread * spread + error * error))),
              0.015);
}

TEST(SurveyWeights, CountOneSampleOnce) {
  // Two figures with one and the same error say no more than one of them.
  const auto drawn = made();
  const auto one = weigh(drawn, {figure(Id::employment_rate_15_64, 77.0)});
  const auto both =
      weigh(drawn, {figure(Id::employment_rate_15_64, 77.0), figure(Id::youth_employment_rate_15_29, 77.0)});
  EXPECT_NEAR(stats::weighted_mean(truth_of(drawn), both.weights), stats::weighted_mean(truth_of(drawn), one.weights),
              0.01);
  EXPECT_NEAR(both.effective, one.effective, 0.01 * one.effective);
}

TEST(SurveyWeights, SmoothAFigureWithoutSamplingError) {
  const auto drawn = made();
  const auto weighed = weigh(drawn, {figure(Id::insured_persons, 7700.0)});
  EXPECT_GT(weighed.effective, 1000.0);
  EXPECT_NEAR(stats::weighted_mean(truth_of(drawn), weighed.weights), level + 1.0 / 1.01, 0.02);
  EXPECT_NEAR(std::sqrt(stats::weighted_variance(truth_of(drawn), weighed.weights)), 0.1 * spread, 0.01);
}

TEST(SurveyWeights, AreNoneWithoutSurveys) { EXPECT_TRUE(weigh(made(), {}).weights.empty()); }

TEST(SurveyWeights, RefuseToGoOnWithAFewDrawsAndNameTheFigure) {
  const auto drawn = made();
  try {
    static_cast<void>(weigh(drawn, {figure(Id::employment_rate_15_64, 95.0)}));
    FAIL() << "nearly ten standard deviations off";
  } catch (const input::InputError& failure) {
    ASSERT_EQ(failure.faults().size(), 1U);
    EXPECT_EQ(failure.faults()[0].problem.id, "track.collapsed");
    EXPECT_EQ(failure.faults()[0].where.line, 7);
  }
}

}  // namespace
}  // namespace jobcast::tracking
