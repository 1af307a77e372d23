#include "models/state/county_block.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace jobcast::state {
namespace {

double everyone(const CountyBlock& block) {
  double sum = 0.0;
  for (const Sex sex : sexes) {
    for (int row = 0; row < block.row_count(); ++row) sum += block.total(sex, row).sum();
  }
  return sum;
}

/// Every row and state holds a number of its own.
void fill_distinctly(CountyBlock& block) {
  double next = 1.0;
  for (const Sex sex : sexes) {
    for (int row = 0; row < block.row_count(); ++row) {
      for (int state = 0; state < labour_state_count; ++state) block.persons(sex, row)[state].setConstant(next++);
    }
  }
}

TEST(CountyBlock, HasARowForEachAgeFromZeroToHundredAtItsStart) {
  const CountyBlock block(2023, 2);
  EXPECT_EQ(block.row_count(), 101);
  EXPECT_EQ(block.newest_birth_year(), 2023);
  EXPECT_EQ(block.first_birth_year(), 1923);
  EXPECT_EQ(block.row_of(2000), 77);
  EXPECT_EQ(block.birth_year(77), 2000);
  EXPECT_EQ(everyone(block), 0.0);
}

TEST(CountyBlock, KeepsTheStatesOfRowsAndSexesApart) {
  CountyBlock block(2023, 1);
  fill_distinctly(block);
  block.begin_year();
  double expected = 1.0;
  for (const Sex sex : sexes) {
    for (int row = 0; row < 101; ++row) {
      for (int state = 0; state < labour_state_count; ++state) {
        EXPECT_EQ(block.persons(sex, row)[state][units::lane_count - 1], expected++)
            << "row " << row << " state " << state;
      }
    }
    EXPECT_EQ(block.total(sex, 101).sum(), 0.0);
  }
}

TEST(CountyBlock, MergesTheOldestIntoTheNextRowWithoutLosingAnyone) {
  CountyBlock block(2023, 3);
  fill_distinctly(block);
  block.begin_year();
  const double before = everyone(block);
  const double oldest = block.persons(Sex::female, 0)[2][0];
  const double next = block.persons(Sex::female, 1)[2][0];
  const double middle = block.persons(Sex::male, block.row_of(1980))[3][1];
  block.retire_oldest();
  EXPECT_EQ(block.row_count(), 101);
  EXPECT_EQ(block.first_birth_year(), 1924);
  EXPECT_EQ(block.persons(Sex::female, 0)[2][0], oldest + next);
  EXPECT_EQ(block.persons(Sex::male, block.row_of(1980))[3][1], middle);
  EXPECT_DOUBLE_EQ(everyone(block), before);
}

TEST(CountyBlock, RetiresNobodyWhileTheFirstRowIsTheOldestAge) {
  CountyBlock block(2023, 1);
  fill_distinctly(block);
  block.retire_oldest();
  EXPECT_EQ(block.row_count(), 101);
  EXPECT_EQ(block.first_birth_year(), 1923);
}

TEST(CountyBlock, RefusesMoreYearsThanItHasRoomFor) {
  CountyBlock block(2023, 2);
  block.begin_year();
  block.retire_oldest();
  block.begin_year();
  EXPECT_THROW(block.begin_year(), std::out_of_range);
}

TEST(CountyBlock, IsAsNewAfterClearing) {
  CountyBlock block(2023, 1);
  fill_distinctly(block);
  block.begin_year();
  block.retire_oldest();
  block.clear();
  EXPECT_EQ(block.first_birth_year(), 1923);
  EXPECT_EQ(block.newest_birth_year(), 2023);
  EXPECT_EQ(everyone(block), 0.0);
  EXPECT_NO_THROW(block.begin_year());
}

}  // namespace
}  // namespace jobcast::state
