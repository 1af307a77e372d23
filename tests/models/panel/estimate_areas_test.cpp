#include "models/panel/estimate_areas.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "models/panel/age_system.hpp"
#include "models/panel/common_path.hpp"
#include "models/panel/history.hpp"
#include "models/panel/minimise.hpp"
#include "tests/models/panel/made_panel.hpp"

namespace jobcast::panel {
namespace {

TEST(Minimise, FindsTheBottomOfABentValley) {
  const auto valley = [](const Eigen::VectorXd& x, Eigen::VectorXd& slope) {
    const double bend = x(1) - x(0) * x(0);
    slope.resize(2);
    slope << -400.0 * x(0) * bend - 2.0 * (1.0 - x(0)), 200.0 * bend;
    return 100.0 * bend * bend + (1.0 - x(0)) * (1.0 - x(0));
  };
  const auto found = minimise(valley, Eigen::Vector2d(-1.2, 1.0));
  EXPECT_NEAR(found.point(0), 1.0, 1e-3);
  EXPECT_NEAR(found.point(1), 1.0, 1e-3);
  EXPECT_THROW(minimise([](const auto&, auto&) { return std::nan(""); }, Eigen::Vector2d(0, 0)), std::domain_error);
}

/// The parameters estimated from a made panel, all of its surveys.
AreaParameters estimated(const testing::Recipe& recipe) {
  const auto panel = testing::make_panel(recipe);
  const auto system = age_system(panel, "15-64", panel.surveys).value();
  const auto history = usable_history(panel, system, panel.surveys - 1, {{0}, {1}}).has_value();
  EXPECT_FALSE(history) << "two areas are too few";
  std::vector<std::size_t> areas(panel.areas.size());
  for (std::size_t a = 0; a < areas.size(); ++a) areas[a] = a;
  const auto all = usable_history(panel, system, panel.surveys - 1, {areas}).value();
  const Eigen::MatrixXd rates = rates_of(panel, system, all, all.areas);
  const Eigen::RowVectorXd means = rates.colwise().mean();
  return estimate_areas(rates.rowwise() - means, {panel.first, static_cast<Eigen::Index>(panel.surveys)}, 4);
}

TEST(EstimateAreas, RecoversTheVariancesOfAMadePanel) {
  testing::Recipe recipe;
  recipe.areas = 400;
  const auto found = estimated(recipe);
  for (Eigen::Index b = 0; b < 4; ++b) {
    const double loud = b == 0 ? 2.0 : 1.0;
    EXPECT_NEAR(std::sqrt(found.noise(b, b)), loud * recipe.noise, 0.08 * loud) << b;
    EXPECT_NEAR(std::sqrt(found.sample(b, b)), loud * recipe.sample, 0.25 * loud) << b;
    EXPECT_NEAR(std::sqrt(found.slow(b, b)), loud * recipe.slow, 0.3 * loud) << b;
    EXPECT_NEAR(std::sqrt(found.level(b, b)), loud * recipe.level, 0.5 * loud) << b;
  }
  EXPECT_NEAR(found.persistence, recipe.persistence, 0.05);
  EXPECT_LT(found.renewal_noise, 0.3);
  // The bands were drawn independently.
  EXPECT_NEAR(found.noise(1, 2), 0.0, 0.08);
}

TEST(EstimateAreas, TellsAQuietPanelFromALoudOne) {
  testing::Recipe loud;
  loud.noise = 3.0;
  testing::Recipe quiet;
  quiet.noise = 0.3;
  EXPECT_NEAR(std::sqrt(estimated(loud).noise(2, 2)), 3.0, 0.3);
  EXPECT_NEAR(std::sqrt(estimated(quiet).noise(2, 2)), 0.3, 0.15);
}

TEST(AreaCovariance, AddsItsFourParts) {
  const Eigen::MatrixXd one = Eigen::MatrixXd::Ones(1, 1);
  const AreaParameters parameters{4.0 * one, 2.0 * one, 3.0 * one, 1.0 * one, 0.5, 1.0};
  const auto covariance = area_covariance(parameters, {half_year(2017, 1), 3});
  Eigen::Matrix3d expected;
  expected << 10, 5, 4.5, 5, 11, 8, 4.5, 8, 10;  // 2017H2 renews the sample
  EXPECT_TRUE(covariance.isApprox(expected)) << covariance;
}

TEST(CommonPath, FollowsALineAndIsCoherent) {
  Eigen::MatrixXd means(16, 2);
  for (Eigen::Index t = 0; t < 16; ++t) means.row(t) << 60.0 + 0.5 * static_cast<double>(t), 40.0;
  const auto forecast = forecast_common(means, {half_year(2009, 1), 16}, 2, Eigen::Vector2d(0.3, 0.3));
  EXPECT_NEAR(forecast.mean(0), 68.5, 0.35);
  EXPECT_NEAR(forecast.mean(1), 40.0, 1e-9);
  EXPECT_NEAR(forecast.drift(0), 1.0, 0.3);
  EXPECT_NEAR(forecast.season(0), 0.0, 0.2);
  Eigen::MatrixXd sum = means;
  sum.col(1) += means.col(0);
  const auto summed = forecast_common(sum, {half_year(2009, 1), 16}, 2, Eigen::Vector2d(0.3, 0.3));
  EXPECT_GT(summed.covariance(1, 1), 0.0);
}

}  // namespace
}  // namespace jobcast::panel
