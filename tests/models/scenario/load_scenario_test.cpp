#include "models/scenario/scenario.hpp"

#include "tests/models/scenario/scenario_pack.hpp"

namespace jobcast::scenario {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::ScenarioPack;
using Kind = Adjustment::Kind;

TEST(LoadScenario, ThePlanAsWrittenChangesNothing) {
  const ScenarioPack pack;
  const auto scenario = as_written(pack.plan());
  EXPECT_EQ(scenario.id, "plan");
  EXPECT_EQ(scenario.title.ko, "작은 계획");
  EXPECT_THAT(scenario.changes, IsEmpty());
  EXPECT_THAT(scenario.shocks, IsEmpty());
  EXPECT_TRUE(scenario.values.empty());
}

TEST(LoadScenario, NamesAreTheFilesOfTheWhatifFolderInOrder) {
  ScenarioPack pack;
  pack.write("whatif/notes.txt", "not a scenario");
  EXPECT_THAT(scenario_names(pack.plan()), ElementsAre("cut", "cut-and-close"));
}

TEST(LoadScenario, IsFoundByNameAndByFile) {
  const ScenarioPack pack;
  EXPECT_EQ(load_scenario(pack.plan(), "cut").title.en, "Cut");
  EXPECT_EQ(load_scenario(pack.plan(), pack.path("whatif/cut.toml")).id, "cut");
}

TEST(LoadScenario, AChangeSelectsAndAdjusts) {
  const ScenarioPack pack;
  const auto scenario = load_scenario(pack.plan(), "cut");
  ASSERT_EQ(scenario.changes.size(), 1U);
  const auto& change = scenario.changes[0];
  EXPECT_THAT(change.select.fundings, ElementsAre(plan::Funding::county));
  EXPECT_THAT(change.select.programmes, IsEmpty());
  ASSERT_TRUE(change.budget.has_value());
  EXPECT_EQ(change.budget->kind, Kind::relative);
  EXPECT_DOUBLE_EQ(change.budget->value, -0.10);
  EXPECT_TRUE(change.matching);
  EXPECT_FALSE(change.jobs.has_value());
  EXPECT_EQ(change.where, pack.find("whatif/cut.toml", "[[change]]"));
}

TEST(LoadScenario, WhatItExtendsComesFirstThenItsOwnDifferences) {
  const ScenarioPack pack;
  const auto scenario = load_scenario(pack.plan(), "cut-and-close");
  EXPECT_EQ(scenario.id, "cut-and-close");
  EXPECT_EQ(scenario.title.en, "Cut and close");
  ASSERT_EQ(scenario.changes.size(), 3U);
  EXPECT_THAT(scenario.changes[0].select.fundings, ElementsAre(plan::Funding::county));
  const auto& own = scenario.changes[1];
  EXPECT_THAT(own.select.departments, ElementsAre("복지과", "경제과"));
  EXPECT_THAT(own.select.sectors, ElementsAre(plan::Sector::direct));
  EXPECT_THAT(own.select.types, ElementsAre("helper"));
  EXPECT_THAT(own.select.programmes, ElementsAre("senior-jobs"));
  EXPECT_THAT(own.select.actions, ElementsAre("1-1-1"));
  EXPECT_EQ(own.budget->kind, Kind::absolute);
  EXPECT_EQ(own.budget->value, 900'000'000.0) << "thousand won in the file, won in the scenario";
  EXPECT_DOUBLE_EQ(own.jobs->value, 0.05);
  EXPECT_FALSE(own.matching);
  EXPECT_EQ(own.start_delay_days, 30.0);
  EXPECT_EQ(scenario.changes[2].programmes, ProgrammeSet::base_year);
}

TEST(LoadScenario, ShocksAndReplacedValuesAreRead) {
  const ScenarioPack pack;
  const auto scenario = load_scenario(pack.plan(), "cut-and-close");
  ASSERT_EQ(scenario.shocks.size(), 1U);
  EXPECT_EQ(scenario.shocks[0].date, time::make_date(2024, 6, 30));
  EXPECT_EQ(scenario.shocks[0].contract, plan::Contract::regular);
  EXPECT_EQ(scenario.shocks[0].jobs, -120.0);
  EXPECT_EQ(scenario.shocks[0].age_from, 15);
  EXPECT_EQ(scenario.shocks[0].age_to, 64);
  ASSERT_EQ(scenario.values.size(), 3U);
  EXPECT_EQ(scenario.values.at("deadweight.helper").distribution, random::Distribution::triangular(0.15, 0.40, 0.70));
  EXPECT_EQ(scenario.values.at("deadweight.helper").unit, "share");
  EXPECT_EQ(scenario.values.at("youth-jobs.deadweight").central(), 0.5);
  EXPECT_EQ(scenario.values.at("survey.design_effect").key, "survey.design_effect");
  EXPECT_EQ(scenario.values.at("survey.design_effect").provenance.kind, plan::Provenance::Kind::assumption);
}

TEST(LoadScenario, ALaterFileReplacesAValueOfTheOneItExtends) {
  ScenarioPack pack;
  pack.write("whatif/later.toml", testing::scenario_text("cut-and-close.toml", R"(
[assumptions]
survey.design_effect = { value = 1.9, source = "assumption: later" }
)"));
  EXPECT_EQ(load_scenario(pack.plan(), "later").values.at("survey.design_effect").central(), 1.9);
}

TEST(LoadScenario, AnAdjustmentIsRelativeOrAbsolute) {
  EXPECT_DOUBLE_EQ((Adjustment{Kind::relative, -0.1}.apply(200.0)), 180.0);
  EXPECT_DOUBLE_EQ((Adjustment{Kind::absolute, 5.0}.apply(200.0)), 5.0);
}

TEST(LoadScenario, TheScenariosOfThePacksAreSound) {
  for (const auto* folder : {"/app/template/pack", "/scenarios/jeongseon-2024"}) {
    const auto plan = plan::load_plan(std::string(JOBCAST_SOURCE_DIR) + folder);
    const auto names = scenario_names(plan);
    EXPECT_FALSE(names.empty()) << folder;
    for (const auto& name : names) EXPECT_NO_THROW(load_scenario(plan, name)) << name;
  }
}

}  // namespace
}  // namespace jobcast::scenario
