#include "models/programmes/milestone_schedule.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "engine/graph/cycle_error.hpp"
#include "tests/models/programmes/fixture.hpp"

namespace jobcast::programmes {
namespace {

using ::testing::ElementsAre;
using testing::milestone;
using testing::plan_with_actions;
using units::Lane;

plan::Action action(const std::string& id, std::vector<plan::Milestone> milestones,
                    std::vector<std::string> covers = {}) {
  plan::Action result;
  result.id = id;
  result.covers = std::move(covers);
  result.milestones = std::move(milestones);
  return result;
}

std::vector<std::string> names(const MilestoneSchedule& schedule, const std::vector<std::size_t>& steps) {
  std::vector<std::string> ids;
  for (const std::size_t step : steps) ids.push_back(schedule.steps()[step].id);
  return ids;
}

const MilestoneStep& step(const MilestoneSchedule& schedule, const std::string& id) {
  for (const MilestoneStep& candidate : schedule.steps()) {
    if (candidate.id == id) return candidate;
  }
  throw std::out_of_range(id);
}

/// A pellet mill: two permits side by side, then works.
std::vector<plan::Milestone> pellet_mill() {
  return {milestone("mill/works", "2025-04-30", {60, 60, 60}, {"mill/approval", "mill/land"}),
          milestone("mill/land", "2024-04-30", {20, 30, 70}),
          milestone("mill/drawings", "2024-05-31", {30, 30, 30}, {"mill/land"}),
          milestone("mill/approval", "2024-12-31", {60, 90, 240}, {"mill/drawings"})};
}

TEST(MilestoneSchedule, PutsEveryStepAfterThoseItWaitsFor) {
  const MilestoneSchedule schedule(plan_with_actions({action("mill", pellet_mill())}));
  ASSERT_EQ(schedule.projects().size(), 1u);
  EXPECT_THAT(names(schedule, schedule.projects()[0].steps),
              ElementsAre("mill/land", "mill/drawings", "mill/approval", "mill/works"));
  for (std::size_t index = 0; index < schedule.steps().size(); ++index) {
    for (const std::size_t before : schedule.steps()[index].before) EXPECT_LT(before, index);
  }
}

TEST(MilestoneSchedule, ExpectsAStepLaterByTheMeanOverTheModeOfItsDuration) {
  const MilestoneSchedule schedule(plan_with_actions({action("mill", pellet_mill())}));
  // Land: planned start 30 days before its date, mean duration (20 + 30 + 70) / 3 = 40.
  EXPECT_NEAR(step(schedule, "mill/land").expected_delay, 10.0, 1e-9);
  EXPECT_NEAR(step(schedule, "mill/land").delay_sd,
              std::sqrt((20.0 * 20 + 30 * 30 + 70 * 70 - 20 * 30 - 20 * 70 - 30 * 70) / 18.0), 1e-9);
  // Drawings: May has 31 days, 30 of them are work; the land is 10 days late, so 9 are left.
  EXPECT_NEAR(step(schedule, "mill/drawings").expected_delay, 9.0, 1e-9);
  // Approval does not begin before its planned start of 2 October, which the drawings do not touch; mean 130
  // against 90.
  EXPECT_NEAR(step(schedule, "mill/approval").expected_delay, 40.0, 1e-9);
  // Works begin on 1 March at the earliest; approval is there on 9 February.
  EXPECT_NEAR(step(schedule, "mill/works").expected_delay, 0.0, 1e-9);
  EXPECT_EQ(time::to_string(step(schedule, "mill/land").expected()), "2024-05-10");
}

TEST(MilestoneSchedule, FindsTheCriticalPathAndTheSlackOfEachProject) {
  auto milestones = pellet_mill();
  milestones[0].duration_days.distribution = random::Distribution::fixed(110);  // planned start 10 January 2025
  const MilestoneSchedule schedule(plan_with_actions(
      {action("mill", milestones), action("course", {milestone("course/end", "2024-11-30", {10, 10, 10})})}));
  ASSERT_EQ(schedule.projects().size(), 2u);
  const MilestoneProject& mill = schedule.projects()[0];
  EXPECT_THAT(names(schedule, mill.critical_path), ElementsAre("mill/approval", "mill/works"));
  EXPECT_NEAR(mill.expected_delay, 30.0, 1e-9) << "approval is 40 days late, 10 days lay between it and the works";
  EXPECT_EQ(time::to_string(mill.planned_end), "2025-04-30");
  EXPECT_NEAR(step(schedule, "mill/approval").slack, 0.0, 1e-9);
  // Drawings are expected on 9 June; the approval's planned start is 2 October.
  EXPECT_NEAR(step(schedule, "mill/drawings").slack, 115.0, 1e-9);
  EXPECT_THAT(names(schedule, schedule.projects()[1].critical_path), ElementsAre("course/end"));
  EXPECT_NEAR(step(schedule, "course/end").slack, 0.0, 1e-9) << "slack is counted to the end of the own project";
}

TEST(MilestoneSchedule, JoinsSheetsThatWaitForEachOther) {
  const MilestoneSchedule schedule(
      plan_with_actions({action("b", {milestone("b/hiring", "2024-10-01", {5, 5, 5}, {"a/training"})}),
                         action("a", {milestone("a/training", "2024-09-25", {30, 30, 60})})}));
  ASSERT_EQ(schedule.projects().size(), 1u);
  EXPECT_THAT(names(schedule, schedule.projects()[0].critical_path), ElementsAre("a/training", "b/hiring"));
  EXPECT_NEAR(step(schedule, "b/hiring").expected_delay, 9.0, 1e-9) << "ten days late, one day between them";
}

TEST(MilestoneSchedule, NamesACircle) {
  try {
    const MilestoneSchedule schedule(
        plan_with_actions({action("a", {milestone("a/one", "2024-05-01", {1, 1, 1}, {"a/three"}),
                                        milestone("a/two", "2024-06-01", {1, 1, 1}, {"a/one"}),
                                        milestone("a/three", "2024-07-01", {1, 1, 1}, {"a/two"})})}));
    FAIL() << "a circle has no order";
  } catch (const graph::CycleError& error) {
    EXPECT_THAT(error.ids(), ElementsAre("a/one", "a/two", "a/three"));
  }
}

TEST(MilestoneSchedule, RefusesToWaitForWhatIsNotThere) {
  EXPECT_THROW(
      MilestoneSchedule(plan_with_actions({action("a", {milestone("a/one", "2024-05-01", {1, 1, 1}, {"a/none"})})})),
      std::out_of_range);
}

TEST(MilestoneSchedule, TakesWhatWasPlannedBeforeThePlansOwnDateAsDone) {
  const MilestoneSchedule schedule(
      plan_with_actions({action("a", {milestone("a/old", "2023-12-31", {10, 20, 900}),
                                      milestone("a/new", "2024-02-10", {20, 20, 20}, {"a/old"})})}));
  EXPECT_TRUE(step(schedule, "a/old").reached);
  EXPECT_EQ(step(schedule, "a/old").expected_delay, 0.0);
  EXPECT_NEAR(step(schedule, "a/new").expected_delay, 0.0, 1e-9);
  EXPECT_THAT(names(schedule, schedule.projects()[0].critical_path), ElementsAre("a/new"));
}

TEST(MilestoneSchedule, DrawsTheDayOfAStepAroundItsExpectation) {
  const MilestoneSchedule schedule(plan_with_actions({action("mill", pellet_mill())}));
  std::vector<Lane> finish(schedule.steps().size());
  constexpr int draws = 16'000;
  std::vector<double> sums(finish.size()), squares(finish.size());
  for (std::uint32_t first = 0; first < draws; first += units::lane_count) {
    schedule.draw({5, random::Purpose::execution}, first, finish);
    for (std::size_t index = 0; index < finish.size(); ++index) {
      const Lane late = finish[index] - static_cast<double>(schedule.steps()[index].planned.time_since_epoch().count());
      sums[index] += late.sum();
      squares[index] += late.square().sum();
    }
  }
  const double mean = sums[0] / draws;
  const MilestoneStep& land = schedule.steps()[0];
  EXPECT_NEAR(mean, land.expected_delay, 4.0 * land.delay_sd / std::sqrt(draws));
  EXPECT_NEAR(std::sqrt(squares[0] / draws - mean * mean), land.delay_sd, 0.2);
  // Where paths meet the mean of the later is later than the later of the means.
  EXPECT_GE(sums[1] / draws,
            schedule.steps()[1].expected_delay - 4.0 * schedule.steps()[1].delay_sd / std::sqrt(draws));
}

RC_GTEST_PROP(MilestoneSchedule, NeverReachesAStepBeforeThoseItWaitsForWhateverThePlan, ()) {
  const int count = *rc::gen::inRange(1, 12);
  std::vector<plan::Milestone> milestones;
  for (int index = 0; index < count; ++index) {
    const double low = *rc::gen::inRange(0, 100);
    const double mode = low + *rc::gen::inRange(0, 100);
    std::vector<std::string> after;
    for (int before = 0; before < index; ++before) {
      if (*rc::gen::inRange(0, 3) == 0) after.push_back("a/" + std::to_string(before));
    }
    const auto date = time::add_days(time::make_date(2023, 6, 1), *rc::gen::inRange(0, 900));
    milestones.push_back(milestone("a/" + std::to_string(index), time::to_string(date),
                                   {low, mode, mode + *rc::gen::inRange(0, 100)}, after));
  }
  std::reverse(milestones.begin(), milestones.end());
  const MilestoneSchedule schedule(plan_with_actions({action("a", milestones)}));
  std::vector<Lane> finish(schedule.steps().size());
  schedule.draw({*rc::gen::arbitrary<std::uint64_t>(), random::Purpose::execution}, 0, finish);
  RC_ASSERT(schedule.steps().size() == milestones.size());
  for (std::size_t index = 0; index < finish.size(); ++index) {
    const MilestoneStep& own = schedule.steps()[index];
    RC_ASSERT(own.slack >= -1e-6);
    if (own.reached) continue;
    for (const std::size_t before : own.before) RC_ASSERT((finish[before] <= finish[index]).all());
  }
}

TEST(MilestoneJobs, BeginOnTheExpectedDateWhereNoRowHoldsThem) {
  auto opening = milestone("mill/opening", "2024-06-30", {10, 20, 60});
  opening.jobs = 30;
  auto reached = milestone("old/opening", "2023-06-30", {10, 20, 60});
  reached.jobs = 10;
  const plan::Plan plan = plan_with_actions(
      {action("mill", {opening}), action("covered", {milestone("covered/none", "2024-06-30", {1, 1, 1})}, {"p"}),
       action("old", {reached})});
  const auto shocks = milestone_jobs(plan, MilestoneSchedule(plan));
  ASSERT_EQ(shocks.size(), 1u);
  EXPECT_EQ(time::to_string(shocks[0].date), "2024-07-10");
  EXPECT_EQ(shocks[0].jobs, 30.0);
  EXPECT_EQ(shocks[0].contract, plan::Contract::regular);

  plan::Plan covered = plan;
  covered.actions[0].covers = {"p"};
  EXPECT_TRUE(milestone_jobs(covered, MilestoneSchedule(covered)).empty());
}

}  // namespace
}  // namespace jobcast::programmes
