#include "models/panel/rivals.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "models/panel/score.hpp"

namespace jobcast::panel {
namespace {

Eigen::MatrixXd line(double slope) {
  Eigen::MatrixXd rates(2, 10);
  for (Eigen::Index t = 0; t < 10; ++t) rates.col(t).setConstant(50.0 + slope * static_cast<double>(t));
  return rates;
}

TEST(Rivals, LastValueHasThePastsDeviation) {
  const auto forecast = last_value(line(0.5), 2);
  EXPECT_DOUBLE_EQ(forecast[0].mean, 54.5);
  EXPECT_DOUBLE_EQ(forecast[0].sd, 1.0);
}

TEST(Rivals, DriftGoesOnWithALineWithoutError) {
  const auto forecast = drift(line(0.5), 2);
  EXPECT_DOUBLE_EQ(forecast[1].mean, 55.5);
  EXPECT_NEAR(forecast[1].sd, 0.0, 1e-12);
  EXPECT_TRUE(std::isnan(drift(line(0.5).leftCols(4), 2)[0].mean)) << "less than two years";
}

TEST(Rivals, LocalLevelSmoothsNoiseAndFollowsChange) {
  Eigen::MatrixXd noisy(2, 12);
  noisy << 50, 52, 50.5, 51, 52.5, 49, 50, 52, 51, 50, 49, 53, 61, 60, 62, 60.5, 59, 61, 62, 60, 61, 59.5, 61, 60;
  const auto forecast = local_level(noisy, 2);
  EXPECT_GT(forecast[0].mean, 50.0);
  EXPECT_LT(forecast[0].mean, 52.0) << "the last value, 53, is mostly noise";
  EXPECT_GT(forecast[0].sd, 0.5);
}

TEST(Rivals, SayNothingOfAreasWithoutFigures) {
  Eigen::MatrixXd rates = line(0.2);
  rates.row(1).setConstant(not_published);
  EXPECT_TRUE(std::isnan(last_value(rates, 2)[1].mean));
  EXPECT_TRUE(std::isnan(drift(rates, 2)[1].mean));
  EXPECT_TRUE(std::isnan(local_level(rates, 2)[1].mean));
  EXPECT_FALSE(std::isnan(last_value(rates, 2)[0].sd));
}

TEST(Score, CountsErrorsAndCoverage) {
  Scorer scorer;
  scorer.add({70.0, 1.0}, 70.5);  // within all
  scorer.add({70.0, 1.0}, 68.9);  // within 80 and 90
  scorer.add({70.0, 1.0}, 71.5);  // within 90
  scorer.add({70.0, 1.0}, 73.0);  // outside
  const auto score = scorer.score();
  EXPECT_EQ(score.n, 4);
  EXPECT_NEAR(score.mae, (0.5 + 1.1 + 1.5 + 3.0) / 4.0, 1e-12);
  EXPECT_NEAR(score.bias, (-0.5 + 1.1 - 1.5 - 3.0) / 4.0, 1e-12);
  EXPECT_DOUBLE_EQ(score.coverage_50, 0.25);
  EXPECT_DOUBLE_EQ(score.coverage_80, 0.5);
  EXPECT_DOUBLE_EQ(score.coverage_90, 0.75);
  EXPECT_TRUE(std::isnan(Scorer().score().crps));
}

}  // namespace
}  // namespace jobcast::panel
