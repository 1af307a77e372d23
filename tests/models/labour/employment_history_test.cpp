#include "models/labour/employment_history.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "models/labour/labour_model.hpp"
#include "tests/models/labour/jeongseon.hpp"

namespace jobcast::labour {
namespace {

double percent_of(double log_odds) { return 100.0 / (1.0 + std::exp(-log_odds)); }
double slope(double log_odds) { return percent_of(log_odds) * (100.0 - percent_of(log_odds)) / 100.0; }

struct Weighted {
  double level = 0.0;
  double level_sd = 0.0;
  double innovation = 0.0;
};

/// The rate of 15-64 made of its bands: published employed over published rate, 2023H2 (plan, table 13).
Weighted of_15_64(const EmploymentHistory& history) {
  const std::array<double, 3> people{900 / 0.373, 5800 / 0.859, 8100 / 0.791};
  const double all = people[0] + people[1] + people[2];
  double apart = 0.0;
  double together = 0.0;
  Weighted result;
  for (std::size_t band = 0; band < people.size(); ++band) {
    const SeriesState& series = history.bands[band];
    const double weight = people[band] / all;
    result.level += weight * percent_of(series.now.level);
    result.level_sd += std::pow(weight * series.now.level_sd * slope(series.now.level), 2);
    apart += std::pow(weight * series.innovation * slope(series.now.level), 2);
    together += weight * series.innovation * slope(series.now.level);
  }
  result.level_sd = std::sqrt(result.level_sd);
  result.innovation = std::sqrt((1.0 - history.common) * apart + history.common * together * together);
  return result;
}

TEST(EmploymentHistory, DrawsTheLastSurveyTowardsThoseBefore) {
  const LabourModel model(test::jeongseon(), test::registered());
  const SeriesState& youth = model.history().bands[0];
  EXPECT_EQ(youth.observations, 22);
  EXPECT_NEAR(percent_of(youth.published), 37.3, 1e-9);
  // 43.9, 43.4, 37.3 with an error of 4.3 points each.
  EXPECT_GT(percent_of(youth.now.level), 38.0);
  EXPECT_LT(percent_of(youth.now.level), 43.0);
  EXPECT_LT(youth.now.level_sd * slope(youth.now.level), 4.3);
  // 65 and over has risen by 2.7 points a year: the drift is positive and damped.
  const SeriesState& old = model.history().bands[3];
  EXPECT_GT(old.now.drift, 0.0);
  EXPECT_LT(percent_of(old.year_before.level), percent_of(old.now.level));
}

// Annual innovation of the rate of 15-64 over the counties: 1.27 points; survey error of a county's rate 1.2 to 1.4.
TEST(EmploymentHistory, LetsTheRateOf15To64StrayAsTheCountiesDo) {
  const Weighted found = of_15_64(LabourModel(test::jeongseon(), test::registered()).history());
  EXPECT_NEAR(found.innovation, 1.27, 0.08);
  EXPECT_GT(found.level, 76.0);
  EXPECT_LT(found.level, 77.5);
  EXPECT_LT(found.level_sd, 1.21);
}

TEST(EmploymentHistory, IsTheSurveyItselfWhereThereIsNoHistory) {
  const LabourModel model(test::jeongseon({.totals_only = true}), test::registered());
  for (const SeriesState& series : model.history().bands) {
    EXPECT_EQ(series.observations, 0);
    EXPECT_NEAR(series.now.level, series.published, 0.02);
    EXPECT_GT(series.innovation, 0.0);
  }
}

TEST(EmploymentHistory, ReadsNothingAfterTheLastSurvey) {
  plan::Plan plan = test::jeongseon();
  plan.as_of = time::make_date(2022, 12, 31);
  const LabourModel model(plan, test::registered(2022));
  EXPECT_EQ(model.start().survey, "2022H2");
  EXPECT_EQ(model.history().bands[0].observations, 20);
  EXPECT_EQ(model.history().sex_gap.observations, 1);
}

}  // namespace
}  // namespace jobcast::labour
