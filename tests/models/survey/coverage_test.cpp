#include "models/survey/coverage.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "engine/random/stream.hpp"

namespace jobcast::survey {
namespace {

using Bands = std::array<double, state::survey_band_count>;
constexpr Bands registered{3500.0, 6500.0, 10600.0, 11200.0};

CoverageObservation band_figure(SurveyId survey, std::size_t band, double persons, double error) {
  CoverageObservation result{.survey = survey, .persons = persons, .standard_error = error};
  result.registered[band] = registered[band];
  return result;
}

/// What surveys would publish of coverage that follows level + drift * half-years.
std::vector<CoverageObservation> history(int surveys, Bands level, Bands drift, double error, std::uint64_t seed = 0) {
  std::vector<CoverageObservation> observations;
  random::Stream noise({.seed = seed}, 0, random::entity("test"));
  SurveyId survey{2019, 2};
  for (int i = 0; i < surveys; ++i, survey = survey.next()) {
    for (std::size_t band = 0; band < registered.size(); ++band) {
      const double persons = registered[band] * (level[band] + i * drift[band]);
      observations.push_back(band_figure(survey, band, persons + (seed == 0 ? 0.0 : error * noise.normal()), error));
    }
  }
  return observations;
}

TEST(Coverage, OfOneSurveyIsItsRatioWithTheErrorOfTheFigures) {
  const auto estimate = estimate_coverage(history(1, {0.7, 1.03, 0.96, 0.97}, {}, 40.0), {});
  EXPECT_EQ(estimate.last.name(), "2019H2");
  for (int band = 0; band < 4; ++band) {
    const double expected = std::array{0.7, 1.03, 0.96, 0.97}[static_cast<std::size_t>(band)];
    EXPECT_NEAR(estimate.level(band), expected, 1e-3) << band;
    EXPECT_NEAR(estimate.level_error(band), 40.0 / registered[static_cast<std::size_t>(band)], 1e-4) << band;
    EXPECT_NEAR(estimate.drift(band), 0.0, 1e-12) << band;
    EXPECT_NEAR(estimate.drift_error(band), 0.005, 1e-6) << band;
  }
}

TEST(Coverage, FindsASteadyDrift) {
  const auto estimate = estimate_coverage(history(30, {0.7, 0.9, 0.93, 0.95}, {0.0, 0.006, 0.003, -0.004}, 5.0),
                                          {.step = 0.001, .drift_sd = 0.01});
  EXPECT_NEAR(estimate.drift(1), 0.006, 3e-4);
  EXPECT_NEAR(estimate.drift(3), -0.004, 3e-4);
  EXPECT_NEAR(estimate.level(1), 0.9 + 29 * 0.006, 2e-3);
}

TEST(Coverage, WithoutMovementIsTheWeightedMeanOfAllSurveys) {
  std::vector<CoverageObservation> observations;
  double weights = 0.0;
  double sum = 0.0;
  SurveyId survey{2019, 2};
  for (int i = 0; i < 8; ++i, survey = survey.next()) {
    const double error = 20.0 + 10.0 * i;
    const double persons = 10'000.0 + 37.0 * ((i * 5) % 8);
    observations.push_back(band_figure(survey, 2, persons, error));
    weights += 1.0 / (error * error);
    sum += persons / (error * error);
  }
  const auto estimate = estimate_coverage(observations, {.step = 0.0, .drift_sd = 0.0});
  EXPECT_NEAR(estimate.level(2), sum / weights / registered[2], 1e-6);
  EXPECT_NEAR(estimate.level_error(2), 1.0 / std::sqrt(weights) / registered[2], 1e-6);
}

TEST(Coverage, IsSharpenedByATotalOfItsBands) {
  auto observations = history(1, {0.7, 1.03, 0.96, 0.97}, {}, 80.0);
  const double before = estimate_coverage(observations, {}).level_error(0);
  CoverageObservation total{.survey = {2019, 2}, .standard_error = 10.0};
  for (std::size_t band = 0; band < 3; ++band) {
    total.registered[band] = registered[band];
    total.persons += registered[band] * std::array{0.7, 1.03, 0.96}[band];
  }
  observations.push_back(total);
  const auto estimate = estimate_coverage(observations, {});
  // Three bands with errors of 80 persons each and a sum that is almost known: 80 * sqrt(2/3).
  EXPECT_NEAR(estimate.level_error(0) / before, std::sqrt(2.0 / 3.0), 0.01);
  const Eigen::Matrix<double, 8, 8> covariance = estimate.root * estimate.root.transpose();
  EXPECT_LT(covariance(0, 1), 0.0) << "more of one band means less of another";
}

TEST(Coverage, ErrorsAreAsLargeAsTheEstimateSays) {
  // The standardised error over repeated histories has mean 0 and variance 1.
  constexpr int histories = 400;
  double sum = 0.0;
  double squares = 0.0;
  for (std::uint64_t seed = 1; seed <= histories; ++seed) {
    const auto estimate =
        estimate_coverage(history(9, {0.7, 1.0, 0.95, 0.95}, {}, 60.0, seed), {.step = 1e-6, .drift_sd = 1e-7});
    const double z = (estimate.level(0) - 0.7) / estimate.level_error(0);
    sum += z;
    squares += z * z;
  }
  EXPECT_NEAR(sum / histories, 0.0, 4.0 / std::sqrt(histories));
  EXPECT_NEAR(squares / histories, 1.0, 4.0 * std::sqrt(2.0 / histories));
}

}  // namespace
}  // namespace jobcast::survey
