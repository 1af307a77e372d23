#include "models/labour/labour_step.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <stdexcept>
#include <vector>

#include "tests/models/labour/frozen_county.hpp"

namespace jobcast::labour {
namespace {

using units::Lane;

using test::model;

std::vector<Lane> totals(const state::CountyBlock& block) {
  std::vector<Lane> result;
  for (const state::Sex sex : state::sexes) {
    for (int row = 0; row < block.row_count(); ++row) result.push_back(block.total(sex, row));
  }
  return result;
}

bool all_there(const state::CountyBlock& block, const std::vector<Lane>& before) {
  const std::vector<Lane> now = totals(block);
  for (std::size_t i = 0; i < now.size(); ++i) {
    if (((now[i] - before[i]).abs() > 1e-9 * (1.0 + before[i])).any()) return false;
  }
  return true;
}

bool nobody_negative(const state::CountyBlock& block) {
  for (const state::Sex sex : state::sexes) {
    for (int row = 0; row < block.row_count(); ++row) {
      for (int k = 0; k < states; ++k) {
        if ((block.persons(sex, row)[k] < 0.0).any()) return false;
      }
    }
  }
  return true;
}

RC_GTEST_PROP(LabourStep, ConservesEveryRowAndLeavesNobodyNegative, ()) {
  const auto first = static_cast<std::uint32_t>(*rc::gen::inRange(0, 100000));
  const LabourDraw draw = draw_labour(model(), test::parameters_key, first);
  test::FrozenCounty county(model(), draw, true, first);
  county.block.begin_year();
  const std::vector<Lane> before = totals(county.block);
  for (int month = 1; month <= 12; ++month) {
    const time::Date start = time::first_of_month(2024, month);
    if (month % 3 == 0) county.step.begin_season(county.block, start);
    county.step.step_month(county.block, start);
    county.step.apply_shock(county.block, start,
                            {.ages = {15, 64}, .jobs = static_cast<double>(*rc::gen::inRange(-900, 900))});
    RC_ASSERT(all_there(county.block, before));
    RC_ASSERT(nobody_negative(county.block));
  }
}

TEST(LabourStep, LeavesChildrenInactive) {
  const LabourDraw draw = draw_labour(model(), test::parameters_key, 0);
  test::FrozenCounty county(model(), draw, true);
  county.pass_months(2024, 1, 12);
  for (const state::Sex sex : state::sexes) {
    const int row_of_14 = county.block.row_of(2010);
    for (std::size_t k = 1; k < states; ++k) EXPECT_TRUE((county.block.persons(sex, row_of_14)[k] == 0.0).all());
    const int row_of_15 = county.block.row_of(2009);
    EXPECT_TRUE((county.block.persons(sex, row_of_15)[3] > 0.0).all());
  }
}

TEST(LabourStep, HasStochasticTransitions) {
  const LabourDraw draw = draw_labour(model(), test::parameters_key, 16);
  test::FrozenCounty county(model(), draw, true);
  for (int cell = 0; cell < state::cell_count; ++cell) {
    for (const auto& row : county.step.transition(cell)) {
      Lane sum = Lane::Zero();
      for (const Lane& entry : row) {
        EXPECT_TRUE((entry >= 0.0).all());
        sum += entry;
      }
      EXPECT_LT((sum - 1.0).abs().maxCoeff(), 1e-14);
    }
  }
}

// On 1 January no row is between two groups, so a cell is tilted exactly.
TEST(LabourStep, TiltsTheLogOddsOfACellByTheQuartersStep) {
  LabourDraw draw = central_labour(model(), Behaviour::frozen);
  for (auto& step : draw.quarters) {
    step.employment.fill(Lane::Constant(0.17));
    step.women.setConstant(0.05);
    step.men.setConstant(-0.03);
    step.regular.setConstant(-0.2);
  }
  const LabourDraw still = draw;
  test::FrozenCounty before(model(), still, false);
  draw.behaviour = Behaviour::moving;
  test::FrozenCounty after(model(), draw, false);
  state::CellCounts from;
  state::CellCounts to;
  before.block.begin_year();
  after.block.begin_year();
  state::count_cells(before.block, time::make_date(2024, 1, 1), from);
  state::count_cells(after.block, time::make_date(2024, 1, 1), to);
  const auto log_odds = [](const state::CellCounts& counts, int cell) {
    return std::log(counts.employed(cell)[0] / (counts.total(cell) - counts.employed(cell))[0]);
  };
  for (int cell = 0; cell < state::cell_count; ++cell) {
    const double wanted = cell % 2 == 0 ? 0.14 : 0.22;
    EXPECT_NEAR(log_odds(to, cell) - log_odds(from, cell), wanted, 5e-3) << cell;
    const auto& shares = to.persons[static_cast<std::size_t>(cell)];
    const auto& shares_before = from.persons[static_cast<std::size_t>(cell)];
    EXPECT_NEAR(std::log(shares[2][0] / shares[3][0] * shares_before[3][0] / shares_before[2][0]), -0.2, 5e-3) << cell;
    EXPECT_NEAR(after.step.stationary(cell)[1][0], before.step.stationary(cell)[1][0], 1e-12);
  }
}

TEST(LabourStep, GoesWhereTheGeneratorLeadsWhenNothingChanges) {
  LabourDraw draw = central_labour(model(), Behaviour::frozen);
  draw.season.setZero();
  for (std::size_t cell = 0; cell < draw.monthly.size(); ++cell) {
    monthly_transitions(draw.rates[cell], draw.stationary[cell], draw.season, terms_to_simulate, draw.monthly[cell]);
  }
  test::FrozenCounty county(model(), draw, false);
  county.block.begin_year();
  // Months that all begin on the same day: nobody has a birthday.
  for (int month = 0; month < 4000; ++month) county.step.step_month(county.block, time::make_date(2024, 1, 1));
  const int row = county.block.row_of(2024 - 45);
  const Lane* people = county.block.persons(state::Sex::male, row);
  const LogRatios& ratios = county.step.stationary(state::cell_of(4, state::Sex::male));
  for (std::size_t k = 1; k < states; ++k) EXPECT_NEAR(std::log(people[k][0] / people[0][0]), ratios[k][0], 1e-8) << k;
}

TEST(LabourStep, GivesTheSameBitsForTheSameSeed) {
  const LabourDraw draw = draw_labour(model(), test::parameters_key, 64);
  test::FrozenCounty once(model(), draw, true, 64);
  test::FrozenCounty again(model(), draw, true, 64);
  once.pass_months(2024, 1, 12);
  again.pass_months(2024, 1, 12);
  for (const state::Sex sex : state::sexes) {
    for (int row = 0; row < once.block.row_count(); ++row) {
      for (int k = 0; k < states; ++k) {
        ASSERT_TRUE((once.block.persons(sex, row)[k] == again.block.persons(sex, row)[k]).all());
      }
    }
  }
}

TEST(LabourStep, HasTheDeterministicRunAsTheMeanOfItsChances) {
  const LabourDraw draw = central_labour(model(), Behaviour::frozen);
  test::FrozenCounty expected(model(), draw, false);
  expected.pass_months(2024, 1, 12);
  const state::AgeRange ages{15, 64};
  state::CellCounts counts;
  state::count_cells(expected.block, time::make_date(2024, 12, 31), counts);
  const double wanted = test::employed(counts, ages)[0];
  double sum = 0.0;
  double squares = 0.0;
  const int blocks = 60;
  for (int block = 0; block < blocks; ++block) {
    test::FrozenCounty county(model(), draw, true, static_cast<std::uint32_t>(16 * block));
    county.pass_months(2024, 1, 12);
    state::count_cells(county.block, time::make_date(2024, 12, 31), counts);
    const Lane astray = test::employed(counts, ages) - wanted;
    sum += astray.sum();
    squares += astray.square().sum();
  }
  const double count = blocks * static_cast<double>(units::lane_count);
  const double sd = std::sqrt(squares / count);
  EXPECT_NEAR(sum / count, 0.0, 4.0 * sd / std::sqrt(count));
  // Twenty thousand people of whom 77 % work: at most n e (1 - e) = 60^2, after a year most of it.
  EXPECT_GT(sd, 25.0);
  EXPECT_LT(sd, 62.0);
}

TEST(LabourStep, KnowsNoQuarterBeyondTheForecast) {
  const LabourDraw draw = central_labour(model());
  test::FrozenCounty county(model(), draw, false);
  EXPECT_EQ(model().quarter_count(), 21);
  EXPECT_THROW(county.step.begin_season(county.block, time::make_date(2029, 3, 1)), std::out_of_range);
  EXPECT_THROW(county.step.begin_season(county.block, time::make_date(2023, 9, 1)), std::out_of_range);
}

TEST(QuarterIndex, PutsTheEndOfAYearAndItsFirstMonthsInOneQuarter) {
  EXPECT_EQ(quarter_index(time::make_date(2023, 12, 31)), quarter_index(time::make_date(2024, 2, 29)));
  EXPECT_EQ(quarter_index(time::make_date(2024, 3, 1)), quarter_index(time::make_date(2024, 2, 29)) + 1);
  EXPECT_EQ(quarter_index(time::make_date(2024, 12, 1)), quarter_index(time::make_date(2023, 12, 31)) + 4);
}

}  // namespace
}  // namespace jobcast::labour
