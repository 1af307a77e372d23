#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "models/programmes/execution.hpp"
#include "tests/models/programmes/fixture.hpp"

namespace jobcast::programmes {
namespace {

using testing::budget;
using testing::plan_of;
using testing::programme;
using testing::scenario_of;

scenario::Change money_change(double relative, std::vector<plan::Funding> fundings) {
  scenario::Change change;
  change.select.fundings = std::move(fundings);
  change.budget = scenario::Adjustment{scenario::Adjustment::Kind::relative, relative};
  return change;
}

ProgrammeExecution executed(const plan::Budget& money, const scenario::Change& change) {
  plan::Programme row = programme("p", 10);
  row.budget = money;
  return apply(plan_of({row}), scenario_of({change})).front();
}

TEST(Execution, LeavesAPlanWithoutChangesAsItIs) {
  plan::Programme row = programme("p", 10);
  row.budget = budget(50, 10, 40);
  const auto execution = apply(plan_of({row}), {}).front();
  EXPECT_EQ(execution.budget.by_source, row.budget.by_source);
  EXPECT_EQ(execution.budget_ratio, 1.0);
  EXPECT_EQ(execution.jobs_ratio, 1.0);
}

TEST(Execution, TakesMatchedMoneyAlongWhenTheCountyCuts) {
  const auto execution = executed(budget(500, 95, 405), money_change(-0.10, {plan::Funding::county}));
  EXPECT_EQ(execution.budget.of(plan::Funding::national).value(), 450);
  EXPECT_EQ(execution.budget.of(plan::Funding::provincial).value(), 86);  // 95 * 364.5/405 rounded, as the county's 365
  EXPECT_EQ(execution.budget.of(plan::Funding::county).value(), 365);
}

TEST(Execution, LosesTwoWonOfSeniorJobMoneyForOneNationalWon) {
  // evidence: at 50 / 9.5 / 40.5 one won of national money lost takes 2.0 won from senior jobs.
  const auto money = budget(500'000, 95'000, 405'000);
  const auto execution = executed(money, money_change(-0.2, {plan::Funding::national}));
  const double lost = static_cast<double>((money.total() - execution.budget.total()).value());
  EXPECT_NEAR(lost / 100'000.0, 2.0, 1e-9);
}

TEST(Execution, KeepsMatchedMoneyWhenTheScenarioSaysSo) {
  auto change = money_change(-0.10, {plan::Funding::county});
  change.matching = false;
  const auto execution = executed(budget(500, 100, 400), change);
  EXPECT_EQ(execution.budget.of(plan::Funding::national).value(), 500);
  EXPECT_EQ(execution.budget.of(plan::Funding::county).value(), 360);
}

TEST(Execution, BringsNoMatchedMoneyWhenTheCountyAdds) {
  const auto execution = executed(budget(500, 100, 400), money_change(0.5, {plan::Funding::county}));
  EXPECT_EQ(execution.budget.of(plan::Funding::national).value(), 500);
  EXPECT_EQ(execution.budget.of(plan::Funding::county).value(), 600);
  EXPECT_DOUBLE_EQ(execution.budget_ratio, 1.2);
}

TEST(Execution, NeverTouchesPrivateMoneyByMatching) {
  const auto execution = executed(budget(0, 0, 80, 150), money_change(-0.5, {plan::Funding::county}));
  EXPECT_EQ(execution.budget.of(plan::Funding::private_money).value(), 150);
  EXPECT_EQ(execution.budget.of(plan::Funding::county).value(), 40);
}

TEST(Execution, AppliesChangesInTheOrderWritten) {
  plan::Programme row = programme("p", 10);
  row.budget = budget(0, 0, 1000);
  scenario::Change jobs;
  jobs.jobs = scenario::Adjustment{scenario::Adjustment::Kind::absolute, 20};
  const auto execution =
      apply(plan_of({row}), scenario_of({money_change(-0.1, {}), money_change(-0.1, {}), jobs})).front();
  EXPECT_EQ(execution.budget.total().value(), 810);
  EXPECT_DOUBLE_EQ(execution.jobs_ratio, 2.0);
}

TEST(Execution, SelectsByEveryListThatIsNotEmpty) {
  plan::Programme row = programme("p", 10);
  row.department = "복지과";
  plan::Plan plan = plan_of({row});
  plan::Action action;
  action.id = "4-1-1";
  action.covers = {"p"};
  plan.actions.push_back(action);
  const auto selected = [&](auto change) {
    scenario::Selection selection;
    change(selection);
    return selects(selection, plan, row);
  };
  EXPECT_TRUE(selected([](auto& s) { s.departments = {"복지과"}, s.actions = {"4-1-1"}; }));
  EXPECT_FALSE(selected([](auto& s) { s.departments = {"경제과"}, s.actions = {"4-1-1"}; }));
  EXPECT_FALSE(selected([](auto& s) { s.actions = {"4-1-2"}; }));
  EXPECT_FALSE(selected([](auto& s) { s.fundings = {plan::Funding::national}; }));
}

// A programme mixes money of three sources; the county's is cut by some percent.
RC_GTEST_PROP(Execution, KeepsTheRatiosOfPublicMoneyUnderACountyCut, ()) {
  const auto won = [] { return *rc::gen::inRange<std::int64_t>(1'000'000, 10'000'000'000); };
  const plan::Budget before = budget(won(), won(), won(), won());
  const double cut = *rc::gen::inRange(1, 100) / 100.0;
  const auto execution = executed(before, money_change(-cut, {plan::Funding::county}));
  for (const plan::Funding source : {plan::Funding::national, plan::Funding::provincial, plan::Funding::county}) {
    const auto expected = (1.0 - cut) * static_cast<double>(before.of(source).value());
    RC_ASSERT(std::abs(static_cast<double>(execution.budget.of(source).value()) - expected) <=
              1.0 + expected / static_cast<double>(before.of(plan::Funding::county).value()));
  }
  RC_ASSERT(execution.budget.of(plan::Funding::private_money) == before.of(plan::Funding::private_money));
}

TEST(Execution, FollowsNobodysMoneyWhereThePlanHasNoMatchingRule) {
  plan::Programme row = programme("p", 10);
  row.budget = budget(500, 100, 400);
  plan::Plan plan = plan_of({row});
  plan.matching.rule = plan::Matching::Rule::none;
  const auto execution = apply(plan, scenario_of({money_change(-0.5, {plan::Funding::county})})).front();
  EXPECT_EQ(execution.budget.of(plan::Funding::national).value(), 500);
  EXPECT_EQ(execution.budget.of(plan::Funding::county).value(), 200);
}

}  // namespace
}  // namespace jobcast::programmes
