#include "models/population/annual_projection.hpp"

#include <gtest/gtest.h>

#include <Eigen/Core>
#include <cmath>
#include <vector>

#include "engine/units/lane.hpp"
#include "models/population/life_table.hpp"

namespace jobcast::population {
namespace {

constexpr std::size_t women = 1;

AnnualRates some_rates() {
  AnnualRates rates;
  for (std::size_t sex = 0; sex < 2; ++sex) {
    AgeArray death{};
    for (std::size_t age = 0; age < age_count; ++age) {
      death[age] = (sex == women ? 1.0 : 2.0) * 2e-5 * std::exp(0.1 * static_cast<double>(age)) + 1e-4;
    }
    rates.survival[sex] = survival_ratios(make_life_table(death));
  }
  for (std::size_t age = 15; age < 50; ++age) rates.fertility[age] = 0.03 + 0.001 * static_cast<double>(age % 5);
  rates.boys_per_girl = 1.06;
  return rates;
}

Population<double> some_residents() {
  Population<double> people{};
  for (std::size_t sex = 0; sex < 2; ++sex) {
    for (std::size_t age = 0; age < age_count; ++age)
      people[sex][age] = 100.0 + static_cast<double>((age * 37 + sex * 11) % 50);
  }
  return people;
}

/// Leslie's matrix of the women: births by the mean of the women at both ends of the step.
Eigen::MatrixXd leslie_matrix(const AnnualRates& rates) {
  Eigen::MatrixXd matrix = Eigen::MatrixXd::Zero(age_count, age_count);
  const AgeArray& survival = rates.survival[women];
  const double girls = survival[0] / (1.0 + rates.boys_per_girl);
  for (int age = 0; age < age_count; ++age) {
    const int next = std::min(age + 1, age_count - 1);
    matrix(next, age) = survival[static_cast<std::size_t>(next)];
    matrix(0, age) = girls * 0.5 *
                     (rates.fertility[static_cast<std::size_t>(age)] +
                      rates.fertility[static_cast<std::size_t>(next)] * survival[static_cast<std::size_t>(next)]);
  }
  return matrix;
}

TEST(AnnualProjection, OfAClosedPopulationIsAPowerOfLesliesMatrix) {
  const AnnualRates rates = some_rates();
  auto people = some_residents();
  Eigen::VectorXd expected = Eigen::Map<const Eigen::VectorXd>(people[women].data(), age_count);
  const Eigen::MatrixXd matrix = leslie_matrix(rates);
  const std::vector<AnnualRates> years(25, rates);
  project_annual(people, years.data(), years.size(), MigrationConvention::end_of_step);
  for (std::size_t step = 0; step < years.size(); ++step) expected = matrix * expected;
  for (std::size_t age = 0; age < age_count; ++age) {
    EXPECT_NEAR(people[women][age], expected[static_cast<Eigen::Index>(age)], 1e-9) << "age " << age;
  }
}

TEST(AnnualProjection, LeavesAStationaryPopulationAsItIs) {
  AnnualRates rates = some_rates();
  rates.fertility.fill(0.0);
  Population<double> people{};
  for (std::size_t sex = 0; sex < 2; ++sex) {
    people[sex][0] = 100.0 * rates.survival[sex][0] * (sex == women ? 1.0 : rates.boys_per_girl);
    for (std::size_t age = 1; age < 100; ++age) people[sex][age] = people[sex][age - 1] * rates.survival[sex][age];
    people[sex][100] = people[sex][99] * rates.survival[sex][100] / (1.0 - rates.survival[sex][100]);
  }
  // All births at one age, as many as the table's radix.
  const double mothers = 0.5 * (people[women][30] + people[women][29] * rates.survival[women][30]);
  rates.fertility[30] = 100.0 * (1.0 + rates.boys_per_girl) / mothers;
  const auto start = people;
  const std::vector<AnnualRates> years(50, rates);
  project_annual(people, years.data(), years.size(), MigrationConvention::end_of_step);
  for (std::size_t sex = 0; sex < 2; ++sex) {
    for (std::size_t age = 0; age < age_count; ++age) EXPECT_NEAR(people[sex][age], start[sex][age], 1e-9) << age;
  }
}

TEST(AnnualProjection, CountsMigrantsAtTheEndInNeitherBirthsNorDeaths) {
  AnnualRates rates = some_rates();
  auto without = some_residents();
  auto with = without;
  project_annual(without, &rates, 1, MigrationConvention::end_of_step);
  for (auto& ages : rates.net_migrants) ages.fill(-2.5);
  project_annual(with, &rates, 1, MigrationConvention::end_of_step);
  for (std::size_t sex = 0; sex < 2; ++sex) {
    for (std::size_t age = 0; age < age_count; ++age)
      EXPECT_NEAR(with[sex][age], without[sex][age] - 2.5, 1e-10) << age;
  }
}

TEST(AnnualProjection, LetsHalfOfTheMigrantsLiveThroughTheYearWhenHalved) {
  AnnualRates rates = some_rates();
  auto without = some_residents();
  auto with = without;
  project_annual(without, &rates, 1, MigrationConvention::half_and_half);
  rates.net_migrants[0][60] = 100.0;
  rates.net_migrants[women][28] = 100.0;
  project_annual(with, &rates, 1, MigrationConvention::half_and_half);
  EXPECT_NEAR(with[0][60] - without[0][60], 50.0 + 50.0 * rates.survival[0][60], 1e-9);
  const double births = 0.5 * (50.0 * rates.fertility[27] + 50.0 * rates.survival[women][28] * rates.fertility[28]);
  EXPECT_NEAR(with[women][0] - without[women][0], births / (1.0 + rates.boys_per_girl) * rates.survival[women][0],
              1e-9);
}

TEST(AnnualProjection, CarriesLanesAsIfEachWereAlone) {
  AnnualRates rates = some_rates();
  for (std::size_t age = 20; age < 40; ++age) rates.net_migrants[0][age] = rates.net_migrants[1][age] = -3.0;
  const auto start = some_residents();
  Population<units::Lane> lanes;
  for (std::size_t sex = 0; sex < 2; ++sex) {
    for (std::size_t age = 0; age < age_count; ++age) lanes[sex][age].setConstant(start[sex][age]);
  }
  const units::Lane fertility = units::Lane::LinSpaced(0.5, 1.5);
  const units::Lane migration = units::Lane::LinSpaced(0.0, 2.0);
  for (int year = 0; year < 10; ++year) {
    step_annual(lanes, rates, MigrationConvention::half_and_half, fertility, migration);
  }
  for (const int lane : {0, 7, units::lane_count - 1}) {
    auto alone = start;
    for (int year = 0; year < 10; ++year) {
      step_annual(alone, rates, MigrationConvention::half_and_half, fertility[lane], migration[lane]);
    }
    for (std::size_t sex = 0; sex < 2; ++sex) {
      for (std::size_t age = 0; age < age_count; ++age) EXPECT_EQ(lanes[sex][age][lane], alone[sex][age]) << age;
    }
  }
}

}  // namespace
}  // namespace jobcast::population
