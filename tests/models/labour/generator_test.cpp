#include "models/labour/generator.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "engine/lanes/exponential.hpp"
#include "engine/lanes/transition.hpp"
#include "models/labour/exchange.hpp"

namespace jobcast::labour {
namespace {

using units::Lane;

double hazard() { return *rc::gen::inRange(1, 1000) / 1e4; }

CellRates random_rates() {
  CellRates rates;
  for (Lane& lane : rates.to_inactive) lane.setConstant(hazard());
  for (Lane& lane : rates.search_weight) lane.setConstant(10.0 * hazard());
  for (Lane* lane : {&rates.unemployed_to_employed, &rates.unemployed_to_inactive, &rates.regular_temporary,
                     &rates.temporary_self_employed, &rates.regular_self_employed}) {
    lane->setConstant(hazard());
  }
  return rates;
}

LogRatios random_ratios() {
  LogRatios ratios;
  ratios[0].setZero();
  for (std::size_t k = 1; k < ratios.size(); ++k) ratios[k].setConstant(*rc::gen::inRange(-300, 200) / 100.0);
  return ratios;
}

RC_GTEST_PROP(LabourGenerator, HasHazardsAndRowsThatSumToZero, ()) {
  StateMatrix generator;
  make_generator(random_rates(), random_ratios(), Lane::Constant(*rc::gen::inRange(-80, 80) / 100.0), generator);
  for (std::size_t i = 0; i < generator.size(); ++i) {
    double sum = 0.0;
    for (std::size_t j = 0; j < generator.size(); ++j) {
      if (i != j) RC_ASSERT(generator[i][j][3] >= 0.0);
      sum += generator[i][j][3];
    }
    RC_ASSERT(std::abs(sum) < 1e-12);
  }
}

RC_GTEST_PROP(LabourGenerator, IsInDetailedBalanceWithItsDistribution, ()) {
  const LogRatios ratios = random_ratios();
  StateMatrix generator;
  make_generator(random_rates(), ratios, Lane::Zero(), generator);
  for (std::size_t i = 0; i < generator.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const double there = std::exp(ratios[i][0]) * generator[i][j][0];
      const double back = std::exp(ratios[j][0]) * generator[j][i][0];
      RC_ASSERT(std::abs(there - back) <= 1e-12 * (there + back));
    }
  }
}

RC_GTEST_PROP(LabourGenerator, LeadsToItsDistribution, ()) {
  const LogRatios ratios = random_ratios();
  StateMatrix generator;
  make_generator(random_rates(), ratios, Lane::Zero(), generator);
  StateMatrix power;
  lanes::exponential<states>(generator, power, 6);
  for (int doubling = 0; doubling < 24; ++doubling) {
    StateMatrix twice;
    lanes::multiply<states>(power, power, twice);
    for (auto& row : twice) {  // rounding of 2^24 months put right
      const Lane sum = sum_of(row, employment_divide.one) + sum_of(row, employment_divide.other);
      for (Lane& entry : row) entry /= sum;
    }
    power = twice;
  }
  double sum = 0.0;
  for (const Lane& ratio : ratios) sum += std::exp(ratio[0]);
  for (const auto& row : power) {
    for (std::size_t k = 0; k < ratios.size(); ++k)
      RC_ASSERT(std::abs(row[k][0] - std::exp(ratios[k][0]) / sum) < 1e-9);
  }
}

TEST(LabourGenerator, HiresMoreInTheSeasonAndOnlyWhereWorkIsSeasonal) {
  CellRates rates;
  rates.to_inactive.fill(Lane::Constant(0.02));
  rates.search_weight.fill(Lane::Constant(1.0));
  for (Lane* lane : {&rates.unemployed_to_employed, &rates.unemployed_to_inactive, &rates.regular_temporary,
                     &rates.temporary_self_employed, &rates.regular_self_employed}) {
    lane->setConstant(0.1);
  }
  LogRatios ratios;
  ratios.fill(Lane::Zero());
  StateMatrix usual;
  StateMatrix busy;
  make_generator(rates, ratios, Lane::Zero(), usual);
  make_generator(rates, ratios, Lane::Constant(0.3), busy);
  EXPECT_NEAR(busy[0][3][0], 1.3 * usual[0][3][0], 1e-15);
  EXPECT_NEAR(busy[4][0][0], 0.7 * usual[4][0][0], 1e-15);
  EXPECT_NEAR(busy[0][2][0], usual[0][2][0], 1e-15);
  EXPECT_NEAR(busy[2][1][0], usual[2][1][0], 1e-15);
}

TEST(Season, HasAMeanOfZeroAndKnowsItsMonths) {
  EXPECT_DOUBLE_EQ(season_pattern[0] + season_pattern[1] + season_pattern[2] + season_pattern[3], 0.0);
  EXPECT_EQ(season_of_month(12), 0);
  EXPECT_EQ(season_of_month(2), 0);
  EXPECT_EQ(season_of_month(3), 1);
  EXPECT_EQ(season_of_month(8), 2);
  EXPECT_EQ(season_of_month(11), 3);
}

TEST(ShiftRatios, MovesTheTwoLogOddsItIsAskedForAndNothingElse) {
  LogRatios ratios;
  for (std::size_t k = 0; k < ratios.size(); ++k) ratios[k].setConstant(0.3 * static_cast<double>(k));
  const LogRatios before = ratios;
  shift_ratios(ratios, Lane::Constant(0.2), Lane::Constant(-0.5));
  const auto employed = [](const LogRatios& of) { return of[2].exp() + of[3].exp() + of[4].exp(); };
  EXPECT_NEAR((employed(ratios) / employed(before)).log()[0], 0.2, 1e-12);
  EXPECT_NEAR(ratios[2][0] - before[2][0] - (ratios[3][0] - before[3][0]), -0.5, 1e-12);
  EXPECT_DOUBLE_EQ(ratios[1][0], before[1][0]);
}

}  // namespace
}  // namespace jobcast::labour
