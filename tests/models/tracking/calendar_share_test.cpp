#include "models/tracking/calendar_share.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jobcast::tracking {
namespace {

using random::Distribution;

time::Date day(int month, int of_month) { return time::make_date(2024, month, of_month); }

ProgrammeCalendar calendar(plan::Sector sector, std::vector<plan::Window> windows) {
  const auto count = windows.size();
  return {sector, std::move(windows), std::vector<std::optional<time::Date>>(count), 2024};
}

TEST(CalendarShare, PaysAsPeopleWorkAndFillsDirectPostsAtOnce) {
  // 100 days from 1 March.
  const auto posts = calendar(plan::Sector::direct, {{3, 1, 6, 8, 1.0}});
  EXPECT_EQ(progress(posts, Kind::spending, day(2, 29), 0.0).due, 0.0);
  EXPECT_NEAR(progress(posts, Kind::spending, day(3, 25), 0.0).due, 0.25, 1e-12);
  EXPECT_EQ(progress(posts, Kind::placements, day(2, 29), 0.0).due, 0.0);
  EXPECT_EQ(progress(posts, Kind::placements, day(3, 1), 0.0).due, 1.0);
  EXPECT_NEAR(progress(posts, Kind::placements, day(3, 25), 0.0).time, 0.25, 1e-12);
  const auto course = calendar(plan::Sector::training, {{3, 1, 6, 8, 1.0}});
  EXPECT_NEAR(progress(course, Kind::placements, day(3, 25), 0.0).due, 0.25, 1e-12);
}

TEST(CalendarShare, WaitsForDelaysAndMilestonesAndCatchesUp) {
  auto posts = calendar(plan::Sector::direct, {{3, 1, 6, 8, 1.0}});
  EXPECT_EQ(progress(posts, Kind::placements, day(3, 10), 20.0).due, 0.0);
  EXPECT_NEAR(progress(posts, Kind::spending, day(4, 29), 20.0).due, 0.5, 1e-12) << "40 of the 80 days left";
  EXPECT_EQ(progress(posts, Kind::spending, day(6, 8), 20.0).due, 1.0);
  posts.not_before[0] = day(3, 21);
  EXPECT_NEAR(progress(posts, Kind::spending, day(4, 29), 0.0).due, 0.5, 1e-12);
  posts.not_before[0] = day(7, 1);
  EXPECT_EQ(progress(posts, Kind::placements, day(12, 31), 0.0).due, 0.0) << "a gate after the window's end";
}

TEST(CalendarShare, CountsAWindowOverTheNewYearToItsEnd) {
  const auto duty = calendar(plan::Sector::direct, {{11, 15, 3, 15, 1.0}});
  EXPECT_EQ(progress(duty, Kind::placements, day(6, 30), 0.0).due, 0.0) << "the spring's posts are the base year's";
  EXPECT_EQ(progress(duty, Kind::spending, day(12, 31), 0.0).due, 1.0);
}

TEST(CalendarShare, AveragesOverTheDelay) {
  const auto posts = calendar(plan::Sector::direct, {{3, 1, 12, 31, 1.0}});
  const auto half = expected_progress(posts, Kind::placements, day(3, 10), Distribution::uniform(0.0, 20.0), 0.0);
  EXPECT_NEAR(half.due, 0.5, 0.01) << "ten of the twenty days of delay are over";
  const auto none = expected_progress(posts, Kind::placements, day(3, 10), Distribution::uniform(0.0, 20.0), 30.0);
  EXPECT_EQ(none.due, 0.0) << "the scenario's own delay comes on top";
}

RC_GTEST_PROP(CalendarShare, RisesFromNothingToAll, ()) {
  const int from = *rc::gen::inRange(1, 12);
  const int to = *rc::gen::inRange(from, 13);
  const auto sector = *rc::gen::element(plan::Sector::direct, plan::Sector::service);
  const auto kind = *rc::gen::element(Kind::spending, Kind::placements);
  const auto both = calendar(sector, {{from, 1, to, 28, 0.6}, {1, 10, 2, 10, 0.4}});
  double before = 0.0;
  for (int month = 1; month <= 12; ++month) {
    const auto now = progress(both, kind, time::last_of_month(2024, month), 0.0);
    RC_ASSERT(now.due >= before - 1e-12 && now.due <= 1.0 + 1e-12 && now.time <= 1.0 + 1e-12);
    before = now.due;
  }
  RC_ASSERT(std::abs(before - 1.0) < 1e-12);
}

}  // namespace
}  // namespace jobcast::tracking
