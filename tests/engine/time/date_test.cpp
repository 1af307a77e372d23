#include "engine/time/date.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jobcast::time {
namespace {

Date any_date() { return Date(std::chrono::days(*rc::gen::inRange(-60000, 80000))); }

TEST(Date, CountsDaysFromTheEpoch) {
  EXPECT_EQ(make_date(1970, 1, 1).time_since_epoch().count(), 0);
  EXPECT_EQ(make_date(2024, 1, 1).time_since_epoch().count(), 19723);
  EXPECT_EQ(days_between(make_date(2024, 1, 1), make_date(2025, 1, 1)), 366);
  EXPECT_EQ(days_between(make_date(2023, 1, 1), make_date(2024, 1, 1)), 365);
  EXPECT_EQ(days_between(make_date(1900, 2, 28), make_date(1900, 3, 1)), 1);
  EXPECT_EQ(days_between(make_date(2000, 2, 28), make_date(2000, 3, 1)), 2);
  EXPECT_EQ(days_between(make_date(2024, 3, 1), make_date(2024, 2, 1)), -29);
}

TEST(Date, KnowsTheEndsOfMonths) {
  EXPECT_EQ(last_of_month(2024, 2), make_date(2024, 2, 29));
  EXPECT_EQ(last_of_month(2023, 2), make_date(2023, 2, 28));
  EXPECT_EQ(last_of_month(2024, 12), make_date(2024, 12, 31));
  EXPECT_EQ(add_days(last_of_month(2024, 12), 1), first_of_month(2025, 1));
}

RC_GTEST_PROP(Date, IsRebuiltFromYearMonthAndDay, ()) {
  const Date date = any_date();
  RC_ASSERT(make_date(year_of(date), month_of(date), day_of(date)) == date);
}

RC_GTEST_PROP(Date, AddsTheDaysBetween, ()) {
  const Date from = any_date();
  const Date to = any_date();
  RC_ASSERT(add_days(from, days_between(from, to)) == to);
}

TEST(ReferenceWeek, BeginsOnTheSundayOfTheWeekThatHoldsTheFifteenth) {
  EXPECT_EQ(to_string(reference_week(2024, 1)), "2024-04-14");
  EXPECT_EQ(to_string(reference_week(2024, 2)), "2024-10-13");
  EXPECT_EQ(to_string(reference_week(2023, 2)), "2023-10-15");
}

TEST(ReferenceWeek, HoldsTheFifteenthInEveryYear) {
  for (int year = 1900; year < 2200; ++year) {
    for (const int half : {1, 2}) {
      const Date sunday = reference_week(year, half);
      const int ahead = days_between(sunday, make_date(year, half == 1 ? 4 : 10, 15));
      EXPECT_EQ(std::chrono::weekday(sunday), std::chrono::Sunday) << year << " half " << half;
      EXPECT_GE(ahead, 0) << year << " half " << half;
      EXPECT_LE(ahead, 6) << year << " half " << half;
    }
  }
}

TEST(BirthdayShare, GrowsFromNothingToNearlyAllInAYear) {
  EXPECT_EQ(birthday_share(make_date(2024, 1, 1)), 0.0);
  EXPECT_DOUBLE_EQ(birthday_share(make_date(2024, 12, 31)), 365.0 / 365.25);
  EXPECT_DOUBLE_EQ(birthday_share(make_date(2023, 12, 31)), 364.0 / 365.25);
  EXPECT_DOUBLE_EQ(birthday_share(make_date(2023, 7, 2)), 182.0 / 365.25);
}

RC_GTEST_PROP(ParseDate, ReadsWhatToStringWrites, ()) {
  const Date date = any_date();
  RC_ASSERT(parse_date(to_string(date)) == date);
}

TEST(ParseDate, ReadsNothingElse) {
  for (const char* text : {"", "2024", "2024-2-03", "2024-02-30", "2023-02-29", "2024-13-01", "2024-00-10",
                           "2024-01-00", "2024/01/01", "2024-01-01 ", " 2024-01-01", "2024-01-1x", "2024-+1-01",
                           "-024-01-01", "20240-1-01", "2024-01--1", "１-01-01"}) {
    EXPECT_EQ(parse_date(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace jobcast::time
