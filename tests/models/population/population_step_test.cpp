#include "models/population/population_step.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "models/state/cell_counts.hpp"
#include "tests/models/population/made_model.hpp"

namespace jobcast::population {
namespace {

using state::Sex;
using test::total_of;
using units::Lane;

/// Runs whole years and calls `each(block, flows)` after every month.
template <class Each>
void run_years(PopulationStep& step, state::CountyBlock& block, int from, int to, Each each) {
  MonthFlows flows;
  for (int year = from; year <= to; ++year) {
    step.begin_year(block, year);
    for (int month = 1; month <= 12; ++month) {
      step.step_month(block, time::first_of_month(year, month), flows);
      each(block, flows);
    }
    step.end_year(block);
  }
}

double lowest(const state::CountyBlock& block) {
  double least = 0.0;
  for (const Sex sex : state::sexes) {
    for (int row = 0; row < block.row_count(); ++row) {
      for (int state = 0; state < state::labour_state_count; ++state) {
        least = std::min(least, block.persons(sex, row)[state].minCoeff());
      }
    }
  }
  return least;
}

RC_GTEST_PROP(PopulationStep, KeepsTheBooksInEveryMonthSexAndLane, (std::uint64_t seed, bool with_chance)) {
  const PopulationModel model = test::random_model(seed, 2);
  const PopulationDraw draw = central_population(model);
  state::CountyBlock block(2023, 2);
  PopulationStep step;
  step.begin_block(model, draw, test::chance_key, 0, with_chance);
  step.open(block);
  test::spread_over_states(block);
  std::array<Lane, 2> before{total_of(block, Sex::male), total_of(block, Sex::female)};
  run_years(step, block, 2024, 2025, [&](const state::CountyBlock& now, const MonthFlows& flows) {
    for (const Sex sex : state::sexes) {
      const auto s = static_cast<std::size_t>(sex);
      const Lane expected = before[s] + flows.births[s] + flows.arrivals[s] - flows.deaths[s] - flows.leavers[s];
      const Lane after = total_of(now, sex);
      RC_ASSERT(((after - expected).abs() <= 1e-9 * (1.0 + before[s] + flows.arrivals[s])).all());
      RC_ASSERT((flows.births[s] >= 0.0).all() && (flows.deaths[s] >= 0.0).all());
      RC_ASSERT((flows.arrivals[s] >= 0.0).all() && (flows.leavers[s] >= 0.0).all());
      before[s] = after;
    }
    RC_ASSERT(lowest(now) >= 0.0);
  });
}

TEST(PopulationStep, MovesNobodyWhereNothingHappens) {
  const PopulationModel model = test::still_model(test::even_population(123.25), 5);
  const PopulationDraw draw = central_population(model);
  state::CountyBlock block(2023, 5);
  PopulationStep step;
  step.begin_block(model, draw, test::chance_key, 0, true);
  step.open(block);
  test::spread_over_states(block);
  const Lane worker = block.persons(Sex::female, block.row_of(1980))[2];
  run_years(step, block, 2024, 2028, [&](const state::CountyBlock& now, const MonthFlows& flows) {
    EXPECT_TRUE((flows.births[0] == 0.0).all());
    EXPECT_TRUE((flows.deaths[0] == 0.0).all() && (flows.arrivals[1] == 0.0).all() && (flows.leavers[1] == 0.0).all());
    EXPECT_TRUE((now.persons(Sex::female, now.row_of(1980))[2] == worker).all());
  });
  EXPECT_NEAR(total_of(block)[0], 202 * 123.25, 1e-9);
  EXPECT_NEAR(block.total(Sex::male, 0)[0], 6 * 123.25, 1e-9) << "five cohorts joined those of 100 and over";
}

TEST(PopulationStep, ShrinksByTheExponentialOfAConstantHazard) {
  YearRates rates;
  rates.death[0].fill(0.03);
  rates.leaving[1].fill(0.07);
  const PopulationModel model(2023, test::even_population(10.0), {rates, rates, rates}, test::no_uncertainty());
  const PopulationDraw draw = central_population(model);
  state::CountyBlock block(2023, 3);
  PopulationStep step;
  step.begin_block(model, draw, test::chance_key, 0, false);
  step.open(block);
  run_years(step, block, 2024, 2026, [](const auto&, const auto&) {});
  EXPECT_NEAR(total_of(block, Sex::male)[5], 1010.0 * std::exp(-0.09), 1e-9);
  EXPECT_NEAR(total_of(block, Sex::female)[5], 1010.0 * std::exp(-0.21), 1e-9);
}

TEST(PopulationStep, ReachesTheStationaryTotalOfConstantArrivalsAndLeavers) {
  YearRates rates;
  for (auto& ages : rates.leaving) ages.fill(0.5);
  for (auto& ages : rates.arrivals) ages.fill(1.0);
  const PopulationModel model(2023, {}, std::vector<YearRates>(40, rates), test::no_uncertainty());
  const PopulationDraw draw = central_population(model);
  state::CountyBlock block(2023, 40);
  PopulationStep step;
  step.begin_block(model, draw, test::chance_key, 0, false);
  step.open(block);
  run_years(step, block, 2024, 2063, [](const auto&, const auto&) {});
  // Each month 202/12 arrive, and a share p = 1 - exp(-0.5/12) of those there before it leaves.
  EXPECT_NEAR(total_of(block)[0] * (1.0 - std::exp(-0.5 / 12.0)), 202.0 / 12.0, 1e-6);
}

TEST(PopulationStep, PutsAYearsArrivalsAtTheirAges) {
  YearRates rates;
  rates.arrivals[0][0] = 12.0;
  rates.arrivals[0][40] = 24.0;
  rates.arrivals[1][100] = 36.0;
  const PopulationModel model(2023, {}, {rates}, test::no_uncertainty());
  const PopulationDraw draw = central_population(model);
  state::CountyBlock block(2023, 1);
  PopulationStep step;
  step.begin_block(model, draw, test::chance_key, 0, false);
  step.open(block);
  MonthFlows flows;
  Lane arrived = Lane::Zero();
  step.begin_year(block, 2024);
  for (int month = 1; month <= 12; ++month) {
    step.step_month(block, time::first_of_month(2024, month), flows);
    arrived += flows.arrivals[0] + flows.arrivals[1];
  }
  EXPECT_NEAR(arrived[0], 72.0, 1e-9);
  EXPECT_NEAR(block.total(Sex::male, block.row_of(1984))[0], 12.0, 0.1) << "had their birthday when they came";
  EXPECT_NEAR(block.total(Sex::male, block.row_of(1983))[0], 12.0, 0.1) << "had it later in the year";
  EXPECT_NEAR(block.total(Sex::male, block.row_of(2024))[0], 6.0, 0.1);
  step.end_year(block);
  EXPECT_NEAR(block.total(Sex::female, 0)[0], 36.0, 0.1) << "the open age takes its arrivals once";
}

TEST(PopulationStep, LetsArrivalsInAnEmptyRowBeInactiveAndElsewhereLikeTheRow) {
  YearRates rates;
  for (auto& ages : rates.arrivals) ages.fill(12.0);
  const PopulationModel model(2023, {}, {rates}, test::no_uncertainty());
  const PopulationDraw draw = central_population(model);
  state::CountyBlock block(2023, 1);
  PopulationStep step;
  step.begin_block(model, draw, test::chance_key, 0, false);
  step.open(block);
  block.persons(Sex::male, block.row_of(1980))[2].setConstant(30.0);
  block.persons(Sex::male, block.row_of(1980))[4].setConstant(10.0);
  step.begin_year(block, 2024);
  MonthFlows flows;
  step.step_month(block, time::first_of_month(2024, 1), flows);
  const Lane* peopled = block.persons(Sex::male, block.row_of(1980));
  EXPECT_NEAR(peopled[2][0], 30.75, 1e-12);
  EXPECT_NEAR(peopled[4][0], 10.25, 1e-12);
  EXPECT_NEAR(peopled[0][0], 0.0, 1e-12);
  const Lane* empty = block.persons(Sex::female, block.row_of(1980));
  EXPECT_NEAR(empty[0][0], 1.0, 1e-12);
  EXPECT_EQ(empty[2][0], 0.0);
}

TEST(PopulationStep, SplitsBirthsByTheSexRatioAndLetsTheNewbornDie) {
  YearRates rates;
  for (std::size_t age = 15; age < 50; ++age) rates.fertility[age] = 0.12;
  rates.boys_per_girl = 1.05;
  rates.death[0][0] = 1.2;
  const PopulationModel model(2023, test::even_population(100.0), {rates}, test::no_uncertainty());
  const PopulationDraw draw = central_population(model);
  state::CountyBlock block(2023, 1);
  PopulationStep step;
  step.begin_block(model, draw, test::chance_key, 0, false);
  step.open(block);
  step.begin_year(block, 2024);
  MonthFlows flows;
  step.step_month(block, time::first_of_month(2024, 1), flows);
  // 35 ages of 100 women bear 0.01 a month.
  EXPECT_NEAR(flows.births[0][0] + flows.births[1][0], 35.0, 1e-9);
  EXPECT_NEAR(flows.births[0][0] / flows.births[1][0], 1.05, 1e-12);
  const double boys = flows.births[0][0];
  step.step_month(block, time::first_of_month(2024, 2), flows);
  const double expected = boys * std::exp(-0.1) + flows.births[0][0];
  EXPECT_NEAR(block.total(Sex::male, block.row_of(2024))[0], expected, 1e-9);
}

TEST(PopulationStep, RefusesAYearThatDoesNotFollow) {
  const PopulationModel model = test::still_model(test::even_population(1.0), 2);
  const PopulationDraw draw = central_population(model);
  state::CountyBlock block(2023, 5);
  PopulationStep step;
  step.begin_block(model, draw, test::chance_key, 0, false);
  step.open(block);
  EXPECT_THROW(step.begin_year(block, 2025), std::out_of_range);
  step.begin_year(block, 2024);
  step.end_year(block);
  step.begin_year(block, 2025);
  EXPECT_THROW(step.begin_year(block, 2026), std::out_of_range) << "beyond the model's years";
}

TEST(PopulationStep, GivesTheSameBitsAgain) {
  const PopulationModel model = test::random_model(5, 2);
  const PopulationDraw draw = draw_population(model, test::parameter_key, 32);
  PopulationStep step;
  state::CountyBlock once(2023, 2);
  state::CountyBlock again(2023, 2);
  for (state::CountyBlock* block : {&once, &again}) {
    step.begin_block(model, draw, test::chance_key, 32, true);
    step.open(*block);
    run_years(step, *block, 2024, 2025, [](const auto&, const auto&) {});
  }
  for (int row = 0; row < once.row_count(); ++row) {
    EXPECT_TRUE((once.total(Sex::male, row) == again.total(Sex::male, row)).all()) << row;
  }
}

}  // namespace
}  // namespace jobcast::population
