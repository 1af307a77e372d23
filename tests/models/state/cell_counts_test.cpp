#include "models/state/cell_counts.hpp"

#include <gtest/gtest.h>

namespace jobcast::state {
namespace {

constexpr int lane = 3;

double within(const CellCounts& counts, int group, Sex sex) { return counts.total(cell_of(group, sex))[lane]; }

TEST(CellCounts, PutEveryoneOfAWholeGroupIntoItsCellByState) {
  CountyBlock block(2023, 1);
  units::Lane* persons = block.persons(Sex::female, block.row_of(1990));
  for (int state = 0; state < labour_state_count; ++state) persons[state].setConstant(state + 1.0);
  CellCounts counts;
  count_cells(block, time::make_date(2023, 10, 15), counts);
  const int cell = cell_of(labour_group_of(33), Sex::female);
  EXPECT_EQ(counts.total(cell)[lane], 15.0);
  EXPECT_EQ(counts.employed(cell)[lane], 3.0 + 4.0 + 5.0);
  EXPECT_EQ(counts.total(cell_of(labour_group_of(33), Sex::male))[lane], 0.0);
}

TEST(CellCounts, SplitACohortAtAGroupsEdgeByTheShareThatHadItsBirthday) {
  CountyBlock block(2023, 1);
  block.persons(Sex::male, block.row_of(2003))[0].setConstant(1000.0);
  const time::Date date = time::make_date(2023, 7, 2);
  const double share = time::birthday_share(date);
  CellCounts counts;
  count_cells(block, date, counts);
  EXPECT_NEAR(within(counts, labour_group_of(20), Sex::male), 1000.0 * share, 1e-9);
  EXPECT_NEAR(within(counts, labour_group_of(19), Sex::male), 1000.0 * (1.0 - share), 1e-9);
}

TEST(CellCounts, CountOnlyThePartOfFifteenYearOldsThatIsFifteen) {
  CountyBlock block(2023, 1);
  block.persons(Sex::male, block.row_of(2008))[0].setConstant(100.0);
  block.persons(Sex::male, block.row_of(2010))[0].setConstant(70.0);
  const time::Date date = time::make_date(2023, 4, 9);
  CellCounts counts;
  count_cells(block, date, counts);
  double all = 0.0;
  for (int cell = 0; cell < cell_count; ++cell) all += counts.total(cell)[lane];
  EXPECT_NEAR(all, 100.0 * time::birthday_share(date), 1e-9);
}

TEST(CellCounts, KeepTheOldestInTheLastGroupBeforeAndAfterTheyAreRetired) {
  CountyBlock block(2023, 2);
  block.persons(Sex::female, 0)[0].setConstant(8.0);
  block.persons(Sex::female, 1)[0].setConstant(5.0);
  block.begin_year();
  CellCounts counts;
  count_cells(block, time::make_date(2024, 12, 31), counts);
  EXPECT_EQ(within(counts, labour_group_count - 1, Sex::female), 13.0);
  block.retire_oldest();
  count_cells(block, time::make_date(2024, 12, 31), counts);
  EXPECT_EQ(within(counts, labour_group_count - 1, Sex::female), 13.0);
}

TEST(AgeGroupCounts, FollowCompletedAgesAtTheEndOfTheNewestBirthYear) {
  CountyBlock block(2023, 1);
  for (int age = 0; age <= oldest_age; ++age) {
    block.persons(Sex::male, block.row_of(2023 - age))[0].setConstant(1.0);
    block.persons(Sex::female, block.row_of(2023 - age))[1].setConstant(10.0);
  }
  AgeGroupCounts counts;
  count_age_groups(block, counts);
  for (std::size_t group = 0; group < plan_age_groups.size(); ++group) {
    const double ages = plan_age_groups[group].to - plan_age_groups[group].from + 1;
    EXPECT_EQ(counts[group * 2][lane], ages) << plan_age_group_names[group];
    EXPECT_EQ(counts[group * 2 + 1][lane], 10.0 * ages) << plan_age_group_names[group];
  }
}

TEST(AgeGroupCounts, AreTheSameWhetherOrNotTheOldestWereRetired) {
  CountyBlock block(2023, 1);
  block.persons(Sex::male, 0)[0].setConstant(2.0);
  block.persons(Sex::male, 1)[0].setConstant(3.0);
  block.begin_year();
  block.persons(Sex::male, block.row_of(2024))[0].setConstant(7.0);
  AgeGroupCounts before;
  AgeGroupCounts after;
  count_age_groups(block, before);
  block.retire_oldest();
  count_age_groups(block, after);
  EXPECT_EQ(before[6 * 2][0], 5.0);
  EXPECT_EQ(before[0][0], 7.0);
  for (std::size_t cell = 0; cell < before.size(); ++cell) EXPECT_EQ(before[cell][0], after[cell][0]) << cell;
}

}  // namespace
}  // namespace jobcast::state
