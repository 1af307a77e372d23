#include "models/optimise/optimise.hpp"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <set>

#include "models/optimise/front.hpp"
#include "models/programmes/programme_model.hpp"
#include "tests/support/jeongseon_plan.hpp"
#include "tests/support/temporary_file.hpp"

namespace jobcast::optimise {
namespace {

using jobcast::testing::jeongseon_plan;
using Id = plan::Indicator::Id;

Question question() {
  Question asked;
  asked.request = {.draws = 64, .seed = 3};
  return asked;
}

Bound bound_of(Part part, const std::string& id, std::optional<Amount> floor, std::optional<Amount> cap) {
  return {.part = part, .id = id, .floor = floor, .cap = cap, .where = {"bounds.toml", 3, 1}};
}

const Optimum& usual() {
  static const Optimum found = [] {
    auto asked = question();
    asked.rules.kept = {Part::department};
    return optimise(jeongseon_plan(), asked);
  }();
  return found;
}

TEST(MoneyRatio, FollowsTheMatchingRule) {
  std::size_t mixed = 0;
  for (const std::size_t row : movable_rows(jeongseon_plan())) {
    const double county = planned(jeongseon_plan())[row];
    const auto& budget = jeongseon_plan().programmes[row].budget;
    const auto total = static_cast<double>(budget.total().value());
    const auto others = total - county - static_cast<double>(budget.of(plan::Funding::private_money).value());
    mixed += others > 0.0 ? 1 : 0;
    EXPECT_DOUBLE_EQ(money_ratio(jeongseon_plan(), row, county), 1.0);
    EXPECT_NEAR(money_ratio(jeongseon_plan(), row, 0.5 * county), 1.0 - 0.5 * (county + others) / total, 1e-12);
    EXPECT_NEAR(money_ratio(jeongseon_plan(), row, 1.5 * county), 1.0 + 0.5 * county / total, 1e-12);
    for (const double share : {0.3, 1.0, 1.7}) {
      EXPECT_NEAR(county_money(jeongseon_plan(), row, money_ratio(jeongseon_plan(), row, share * county)),
                  share * county, 1e-3);
    }
  }
  EXPECT_GT(mixed, 10U);
}

TEST(Alike, HoldsEveryRowWithJobsOnce) {
  std::set<std::size_t> seen;
  const auto groups = programmes::alike(jeongseon_plan(), scenario::as_written(jeongseon_plan()));
  for (const auto& rows : groups) {
    for (const std::size_t row : rows) {
      EXPECT_TRUE(seen.insert(row).second);
      EXPECT_EQ(jeongseon_plan().programmes[row].type, jeongseon_plan().programmes[rows.front()].type);
    }
  }
  std::size_t with_jobs = 0;
  for (const auto& programme : jeongseon_plan().programmes) with_jobs += programme.jobs > 0.0 ? 1 : 0;
  EXPECT_EQ(seen.size(), with_jobs);
  EXPECT_LT(groups.size(), with_jobs / 2) << "that is what makes the curves cheap";
}

RC_GTEST_PROP(ConcaveHull, LiesAboveItsPointsWithFallingSlopes, ()) {
  const auto heights = *rc::gen::suchThat(rc::gen::container<std::vector<int>>(rc::gen::inRange(-100, 100)),
                                          [](const auto& some) { return some.size() >= 2; });
  std::vector<Point> points;
  for (std::size_t i = 0; i < heights.size(); ++i) points.push_back({static_cast<double>(i), double(heights[i])});
  const auto hull = concave_hull(points);
  RC_ASSERT(!hull.empty());
  double y = points.front().y;
  std::size_t next = 0;
  for (std::size_t i = 0; i < hull.size(); ++i) {
    if (i > 0) RC_ASSERT(hull[i].slope < hull[i - 1].slope);
    for (; next < points.size() && points[next].x <= hull[i].from + hull[i].width + 1e-9; ++next) {
      RC_ASSERT(points[next].y <= y + hull[i].slope * (points[next].x - hull[i].from) + 1e-9);
    }
    y += hull[i].slope * hull[i].width;
  }
  RC_ASSERT(std::abs(y - points.back().y) < 1e-6);
}

TEST(Optimise, KeepsEveryLimit) {
  ASSERT_TRUE(usual().conflict.empty());
  for (const auto& limit : usual().limits) EXPECT_TRUE(keeps(limit, usual().best.county)) << limit.id;
  const auto county = planned(jeongseon_plan());
  for (const std::size_t row : movable_rows(jeongseon_plan())) {
    EXPECT_GE(usual().best.county[row], 0.5 * county[row] - 1000.0);
    EXPECT_LE(usual().best.county[row], 1.5 * county[row] + 1000.0);
  }
}

TEST(Optimise, IsBetterThanThePlanInFuturesThatItWasNotFittedTo) {
  EXPECT_EQ(usual().verdict, Verdict::improved);
  EXPECT_GT(usual().best.goal, usual().plan.goal);
  EXPECT_GT(usual().best.goal_change.mean, 3.0 * usual().best.goal_change.monte_carlo_error);
  EXPECT_NEAR(usual().best.goal - usual().plan.goal, usual().best.goal_change.mean, 1e-9);
  EXPECT_NEAR(usual().predicted, usual().best.goal_change.mean, 0.25 * usual().predicted)
      << "programmes hardly get in each other's way";
  EXPECT_GT(usual().survey_error, 1.0);
}

TEST(Optimise, GainsMoreWithMoreFreedom) {
  const auto free = optimise(jeongseon_plan(), question());
  EXPECT_GT(free.best.goal, usual().best.goal);
  ASSERT_FALSE(free.prices.empty());
  EXPECT_EQ(free.limits[free.prices.front().limit].kind, Limit::Kind::budget);
  EXPECT_GT(free.prices.front().worth, 0.0);
}

TEST(Optimise, ReturnsThePlanToTheBitWithoutFreedom) {
  auto asked = question();
  asked.rules.floor = asked.rules.cap = 1.0;
  const auto found = optimise(jeongseon_plan(), asked);
  EXPECT_EQ(found.verdict, Verdict::nothing_better);
  EXPECT_EQ(found.best.county, planned(jeongseon_plan()));
  EXPECT_EQ(found.best.goal, found.plan.goal);
  EXPECT_TRUE(scenario_of(jeongseon_plan(), found.best.county).changes.empty());
}

TEST(Optimise, LeavesAPlanWithoutCountyMoneyAsItIs) {
  auto plan = jeongseon_plan();
  for (auto& programme : plan.programmes) programme.budget = {};
  auto asked = question();
  asked.rules.kept = {Part::sector};
  const auto found = optimise(plan, asked);
  EXPECT_EQ(found.verdict, Verdict::nothing_better);
  EXPECT_TRUE(found.conflict.empty());
  EXPECT_EQ(found.best.goal, found.plan.goal);
}

TEST(Optimise, CutsWhereItHurtsLeast) {
  auto asked = question();
  asked.rules.budget = Amount{true, 0.9};
  asked.rules.cap = 1.0;
  const auto found = optimise(jeongseon_plan(), asked);
  EXPECT_EQ(found.verdict, Verdict::reduced);
  ASSERT_TRUE(found.even);
  EXPECT_LE(found.best.county_won, 0.9 * found.plan.county_won + 1.0);
  EXPECT_GT(found.best.goal, found.even->goal);
}

TEST(Optimise, RaisesTheChanceThatItIsAskedFor) {
  auto asked = question();
  asked.goal = {Goal::Kind::chance, Id::employed_persons};
  asked.target = Id::employed_persons;
  const auto found = optimise(jeongseon_plan(), asked);
  EXPECT_GE(found.best.goal, found.plan.goal);
  EXPECT_EQ(found.best.goal, found.best.chance);
}

TEST(Optimise, NamesLimitsThatContradictAndNoOthers) {
  auto asked = question();
  asked.rules.budget = Amount{false, 1e9};
  asked.rules.kept = {Part::sector};
  asked.rules.bounds = {bound_of(Part::department, "복지과", Amount{false, 2e9}, std::nullopt)};
  const auto found = optimise(jeongseon_plan(), asked);
  ASSERT_FALSE(found.conflict.empty());
  EXPECT_TRUE(conflict_of(jeongseon_plan(), {found.conflict.begin() + 1, found.conflict.end()}).empty())
      << "none of them could be missing";
  EXPECT_EQ(found.conflict.front().kind, Limit::Kind::budget);
  asked.rules = {};
  asked.rules.bounds = {bound_of(Part::programme, "senior-jobs", Amount{true, 2.0}, std::nullopt)};
  const auto other = optimise(jeongseon_plan(), asked);
  ASSERT_EQ(other.conflict.size(), 2U);
  EXPECT_EQ(other.conflict[0].kind, Limit::Kind::general_cap);
  EXPECT_EQ(other.conflict[1].kind, Limit::Kind::floor);
}

TEST(Optimise, TracesAFrontOfMoneyThatRises) {
  auto asked = question();
  asked.front = FrontKind::money;
  const auto found = optimise(jeongseon_plan(), asked);
  ASSERT_EQ(found.front.size(), money_levels.size());
  for (std::size_t i = 1; i < found.front.size(); ++i) {
    EXPECT_GT(found.front[i].simulated.county_won, found.front[i - 1].simulated.county_won);
    EXPECT_GE(found.front[i].simulated.goal, found.front[i - 1].simulated.goal);
    EXPECT_FALSE(found.front[i].dominated);
  }
  // The price of the budget lies between what the step before brought and what the next brings.
  const auto slope = [&](std::size_t from) {
    const auto& a = found.front[from].simulated;
    const auto& b = found.front[from + 1].simulated;
    return 1e8 * (b.goal - a.goal) / (b.county_won - a.county_won);
  };
  ASSERT_EQ(found.limits[found.prices.front().limit].kind, Limit::Kind::budget);
  EXPECT_LE(found.prices.front().worth, 1.1 * slope(2));
  EXPECT_GE(found.prices.front().worth, 0.9 * slope(3));
}

TEST(Optimise, TracesAFrontOfYouthAgainstSeniors) {
  auto asked = question();
  asked.front = FrontKind::youth_seniors;
  const auto found = optimise(jeongseon_plan(), asked);
  ASSERT_GE(found.front.size(), 3U);
  EXPECT_GT(found.front.back().simulated.youth, found.front.front().simulated.youth);
  EXPECT_LT(found.front.back().simulated.seniors, found.front.front().simulated.seniors);
}

TEST(Front, MarksThePointsThatAnotherDominates) {
  std::vector<FrontPoint> points(4);
  const std::array<std::pair<double, double>, 4> at{{{1.0, 3.0}, {2.0, 2.0}, {1.0, 2.0}, {2.0, 2.0}}};
  for (std::size_t i = 0; i < points.size(); ++i) {
    points[i].simulated.youth = at[i].first;
    points[i].simulated.seniors = at[i].second;
  }
  mark_dominated(
      points, [](const auto& point) { return point.simulated.youth; },
      [](const auto& point) { return point.simulated.seniors; });
  EXPECT_FALSE(points[0].dominated);
  EXPECT_FALSE(points[1].dominated);
  EXPECT_TRUE(points[2].dominated);
  EXPECT_FALSE(points[3].dominated) << "as good as its twin";
}

TEST(Optimise, RepeatsItselfOnAnyNumberOfThreads) {
  auto one = question();
  one.request.threads = 1;
  one.rules.kept = {Part::department};
  EXPECT_EQ(optimise(jeongseon_plan(), one).best.county, usual().best.county);
}

TEST(ScenarioToml, IsReadBackAsTheSameScenario) {
  const testing::TemporaryFile file(
      "best.toml",
      scenario_toml(jeongseon_plan(), usual().best.county, JOBCAST_SOURCE_DIR "/scenarios/jeongseon-2024/plan.toml"));
  const auto read = scenario::load_scenario(jeongseon_plan(), file.path());
  const auto written = scenario_of(jeongseon_plan(), usual().best.county);
  ASSERT_EQ(read.changes.size(), written.changes.size());
  for (std::size_t i = 0; i < read.changes.size(); ++i) {
    EXPECT_EQ(read.changes[i].select.programmes, written.changes[i].select.programmes);
    EXPECT_EQ(read.changes[i].budget->value, written.changes[i].budget->value);
  }
}

}  // namespace
}  // namespace jobcast::optimise
