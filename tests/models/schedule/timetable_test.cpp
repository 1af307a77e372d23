#include "models/schedule/timetable.hpp"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <map>

#include "models/forecast/forecast.hpp"
#include "tests/models/programmes/fixture.hpp"

namespace jobcast::schedule {
namespace {

using programmes::testing::milestone;
using programmes::testing::plain_traits;
using programmes::testing::plan_of;
using programmes::testing::plan_with_actions;
using programmes::testing::programme;
using ::testing::Contains;
using ::testing::Not;

const plan::Plan& jeongseon() {
  static const plan::Plan plan = plan::load_plan(std::string(JOBCAST_SOURCE_DIR) + "/scenarios/jeongseon-2024");
  return plan;
}

Question few(int draws = 320) { return {.draws = draws, .seed = 3, .threads = 2}; }

const Timetable& of_jeongseon() {
  static const Timetable table = make_timetable(jeongseon(), scenario::as_written(jeongseon()), few());
  return table;
}

plan::Action sheet(const std::string& id, std::vector<plan::Milestone> milestones,
                   std::vector<std::string> covers = {}) {
  plan::Action action;
  action.id = id;
  action.covers = std::move(covers);
  action.milestones = std::move(milestones);
  return action;
}

Timetable of(const plan::Plan& plan, int draws = 8000) { return make_timetable(plan, {}, few(draws)); }

std::map<std::string, MilestoneTiming> by_id(const Timetable& table) {
  std::map<std::string, MilestoneTiming> timings;
  for (const auto& each : table.milestones) timings.emplace(table.network.steps()[each.step].id, each);
  return timings;
}

TEST(Timetable, HoldsADateAsOftenAsTheTriangleSays) {
  // Work takes 20 to 60 days, most likely 30, which is what the plan allows: P(D <= 30) = (30 - 20) / (60 - 20).
  const auto table = of(plan_with_actions({sheet("a", {milestone("a/permit", "2024-06-30", {20, 30, 60})})}));
  ASSERT_EQ(table.milestones.size(), 1U);
  const auto& timing = table.milestones[0];
  EXPECT_NEAR(timing.on_time.share, 0.25, 4.0 * timing.on_time.error);
  EXPECT_NEAR(timing.mean_delay, (20.0 + 30.0 + 60.0) / 3.0 - 30.0, 4.0 * timing.mean_delay_error);
  // Quantiles of the triangle past its mode: 60 - sqrt((1 - u) (60 - 20) (60 - 30)).
  const auto day = [](double duration) {
    return time::add_days(time::make_date(2024, 5, 31), static_cast<int>(std::ceil(duration)));
  };
  EXPECT_LE(std::abs(time::days_between(timing.reached_on.p50, day(60 - std::sqrt(0.5 * 1200)))), 1);
  EXPECT_LE(std::abs(time::days_between(timing.reached_on.p90, day(60 - std::sqrt(0.1 * 1200)))), 1);
  EXPECT_LE(std::abs(time::days_between(timing.reached_on.p10, day(20 + std::sqrt(0.1 * 400)))), 1);
  EXPECT_EQ(timing.criticality.share, 1.0) << "alone it is its project's end";
  EXPECT_EQ(timing.total_float, 0.0);
}

TEST(Timetable, SharesCriticalityBetweenEqualPaths) {
  const auto table = of(plan_with_actions(
      {sheet("a", {milestone("a/left", "2024-06-30", {20, 30, 60}), milestone("a/right", "2024-06-30", {20, 30, 60}),
                   milestone("a/both", "2024-07-30", {30, 30, 30}, {"a/left", "a/right"})})}));
  const auto timings = by_id(table);
  EXPECT_NEAR(timings.at("a/left").criticality.share, 0.5 * (1.0 - 0.25 * 0.25),
              4.0 * timings.at("a/left").criticality.error)
      << "each is the later one half of the time, but where both are early the planned start of what follows decides";
  EXPECT_NEAR(timings.at("a/right").criticality.share, timings.at("a/left").criticality.share, 0.05);
  EXPECT_EQ(timings.at("a/both").criticality.share, 1.0);
  const auto& both = timings.at("a/both").on_time;
  EXPECT_NEAR(both.share, 0.25 * 0.25, 4.0 * both.error) << "in time only when both are";
  ASSERT_EQ(table.projects.size(), 1U);
  EXPECT_EQ(table.projects[0].on_time.share, both.share);
}

TEST(Timetable, GivesFloatsOfTheCriticalPathMethod) {
  // Durations without spread: b waits ten days for nothing, the end waits for c.
  const auto table = of(plan_with_actions({sheet("p", {milestone("p/a", "2024-03-01", {30, 30, 30}),
                                                       milestone("p/b", "2024-03-21", {20, 20, 20}, {"p/a"}),
                                                       milestone("p/c", "2024-03-31", {30, 30, 30}, {"p/a"}),
                                                       milestone("p/d", "2024-04-10", {10, 10, 10}, {"p/b", "p/c"})})}),
                        32);
  const auto timings = by_id(table);
  EXPECT_EQ(timings.at("p/b").total_float, 10.0);
  EXPECT_EQ(timings.at("p/b").free_float, 10.0);
  EXPECT_EQ(timings.at("p/a").total_float, 0.0);
  EXPECT_FALSE(timings.at("p/b").critical);
  EXPECT_EQ(timings.at("p/b").criticality.share, 0.0);
  for (const auto* id : {"p/a", "p/c", "p/d"}) {
    EXPECT_TRUE(timings.at(id).critical) << id;
    EXPECT_EQ(timings.at(id).criticality.share, 1.0) << id;
    EXPECT_EQ(timings.at(id).on_time.share, 1.0) << id;
  }
  EXPECT_EQ(time::to_string(timings.at("p/b").earliest_start), "2024-03-01");
  EXPECT_EQ(time::to_string(timings.at("p/b").earliest_finish), "2024-03-21");
  EXPECT_EQ(time::to_string(timings.at("p/b").latest_start), "2024-03-11");
  EXPECT_EQ(time::to_string(timings.at("p/b").latest_finish), "2024-03-31");
}

TEST(Timetable, OpensAProgrammeWhenItsMilestoneAndItsOwnDelayHavePassed) {
  auto traits = plain_traits("t");
  traits.windows = {{7, 1, 12, 31, 1.0}};
  auto plan = plan_of({programme("jobs", 10, traits), programme("free", 10, traits)});
  plan.actions = {sheet("a", {milestone("a/works", "2024-06-30", {20, 30, 60})}, {"jobs"})};
  const auto table = of(plan);
  ASSERT_EQ(table.openings.size(), 1U) << "the other row waits for nothing";
  EXPECT_EQ(plan.programmes[table.openings[0].programme].id, "jobs");
  EXPECT_EQ(time::to_string(table.openings[0].planned), "2024-07-01");
  // One day is left between the milestone's date and the window: P(D <= 31) = 1 - (60 - 31)^2 / 1200.
  EXPECT_NEAR(table.openings[0].unhindered.share, 1.0 - 29.0 * 29.0 / 1200.0, 4.0 * table.openings[0].unhindered.error);
  EXPECT_EQ(table.total[1].planned, 20.0);
  EXPECT_EQ(table.total[1].mean, 20.0) << "by October the works are done";
  EXPECT_EQ(table.total[0].planned, 0.0);
  const double july = table.months[6].total.mean;
  EXPECT_GT(july, 10.0) << "the row that waits for nothing";
  EXPECT_LT(july, 20.0) << "the other has waited in some futures";
}

TEST(Timetable, AddsUpWhicheverWayProgrammesAreGrouped) {
  const auto& table = of_jeongseon();
  for (std::size_t week = 0; week < week_count; ++week) {
    double programmes = 0.0, planned = 0.0, sectors = 0.0, departments = 0.0;
    for (const auto& each : table.programmes) programmes += each.weeks[week].mean;
    for (const auto& each : table.programmes) planned += each.weeks[week].planned;
    for (const auto& each : table.sectors) sectors += each.weeks[week].mean;
    for (const auto& each : table.departments) departments += each.weeks[week].mean;
    const double total = table.total[week].mean;
    EXPECT_NEAR(programmes, total, 1e-9 * total);
    EXPECT_NEAR(sectors, total, 1e-9 * total);
    EXPECT_NEAR(departments, total, 1e-9 * total);
    EXPECT_NEAR(planned, table.total[week].planned, 1e-9 * planned);
    const auto& month = table.months[week == 0 ? 3 : 9];
    EXPECT_EQ(month.sunday, table.sundays[week]) << "the survey's week is the month's";
    EXPECT_NEAR(month.total.mean, total, 1e-9 * total);
    double by_month = 0.0;
    for (const auto& each : table.programmes) by_month += each.months[week == 0 ? 3 : 9];
    EXPECT_NEAR(by_month, total, 1e-9 * total);
  }
}

TEST(Timetable, HasTheForecastsPersonsAtWork) {
  const auto written = scenario::as_written(jeongseon());
  const forecast::Request request{
      .draws = 320, .seed = 3, .split_uncertainty = false, .until = time::make_date(2024, 12, 31)};
  const auto result = forecast::run(jeongseon(), written, request);
  const auto& table = of_jeongseon();
  for (std::size_t sector = 0; sector < result.jobs.size(); ++sector) {
    const auto& jobs = result.jobs[sector];
    EXPECT_NEAR(table.sectors[sector].weeks[1].mean, jobs.at_work_in_reference_week + jobs.unfilled,
                1e-9 * std::max(1.0, jobs.at_work_in_reference_week))
        << "posts offered are posts filled and posts for which nobody was left, in the same futures";
  }
}

TEST(Timetable, NamesTheJobsThatNoSurveySees) {
  std::vector<std::string> unseen;
  for (const auto* work : of_jeongseon().in_no_reference_week()) {
    unseen.push_back(jeongseon().programmes[work->programme].id);
    EXPECT_EQ(work->weeks[0].mean, 0.0) << "nobody comes before the window opens";
    EXPECT_EQ(work->weeks[1].mean, 0.0);
  }
  EXPECT_THAT(unseen, Contains("student-jobs"));
  EXPECT_THAT(unseen, Not(Contains("senior-jobs")));
}

TEST(Timetable, FollowsTheScenario) {
  const auto none = make_timetable(jeongseon(), scenario::load_scenario(jeongseon(), "no-programmes"), few(64));
  EXPECT_EQ(none.total[1].mean, 0.0) << "no base-year window reaches October";
  EXPECT_TRUE(none.openings.empty());
  EXPECT_EQ(none.total[1].planned, of_jeongseon().total[1].planned) << "the plan stays what it was";
  EXPECT_EQ(none.milestones.size(), of_jeongseon().milestones.size());
  const auto cut = make_timetable(jeongseon(), scenario::load_scenario(jeongseon(), "county-cut-10"), few());
  EXPECT_LT(cut.total[1].mean, of_jeongseon().total[1].mean);
}

TEST(Timetable, RepeatsItselfOnAnyNumberOfThreads) {
  auto question = few(100);
  question.threads = 1;
  const auto one = make_timetable(jeongseon(), scenario::as_written(jeongseon()), question);
  question.threads = 3;
  const auto three = make_timetable(jeongseon(), scenario::as_written(jeongseon()), question);
  for (std::size_t month = 0; month < month_count; ++month) {
    EXPECT_EQ(one.months[month].total.mean, three.months[month].total.mean);
    EXPECT_EQ(one.months[month].by_sector, three.months[month].by_sector);
  }
  for (std::size_t index = 0; index < one.milestones.size(); ++index) {
    EXPECT_EQ(one.milestones[index].on_time.share, three.milestones[index].on_time.share);
    EXPECT_EQ(one.milestones[index].mean_delay, three.milestones[index].mean_delay);
  }
}

RC_GTEST_PROP(Timetable, KeepsTheOrderOfDatesAndFloatsWhateverThePlan, ()) {
  const int count = *rc::gen::inRange(1, 10);
  std::vector<plan::Milestone> milestones;
  for (int index = 0; index < count; ++index) {
    const double low = *rc::gen::inRange(0, 100);
    const double mode = low + *rc::gen::inRange(0, 100);
    std::vector<std::string> after;
    for (int before = 0; before < index; ++before) {
      if (*rc::gen::inRange(0, 3) == 0) after.push_back("a/" + std::to_string(before));
    }
    const auto date = time::add_days(time::make_date(2024, 1, 1), *rc::gen::inRange(0, 900));
    milestones.push_back(milestone("a/" + std::to_string(index), time::to_string(date),
                                   {low, mode, mode + *rc::gen::inRange(0, 100)}, after));
  }
  const auto table = make_timetable(plan_with_actions({sheet("a", milestones)}), {}, few(32));
  RC_ASSERT(table.milestones.size() == milestones.size());
  for (const auto& timing : table.milestones) {
    RC_ASSERT(timing.reached_on.p10 <= timing.reached_on.p50 && timing.reached_on.p50 <= timing.reached_on.p90);
    RC_ASSERT(timing.earliest_start <= timing.earliest_finish && timing.earliest_finish <= timing.latest_finish);
    RC_ASSERT(timing.free_float >= 0.0 && timing.free_float <= timing.total_float + 1e-6);
    RC_ASSERT(!timing.critical || timing.total_float < 1e-6);
  }
  for (const auto& project : table.projects) {
    double most = 0.0;
    for (const std::size_t step : table.network.projects()[project.project].steps) {
      for (const auto& timing : table.milestones) {
        if (timing.step == step) most = std::max(most, timing.criticality.share);
      }
    }
    RC_ASSERT(most > 0.0);
  }
}

}  // namespace
}  // namespace jobcast::schedule
