#include <gtest/gtest.h>

#include "tests/models/labour/frozen_county.hpp"

namespace jobcast::labour {
namespace {

using units::Lane;

using test::model;

state::CellCounts counted(const state::CountyBlock& block, time::Date date) {
  state::CellCounts counts;
  state::count_cells(block, date, counts);
  return counts;
}

double regular(const state::CellCounts& counts) {
  double sum = 0.0;
  for (const auto& cell : counts.persons) sum += cell[2][0];
  return sum;
}

/// Everyone at work, row by row: on a day in the middle of a year a count by age splits the rows that have birthdays.
double at_work(const state::CountyBlock& block) {
  double sum = 0.0;
  for (const state::Sex sex : state::sexes) {
    for (int row = 0; row < block.row_count(); ++row) {
      for (const std::size_t k : employed_indices) sum += block.persons(sex, row)[k][0];
    }
  }
  return sum;
}

const time::Date new_year = time::make_date(2024, 1, 1);
const time::Date summer = time::make_date(2024, 6, 30);

TEST(Shock, EndsTheJobsItIsToldTo) {
  const LabourDraw draw = central_labour(model(), Behaviour::frozen);
  test::FrozenCounty county(model(), draw, false);
  county.block.begin_year();
  const auto before = counted(county.block, new_year);
  const Lane moved = county.step.apply_shock(county.block, new_year, {.ages = {15, 64}, .jobs = -120.0});
  const auto after = counted(county.block, new_year);
  EXPECT_NEAR(moved[0], -120.0, 1e-9);
  EXPECT_NEAR((test::employed(after, {15, 64}) - test::employed(before, {15, 64}))[0], -120.0, 1e-6);
  EXPECT_NEAR((test::employed(after, {65, 100}) - test::employed(before, {65, 100}))[0], 0.0, 1e-6);
  EXPECT_NEAR(regular(after) - regular(before), -120.0, 1e-6);
}

TEST(Shock, EndsAsManyInTheMiddleOfAYear) {
  const LabourDraw draw = central_labour(model(), Behaviour::frozen);
  test::FrozenCounty county(model(), draw, false);
  county.pass_months(2024, 1, 6);
  const double before = at_work(county.block);
  const Lane moved = county.step.apply_shock(county.block, summer, {.ages = {15, 64}, .jobs = -120.0});
  EXPECT_NEAR(moved[0], -120.0, 1e-9);
  EXPECT_NEAR(at_work(county.block) - before, -120.0, 1e-6);
}

TEST(Shock, EndsNoMoreJobsThanThereAre) {
  const LabourDraw draw = central_labour(model(), Behaviour::frozen);
  test::FrozenCounty county(model(), draw, false);
  county.block.begin_year();
  const double there = regular(counted(county.block, time::make_date(2024, 1, 1)));
  const Lane moved = county.step.apply_shock(county.block, time::make_date(2024, 1, 1),
                                             {.ages = {15, state::oldest_age}, .jobs = -1e6});
  EXPECT_NEAR(moved[0], -there, 1e-6);
  EXPECT_NEAR(regular(counted(county.block, time::make_date(2024, 1, 1))), 0.0, 1e-6);
}

TEST(Shock, OfMoreJobsHiresThoseWithoutWork) {
  const LabourDraw draw = central_labour(model(), Behaviour::frozen);
  test::FrozenCounty county(model(), draw, false);
  county.block.begin_year();
  const auto date = time::make_date(2024, 1, 1);
  const auto before = counted(county.block, date);
  const Lane moved = county.step.apply_shock(county.block, date,
                                             {.contract = plan::Contract::temporary, .ages = {15, 64}, .jobs = 80.0});
  const auto after = counted(county.block, date);
  EXPECT_NEAR(moved[0], 80.0, 1e-9);
  EXPECT_NEAR((test::employed(after, {15, 64}) - test::employed(before, {15, 64}))[0], 80.0, 1e-6);
  EXPECT_NEAR(regular(after), regular(before), 1e-6);
}

TEST(Shock, StaysInPart) {
  const LabourDraw draw = central_labour(model(), Behaviour::frozen);
  test::FrozenCounty with(model(), draw, false);
  test::FrozenCounty without(model(), draw, false);
  with.pass_months(2024, 1, 6);
  without.pass_months(2024, 1, 6);
  with.step.apply_shock(with.block, summer, {.ages = {15, 64}, .jobs = -500.0});
  EXPECT_NEAR(at_work(with.block) - at_work(without.block), -500.0, 1e-6);
  with.pass_months(2024, 7, 12);
  without.pass_months(2024, 7, 12);
  with.pass_months(2025, 1, 12);
  without.pass_months(2025, 1, 12);
  const double left = at_work(with.block) - at_work(without.block);
  EXPECT_LT(left, -30.0);
  EXPECT_GT(left, -400.0);
}

}  // namespace
}  // namespace jobcast::labour
