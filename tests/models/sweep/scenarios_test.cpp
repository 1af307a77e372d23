#include "models/sweep/scenarios.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <set>

#include "models/programmes/execution.hpp"
#include "models/scenario/canonical.hpp"
#include "tests/models/sweep/swept_pack.hpp"

namespace jobcast::sweep {
namespace {

using test::SweptPack;

const std::string two_levers = R"(
[[lever]]
name = "money"
select = { funding = "county" }
change = "budget"
values = ["-10%", "+10%"]
[[lever]]
name = "late"
select = { sector = "direct" }
change = "start_delay_days"
values = [0, 30, 60]
)";

double won_of(const plan::Plan& plan, const scenario::Scenario& scenario, const std::string& type = "") {
  const auto executions = programmes::apply(plan, scenario);
  double sum = 0.0;
  for (std::size_t index = 0; index < executions.size(); ++index) {
    if (type.empty() || plan.programmes[index].type == type) {
      sum += static_cast<double>(executions[index].budget.total().value());
    }
  }
  return sum;
}

TEST(Scenarios, BeginWithThePlanAsWritten) {
  const auto sweep = SweptPack("extends = \"cut\"\n" + two_levers).load();
  const auto first = Scenarios(sweep, 0).at(0);
  EXPECT_EQ(first.scenario.id, "plan");
  EXPECT_TRUE(first.scenario.changes.empty());
}

TEST(Scenarios, OfAGridAreEveryCombination) {
  const auto sweep = SweptPack(two_levers).load();
  const Scenarios scenarios(sweep, 0);
  ASSERT_EQ(scenarios.count(), 6U);
  EXPECT_EQ(scenarios.at(1).scenario.id, "s: money -10%, late 0");
  EXPECT_EQ(scenarios.at(2).scenario.id, "s: money -10%, late 30");
  EXPECT_EQ(scenarios.at(6).scenario.id, "s: money +10%, late 60");
  std::set<std::string> texts;
  for (std::uint64_t number = 1; number <= 6; ++number) {
    texts.insert(scenario::canonical(scenarios.at(number).scenario));
  }
  EXPECT_EQ(texts.size(), 6U);
}

TEST(Scenarios, OfAListTakeTheLeversSideBySide) {
  const auto sweep = SweptPack(R"(
[design]
kind = "list"
[[lever]]
name = "money"
change = "budget"
values = ["-10%", "+10%"]
[[lever]]
name = "late"
change = "start_delay_days"
values = [0, 30]
)")
                         .load();
  const Scenarios scenarios(sweep, 0);
  ASSERT_EQ(scenarios.count(), 2U);
  EXPECT_EQ(scenarios.at(2).scenario.id, "s: money +10%, late 30");
}

TEST(Scenarios, DoWhatTheSameChangeInAScenarioFileDoes) {
  const SweptPack pack(R"(
[[lever]]
name = "money"
select = { funding = "county" }
change = "budget"
values = ["-10%"]
)");
  const auto sweep = pack.load();
  const auto& plan = sweep.plans[0]->plan;
  EXPECT_EQ(scenario::canonical(Scenarios(sweep, 0).at(1).scenario),
            scenario::canonical(scenario::load_scenario(plan, "cut")));
}

TEST(Scenarios, WithoutLeversAreTheExtendedOneAlone) {
  const auto extended = SweptPack("extends = \"cut\"\n").load();
  ASSERT_EQ(Scenarios(extended, 0).count(), 1U);
  EXPECT_EQ(Scenarios(extended, 0).at(1).scenario.id, "cut");
  const auto none = SweptPack("").load();
  EXPECT_EQ(Scenarios(none, 0).count(), 0U) << "the plan as written is there already";
}

TEST(Scenarios, OfADrawnDesignSpreadOverTheWholeDistribution) {
  for (const char* kind : {"latin-hypercube", "sobol"}) {
    const auto sweep = SweptPack("[design]\nkind = \"" + std::string(kind) + R"("
points = 64
[[lever]]
name = "money"
change = "budget"
range = { from = "-30%", to = "+30%" }
[[lever]]
name = "deadweight"
key = "deadweight.helper"
distribution = { triangular = [0.1, 0.2, 0.6] }
[[lever]]
name = "set"
change = "programmes"
values = ["plan", "none"]
)")
                           .load();
    const Scenarios scenarios(sweep, 0);
    ASSERT_EQ(scenarios.count(), 64U);
    double money = 0.0;
    double deadweight = 0.0;
    int without = 0;
    for (std::uint64_t number = 1; number <= 64; ++number) {
      const auto swept = scenarios.at(number);
      money += swept.scenario.changes[0].budget->value / 64.0;
      deadweight += swept.scenario.values.at("deadweight.helper").distribution.a / 64.0;
      without += swept.scenario.changes[1].programmes == scenario::ProgrammeSet::none ? 1 : 0;
    }
    EXPECT_NEAR(money, 0.0, 0.01) << kind;
    EXPECT_NEAR(deadweight, 0.3, 0.005) << kind;
    EXPECT_EQ(without, 32) << kind;
  }
}

TEST(Scenarios, RunWhatTheirWordsSay) {
  const auto sweep = SweptPack(R"([design]
kind = "sobol"
points = 16
[[lever]]
name = "money"
change = "budget"
range = { from = "-30%", to = "+30%" }
)")
                         .load();
  for (std::uint64_t number = 1; number <= 16; ++number) {
    const auto swept = Scenarios(sweep, 0).at(number);
    const auto& words = swept.settings[0].second;
    EXPECT_EQ(swept.scenario.changes[0].budget->value, std::stod(words.substr(0, words.size() - 1)) / 100.0);
  }
}

TEST(Scenarios, MoveMoneyWithoutLosingAny) {
  const auto sweep = SweptPack(R"(
[[lever]]
name = "move"
move = { from = { type = "helper" }, to = { type = "course" } }
values = ["0%", "25%", "100%"]
)")
                         .load();
  const auto& plan = sweep.plans[0]->plan;
  const Scenarios scenarios(sweep, 0);
  const double all = won_of(plan, scenarios.at(0).scenario);
  const double before = won_of(plan, scenarios.at(0).scenario, "helper");
  for (const auto& [number, share] : {std::pair{1U, 0.0}, {2U, 0.25}, {3U, 1.0}}) {
    const auto swept = scenarios.at(number).scenario;
    EXPECT_NEAR(won_of(plan, swept), all, static_cast<double>(plan.programmes.size()) * 4.0) << "won, rounded a source";
    EXPECT_NEAR(won_of(plan, swept, "helper"), (1.0 - share) * before, 8.0);
  }
}

TEST(Scenarios, MoveWhatEarlierLeversLeft) {
  const auto sweep = SweptPack(R"(
[[lever]]
name = "cut"
select = { type = "helper" }
change = "budget"
values = ["-50%"]
[[lever]]
name = "move"
move = { from = { type = "helper" }, to = { type = "course" } }
values = ["50%"]
)")
                         .load();
  const auto& plan = sweep.plans[0]->plan;
  const auto before = scenario::as_written(plan);
  const auto after = Scenarios(sweep, 0).at(1).scenario;
  EXPECT_NEAR(won_of(plan, after, "helper"), 0.25 * won_of(plan, before, "helper"), 8.0);
  EXPECT_NEAR(won_of(plan, after, "course"), won_of(plan, before, "course") + 0.25 * won_of(plan, before, "helper"),
              8.0);
}

TEST(Scenarios, CannotMoveMoneyWhereThereIsNone) {
  const auto sweep = SweptPack(R"(
[[lever]]
name = "close"
select = { type = "course" }
change = "budget"
values = ["-100%"]
[[lever]]
name = "move"
move = { from = { type = "helper" }, to = { type = "course" } }
values = ["50%"]
)")
                         .load();
  EXPECT_THROW(Scenarios(sweep, 0).at(1), input::InputError);
}

TEST(Scenarios, OfAHugeGridAreCountedWithoutBeingMade) {
  std::string levers;
  for (int lever = 0; lever < 10; ++lever) {
    levers += "[[lever]]\nname = \"l" + std::to_string(lever) +
              "\"\nchange = \"jobs\"\nrange = { from = \"0%\", to = \"99%\", step = \"1%\" }\n";
  }
  const auto sweep = SweptPack(levers).load();
  EXPECT_GE(Scenarios::count(sweep, 0), 10'000'000'000'000'000'000U);
}

}  // namespace
}  // namespace jobcast::sweep
