#include "models/survey/survey_draw.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "models/survey/publish.hpp"
#include "tests/models/survey/jeongseon.hpp"
#include "tests/models/survey/jeongseon_plan.hpp"

namespace jobcast::survey {
namespace {

using testing::Lane;

constexpr random::StreamKey parameters{.seed = 11, .purpose = random::Purpose::parameters};
constexpr random::StreamKey sampling{.seed = 11, .purpose = random::Purpose::survey};

const SurveyModel& model() {
  static const SurveyModel jeongseon(testing::jeongseon_plan(), testing::jeongseon_register());
  return jeongseon;
}

struct Spread {
  double mean = 0.0;
  double sd = 0.0;
};

template <class Value>
Spread moments(Value value, std::uint32_t draws = 8000) {
  double sum = 0.0;
  double squares = 0.0;
  for (std::uint32_t first = 0; first < draws; first += units::lane_count) {
    const Lane x = value(first);
    sum += x.sum();
    squares += x.square().sum();
  }
  const double mean = sum / draws;
  return {mean, std::sqrt(squares / draws - mean * mean)};
}

Spread coverage_moments(SurveyId survey, std::size_t band) {
  return moments(
      [&](std::uint32_t first) { return draw_survey(model(), survey, parameters, sampling, first).coverage[band]; });
}

TEST(SurveyDraw, OfTheLastSurveyHasTheEstimatesCoverage) {
  for (std::size_t band = 0; band < state::survey_band_count; ++band) {
    const auto [mean, sd] = coverage_moments(model().coverage().last, band);
    EXPECT_NEAR(mean, model().coverage().level(static_cast<int>(band)), 4.0 * sd / std::sqrt(8000.0)) << band;
    EXPECT_NEAR(sd, model().coverage().level_error(static_cast<int>(band)), 0.04 * sd) << band;
  }
}

TEST(SurveyDraw, IsLessSureOfCoverageTheLaterTheSurvey) {
  double before = 0.0;
  for (SurveyId survey = model().coverage().last; survey.year < 2026; survey = survey.next()) {
    const double sd = coverage_moments(survey, 1).sd;
    EXPECT_GT(sd, before) << survey.name();
    before = sd;
  }
}

TEST(SurveyDraw, KeepsTheSurveyPopulationUncertainByWhatAHalfYearCanBring) {
  // 15-64 of 2024H2: half a percent to one and a half.
  const auto [mean, sd] = moments([](std::uint32_t first) {
    const SurveyDraw draw = draw_survey(model(), {2024, 2}, parameters, sampling, first);
    return Lane(3400.0 * draw.coverage[0] + 6400.0 * draw.coverage[1] + 10600.0 * draw.coverage[2]);
  });
  EXPECT_GT(sd / mean, 0.005);
  EXPECT_LT(sd / mean, 0.015);
}

TEST(SurveyDraw, GoesOnFromTheEarlierSurveysCoverage) {
  // Correlation of April's and October's deviations, which independent draws would not have.
  double sum_a = 0.0, sum_o = 0.0, aa = 0.0, oo = 0.0, ao = 0.0;
  constexpr int draws = 4000;
  for (std::uint32_t first = 0; first < draws; first += units::lane_count) {
    const Lane april = draw_survey(model(), {2024, 1}, parameters, sampling, first).coverage[2];
    const Lane october = draw_survey(model(), {2024, 2}, parameters, sampling, first).coverage[2];
    sum_a += april.sum(), sum_o += october.sum();
    aa += april.square().sum(), oo += october.square().sum(), ao += (april * october).sum();
  }
  const auto centred = [](double product, double a, double b) {
    return product / draws - a * b / (draws * 1.0 * draws);
  };
  const double correlation =
      centred(ao, sum_a, sum_o) / std::sqrt(centred(aa, sum_a, sum_a) * centred(oo, sum_o, sum_o));
  EXPECT_GT(correlation, 0.5);
  EXPECT_LT(correlation, 0.95);
}

TEST(SurveyDraw, SharesParametersButNotSamplingErrorsBetweenSurveys) {
  const SurveyDraw april = draw_survey(model(), {2024, 1}, parameters, sampling, 0);
  const SurveyDraw october = draw_survey(model(), {2024, 2}, parameters, sampling, 0);
  EXPECT_TRUE((april.design_effect == october.design_effect).all());
  EXPECT_TRUE((april.sample_persons == october.sample_persons).all());
  for (std::size_t cell = 0; cell < state::cell_count; ++cell) {
    EXPECT_TRUE((april.employed_error[cell] != october.employed_error[cell]).all());
    EXPECT_TRUE((april.employed_error[cell] != april.regular_error[cell]).all());
  }
}

TEST(SurveyDraw, DrawsParametersAndSamplingApart) {
  random::StreamKey other = sampling;
  other.replicate = 1;
  const SurveyDraw one = draw_survey(model(), {2024, 2}, parameters, sampling, 0);
  const SurveyDraw two = draw_survey(model(), {2024, 2}, parameters, other, 0);
  EXPECT_TRUE((one.design_effect == two.design_effect).all());
  EXPECT_TRUE((one.coverage[0] == two.coverage[0]).all());
  EXPECT_FALSE((one.employed_error[0] == two.employed_error[0]).any());
}

TEST(SurveyDraw, DependsOnTheDrawAndNotOnItsBlock) {
  const SurveyDraw block = draw_survey(model(), {2024, 2}, parameters, sampling, 16);
  const SurveyDraw shifted = draw_survey(model(), {2024, 2}, parameters, sampling, 20);
  constexpr int common = units::lane_count - 4;
  EXPECT_TRUE((block.coverage[1].tail<common>() == shifted.coverage[1].head<common>()).all());
  EXPECT_TRUE((block.design_effect.tail<common>() == shifted.design_effect.head<common>()).all());
  EXPECT_TRUE((block.employed_error[7].tail<common>() == shifted.employed_error[7].head<common>()).all());
}

TEST(SurveyDraw, GivesTheWorkingAgeRateTheStandardErrorOfTheCountysHistory) {
  // 1.4, 1.1 to 1.8 over the uncertain sample and design effect; the truth is the same in every draw.
  const auto truth = testing::truth();
  const auto [mean, sd] = moments([&](std::uint32_t first) {
    IndicatorLanes true_values;
    IndicatorLanes published;
    publish(truth, draw_survey(model(), {2024, 2}, parameters, sampling, first), true_values, published);
    return Lane(published.values[0] - true_values.values[0]);
  });
  EXPECT_NEAR(mean, 0.0, 4.0 * sd / std::sqrt(8000.0));
  EXPECT_NEAR(sd, 1.43, 0.1);
}

TEST(SurveyDraw, CentralHasNoSamplingErrorAndTheEstimatesCoverage) {
  const SurveyDraw draw = central_survey(model(), model().coverage().last);
  IndicatorLanes true_values;
  IndicatorLanes published;
  publish(testing::truth(), draw, true_values, published);
  EXPECT_TRUE((published.values[3] == PublishedStep(100.0).round(true_values.values[3])).all());
  EXPECT_NEAR(draw.coverage[2][0], model().coverage().level(2), 1e-12);
}

}  // namespace
}  // namespace jobcast::survey
