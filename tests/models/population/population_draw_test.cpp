#include "models/population/population_draw.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/models/population/jeongseon.hpp"
#include "tests/models/population/made_model.hpp"

namespace jobcast::population {
namespace {

TEST(PopulationDraw, DependsOnItsDrawsAloneNotOnTheBlockTheyStandIn) {
  const PopulationModel model(test::jeongseon());
  const auto wide = draw_population(model, test::parameter_key, 0);
  const auto later = draw_population(model, test::parameter_key, 5);
  for (int lane = 5; lane < units::lane_count; ++lane) {
    EXPECT_EQ(wide.mortality[lane], later.mortality[lane - 5]);
    EXPECT_EQ(wide.years[2].arrivals[lane], later.years[2].arrivals[lane - 5]);
    EXPECT_EQ(wide.years[4].young_leaving[lane], later.years[4].young_leaving[lane - 5]);
  }
}

TEST(PopulationDraw, StaysWithinTheBoundsOfItsValues) {
  const PopulationModel model(test::jeongseon());
  const auto& multiplier = model.uncertainty().mortality_multiplier.distribution;
  for (std::uint32_t first = 0; first < 320; first += units::lane_count) {
    const auto draw = draw_population(model, test::parameter_key, first);
    EXPECT_GE(draw.mortality.minCoeff(), multiplier.least());
    EXPECT_LE(draw.mortality.maxCoeff(), multiplier.greatest());
    for (const YearFactors& year : draw.years) {
      EXPECT_GT(year.arrivals.minCoeff(), 0.0);
      EXPECT_GT(year.leaving.minCoeff(), 0.0);
      EXPECT_GE(year.fertility.minCoeff(), 0.0);
    }
  }
}

TEST(PopulationDraw, MovesArrivalsAndLeaversApartWithMeanOne) {
  YearRates rates;
  for (auto& ages : rates.leaving) ages.fill(0.1);
  for (auto& ages : rates.arrivals) ages.fill(10.0);
  auto uncertainty = test::no_uncertainty();
  uncertainty.persistent_sd = 0.03;
  uncertainty.yearly_sd = 0.04;
  const PopulationModel model(2023, test::even_population(100.0), {rates}, uncertainty);
  double arrivals = 0.0;
  double squares = 0.0;
  double product = 0.0;
  constexpr std::uint32_t draws = 4000;
  for (std::uint32_t first = 0; first < draws; first += units::lane_count) {
    const auto draw = draw_population(model, test::parameter_key, first);
    const units::Lane level = draw.years[0].arrivals;
    arrivals += level.sum();
    squares += level.log().square().sum();
    product += ((level - 1.0) * (draw.years[0].leaving - 1.0)).sum();
  }
  // Half of a net deviation of 0.05 over a gross rate of 0.1.
  const double sd = 0.5 * 0.05 / 0.1;
  EXPECT_NEAR(arrivals / draws, 1.0, 4.0 * sd / std::sqrt(draws));
  EXPECT_NEAR(std::sqrt(squares / draws), sd, 0.02);
  EXPECT_LT(product, 0.0);
}

TEST(PopulationDraw, CentralRunTakesEveryValueAtItsCentre) {
  const PopulationModel model(test::jeongseon());
  const auto draw = central_population(model);
  EXPECT_DOUBLE_EQ(draw.mortality[3], model.uncertainty().mortality_multiplier.central());
  EXPECT_DOUBLE_EQ(draw.years[0].arrivals[0], 1.0);
  EXPECT_DOUBLE_EQ(draw.years[0].leaving[0], 1.0);
  EXPECT_DOUBLE_EQ(draw.years[3].young_leaving[0], 1.0);
  EXPECT_DOUBLE_EQ(draw.years[1].arrivals[0], 1.0 + model.uncertainty().arrivals_trend.central());
}

TEST(PopulationModel, NeverHasNegativeArrivalsOrLeavers) {
  const PopulationModel model(test::jeongseon());
  for (int year = 2024; year <= 2028; ++year) {
    const YearRates& rates = model.rates(year);
    for (std::size_t sex = 0; sex < 2; ++sex) {
      for (std::size_t age = 0; age < age_count; ++age) {
        EXPECT_GE(rates.arrivals[sex][age], 0.0) << year << " " << age;
        EXPECT_GT(rates.leaving[sex][age], 0.0) << year << " " << age;
        EXPECT_GT(rates.death[sex][age], 0.0) << year << " " << age;
      }
    }
  }
  EXPECT_THROW((void)model.rates(2023), std::out_of_range);
  EXPECT_THROW((void)model.rates(2029), std::out_of_range);
}

}  // namespace
}  // namespace jobcast::population
