#include "models/programmes/calendar.hpp"

#include <gtest/gtest.h>

namespace jobcast::programmes {
namespace {

const std::vector<plan::Window> wildfire_watch{{2, 1, 5, 15, 1.0}, {11, 1, 12, 15, 1.0}};
const std::vector<plan::Window> student_vacation{{1, 1, 1, 31, 0.5}, {7, 1, 8, 31, 0.5}};

/// The share of a programme's slots that is at work on at least one day of [from, to].
double share_at_work(const std::vector<plan::Window>& windows, time::Date from, time::Date to) {
  double share = 0.0;
  for (const Spell& spell : spells(windows, time::year_of(from))) {
    if (spell.from <= to && from <= spell.to) share += spell.share;
  }
  return share;
}

double in_week(const std::vector<plan::Window>& windows, int year, int half) {
  const auto sunday = time::reference_week(year, half);
  return share_at_work(windows, sunday, time::add_days(sunday, 6));
}

TEST(Calendar, PutsWildfireWatchersInAprilsWeekAndNotInOctobers) {
  EXPECT_EQ(in_week(wildfire_watch, 2024, 1), 1.0);
  EXPECT_EQ(in_week(wildfire_watch, 2024, 2), 0.0);
}

TEST(Calendar, KeepsStudentJobsOutOfBothReferenceWeeks) {
  EXPECT_EQ(in_week(student_vacation, 2024, 1), 0.0);
  EXPECT_EQ(in_week(student_vacation, 2024, 2), 0.0);
}

TEST(Calendar, CountsAWindowThatTouchesOneDayOfTheWeek) {
  const auto sunday = time::reference_week(2024, 2);
  ASSERT_EQ(time::to_string(sunday), "2024-10-13");
  EXPECT_EQ(share_at_work({{10, 19, 10, 31, 1.0}}, sunday, time::add_days(sunday, 6)), 1.0);
  EXPECT_EQ(share_at_work({{10, 20, 10, 31, 1.0}}, sunday, time::add_days(sunday, 6)), 0.0);
}

TEST(Calendar, LetsAWindowCrossTheNewYear) {
  const std::vector<plan::Window> snow{{12, 1, 3, 15, 1.0}};
  EXPECT_EQ(share_at_work(snow, time::make_date(2024, 1, 10), time::make_date(2024, 1, 10)), 1.0);
  EXPECT_EQ(share_at_work(snow, time::make_date(2024, 6, 1), time::make_date(2024, 6, 1)), 0.0);
  EXPECT_EQ(share_at_work(snow, time::make_date(2024, 12, 24), time::make_date(2024, 12, 24)), 1.0);
}

TEST(Calendar, GivesAWindowThatCrossesTheNewYearTheRunThatEndsAndTheOneThatBegins) {
  const auto runs = spells({{1, 1, 12, 31, 0.5}, {11, 15, 3, 15, 0.5}}, 2024);
  ASSERT_EQ(runs.size(), 3u);
  EXPECT_EQ(time::to_string(runs[1].from), "2023-11-15");
  EXPECT_EQ(time::to_string(runs[1].to), "2024-03-15");
  EXPECT_EQ(time::to_string(runs[2].from), "2024-11-15");
  EXPECT_EQ(runs[1].window, 1u);
  EXPECT_EQ(runs[2].window, 1u);
}

TEST(Calendar, EndsAWindowOnTheLastOfFebruaryWhereTheYearHasNo29th) {
  const auto in_2023 = spells({{2, 1, 2, 29, 1.0}}, 2023);
  ASSERT_EQ(in_2023.size(), 1u);
  EXPECT_EQ(time::to_string(in_2023.front().to), "2023-02-28");
}

}  // namespace
}  // namespace jobcast::programmes
