#include "models/forecast/calendar.hpp"

#include <gmock/gmock.h>

#include "models/forecast/play.hpp"

namespace jobcast::forecast {
namespace {

using time::make_date;

plan::Plan small_plan() {
  plan::Plan plan;
  plan.as_of = make_date(2023, 12, 31);
  plan.base_year = 2023;
  plan.plan_year = 2024;
  return plan;
}

/// What happened, in words.
struct Diary {
  std::vector<std::string>& pages;

  void write(const std::string& what, time::Date date) const { pages.push_back(time::to_string(date) + " " + what); }
  void operator()(const YearBegins& begins, time::Date date) const {
    write("year " + std::to_string(begins.year) + " begins", date);
  }
  void operator()(const SeasonBegins&, time::Date date) const { write("season", date); }
  void operator()(const MonthBegins& month, time::Date date) const {
    write(month.with_labour ? "month" : "month without labour", date);
  }
  void operator()(const ShockStrikes& shock, time::Date date) const {
    write("shock " + std::to_string(shock.shock), date);
  }
  void operator()(const SurveyWeek& week, time::Date date) const {
    write("survey " + std::to_string(week.survey), date);
  }
  void operator()(const YearEnds& ends, time::Date date) const {
    write("year " + std::to_string(ends.year) + " ends", date);
  }
};

std::vector<std::string> diary(const std::vector<scenario::DemandShock>& shocks, time::Date until) {
  std::vector<std::string> pages;
  const auto calendar = make_calendar(small_plan(), shocks, until);
  play(calendar, until, Diary{pages});
  return pages;
}

TEST(Calendar, PutsTheSurveysOfThePlanYearAfterTheirMonthHasBegun) {
  const auto calendar = make_calendar(small_plan(), {}, make_date(2024, 12, 31));
  ASSERT_EQ(calendar.surveys.size(), 2U);
  EXPECT_EQ(calendar.last_survey, make_date(2024, 10, 13));
  EXPECT_THAT(calendar.whole_years, ::testing::ElementsAre(2024));
  EXPECT_THAT(diary({}, make_date(2024, 12, 31)),
              ::testing::ElementsAre("2023-12-31 season", "2024-01-01 year 2024 begins", "2024-01-01 month",
                                     "2024-02-01 month", "2024-03-01 season", "2024-03-01 month", "2024-04-01 month",
                                     "2024-04-14 survey 0", "2024-05-01 month", "2024-06-01 season", "2024-06-01 month",
                                     "2024-07-01 month", "2024-08-01 month", "2024-09-01 season", "2024-09-01 month",
                                     "2024-10-01 month", "2024-10-13 survey 1", "2024-11-01 month without labour",
                                     "2024-12-01 month without labour", "2024-12-31 year 2024 ends"));
}

TEST(Calendar, LeavesOutASurveyWhoseWeekIsNotOver) {
  EXPECT_EQ(make_calendar(small_plan(), {}, make_date(2024, 10, 18)).surveys.size(), 1U);
  EXPECT_EQ(make_calendar(small_plan(), {}, make_date(2024, 10, 19)).surveys.size(), 2U);
  EXPECT_TRUE(make_calendar(small_plan(), {}, make_date(2024, 1, 1)).surveys.empty());
}

TEST(Calendar, CountsAYearOnlyWhenItIsWhole) {
  EXPECT_THAT(make_calendar(small_plan(), {}, make_date(2025, 12, 30)).whole_years, ::testing::ElementsAre(2024));
  EXPECT_THAT(make_calendar(small_plan(), {}, make_date(2025, 12, 31)).whole_years, ::testing::ElementsAre(2024, 2025));
}

TEST(Calendar, StrikesAShockOnItsDayIfASurveyCanStillSeeIt) {
  std::vector<scenario::DemandShock> shocks;
  shocks.push_back({.date = make_date(2024, 10, 13), .name = {}, .jobs = -10.0, .where = {}});
  shocks.push_back({.date = make_date(2024, 11, 1), .name = {}, .jobs = -10.0, .where = {}});
  shocks.push_back({.date = make_date(2024, 6, 30), .name = {}, .jobs = -10.0, .where = {}});
  const auto pages = diary(shocks, make_date(2024, 12, 31));
  EXPECT_THAT(pages, ::testing::Contains("2024-06-30 shock 2"));
  EXPECT_THAT(pages, ::testing::Not(::testing::Contains(::testing::HasSubstr("shock 1"))));
  const auto shock = std::find(pages.begin(), pages.end(), "2024-10-13 shock 0");
  ASSERT_NE(shock, pages.end());
  EXPECT_EQ(*(shock + 1), "2024-10-13 survey 1") << "a shock on the survey's first day is seen by it";
}

}  // namespace
}  // namespace jobcast::forecast
