#include "engine/graph/dependency_graph.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <limits>
#include <stdexcept>

#include "engine/graph/cycle.hpp"

namespace jobcast::graph {
namespace {

using ::testing::ElementsAre;

/// Land split -> plan -> approval -> purchase -> works, with a survey beside the plan.
DependencyGraph land_works() {
  DependencyGraph graph;
  graph.add_task("split", 30);
  graph.add_task("plan", 60);
  graph.add_task("survey", 20);
  graph.add_task("approval", 45);
  graph.add_task("purchase", 90);
  graph.add_task("works", 120);
  graph.add_dependency("split", "plan");
  graph.add_dependency("split", "survey");
  graph.add_dependency("plan", "approval");
  graph.add_dependency("survey", "approval");
  graph.add_dependency("approval", "purchase");
  graph.add_dependency("purchase", "works");
  return graph;
}

/// Tasks whose dependencies all run from an earlier place of a random order to a later one.
DependencyGraph random_acyclic() {
  const int size = *rc::gen::inRange(1, 20);
  DependencyGraph graph;
  for (int task = 0; task < size; ++task) graph.add_task("t" + std::to_string(task), *rc::gen::inRange(0, 30));
  std::vector<int> order;
  for (int task = 0; task < size; ++task) order.insert(order.begin() + *rc::gen::inRange(0, task + 1), task);
  const int arrows = *rc::gen::inRange(0, 3 * size);
  for (int arrow = 0; arrow < arrows; ++arrow) {
    const int a = *rc::gen::inRange(0, size);
    const int b = *rc::gen::inRange(0, size);
    if (a != b) {
      graph.add_dependency(order[static_cast<std::size_t>(std::min(a, b))],
                           order[static_cast<std::size_t>(std::max(a, b))]);
    }
  }
  return graph;
}

TEST(DependencyGraph, FindsTheCriticalPathOfAKnownPlan) {
  const auto schedule = land_works().schedule();
  EXPECT_EQ(schedule.length, 345.0);
  EXPECT_THAT(schedule.critical_path, ElementsAre(0, 1, 3, 4, 5));
  EXPECT_EQ(schedule.times[2].earliest_start, 30.0);
  EXPECT_EQ(schedule.times[2].latest_start, 70.0);
  EXPECT_EQ(schedule.times[2].total_float(), 40.0);
  EXPECT_EQ(schedule.times[3].total_float(), 0.0);
}

TEST(DependencyGraph, TakesTheTaskAddedFirstWhereSeveralCouldComeNext) {
  DependencyGraph graph;
  for (const char* id : {"e", "d", "c", "b", "a"}) graph.add_task(id, 1.0);
  graph.add_dependency("a", "d");
  EXPECT_THAT(graph.topological_order(), ElementsAre(0, 2, 3, 4, 1));
}

TEST(DependencyGraph, NamesTheCycleInOrder) {
  DependencyGraph graph = land_works();
  graph.add_dependency("purchase", "plan");
  try {
    static_cast<void>(graph.schedule());
    FAIL() << "no cycle was found";
  } catch (const CycleError& error) {
    EXPECT_THAT(error.ids(), ElementsAre("plan", "approval", "purchase"));
    EXPECT_STREQ(error.what(), "plan -> approval -> purchase -> plan");
  }
}

TEST(DependencyGraph, NamesATaskThatWaitsForItself) {
  DependencyGraph graph = land_works();
  graph.add_dependency("works", "works");
  try {
    static_cast<void>(graph.topological_order());
    FAIL() << "no cycle was found";
  } catch (const CycleError& error) {
    EXPECT_THAT(error.ids(), ElementsAre("works"));
  }
}

TEST(DependencyGraph, RefusesWhatCannotBe) {
  DependencyGraph graph = land_works();
  EXPECT_THROW(graph.add_task("plan", 1.0), std::invalid_argument);
  EXPECT_THROW(graph.add_task("new", -1.0), std::invalid_argument);
  EXPECT_THROW(graph.add_task("new", std::numeric_limits<double>::quiet_NaN()), std::invalid_argument);
  EXPECT_THROW(graph.add_dependency("plan", "unknown"), std::out_of_range);
  EXPECT_THROW(graph.add_dependency(0, 6), std::out_of_range);
  EXPECT_THROW(static_cast<void>(graph.schedule({1.0, 2.0})), std::invalid_argument);
  EXPECT_EQ(graph.find("unknown"), -1);
  EXPECT_EQ(graph.size(), 6) << "a refused task must leave no trace";
}

TEST(DependencyGraph, OfNothingTakesNoTime) {
  const auto schedule = DependencyGraph().schedule();
  EXPECT_EQ(schedule.length, 0.0);
  EXPECT_TRUE(schedule.critical_path.empty());
}

RC_GTEST_PROP(DependencyGraph, OrdersEveryTaskAfterItsPredecessors, ()) {
  const auto graph = random_acyclic();
  const auto order = graph.topological_order();
  RC_ASSERT(order.size() == static_cast<std::size_t>(graph.size()));
  for (int task = 0; task < graph.size(); ++task) {
    const auto own = std::find(order.begin(), order.end(), task);
    for (const int before : graph.predecessors(task)) RC_ASSERT(std::find(order.begin(), own, before) != own);
  }
}

RC_GTEST_PROP(DependencyGraph, ScheduleIsFeasibleAndItsCriticalPathIsAsLongAsTheWhole, ()) {
  const auto graph = random_acyclic();
  const auto schedule = graph.schedule();
  double along_path = 0.0;
  for (const int task : schedule.critical_path) {
    along_path += graph.duration(task);
    RC_ASSERT(schedule.times[static_cast<std::size_t>(task)].total_float() == 0.0);
  }
  RC_ASSERT(along_path == schedule.length);
  for (int task = 0; task < graph.size(); ++task) {
    const auto& own = schedule.times[static_cast<std::size_t>(task)];
    RC_ASSERT(own.total_float() >= 0.0);
    RC_ASSERT(own.latest_finish <= schedule.length);
    for (const int before : graph.predecessors(task)) {
      RC_ASSERT(schedule.times[static_cast<std::size_t>(before)].earliest_finish <= own.earliest_start);
      RC_ASSERT(schedule.times[static_cast<std::size_t>(before)].latest_finish <= own.latest_start);
    }
  }
}

RC_GTEST_PROP(DependencyGraph, NamesARealCircleWhenOneArrowClosesIt, ()) {
  auto graph = random_acyclic();
  RC_ASSERT(first_cycle(graph).empty());
  const auto path = graph.schedule().critical_path;
  graph.add_dependency(path.back(), path.front());
  try {
    static_cast<void>(graph.topological_order());
    RC_FAIL("no cycle was found");
  } catch (const CycleError& error) {
    const auto& ids = error.ids();
    RC_ASSERT(!ids.empty());
    for (std::size_t i = 0; i < ids.size(); ++i) {
      const auto& next = graph.successors(graph.find(ids[i]));
      RC_ASSERT(std::find(next.begin(), next.end(), graph.find(ids[(i + 1) % ids.size()])) != next.end());
    }
  }
}

}  // namespace
}  // namespace jobcast::graph
