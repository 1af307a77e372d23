#include "tests/models/scenario/scenario_pack.hpp"

namespace jobcast::scenario {
namespace {

using testing::scenario_text;
using testing::ScenarioPack;

constexpr auto file = "whatif/broken.toml";

/// Writes a scenario with these lines and expects one fault where `at` stands.
void expect_fault(const std::string& lines, const std::string& at, const input::Message& problem,
                  const input::Message& mend = {}) {
  SCOPED_TRACE(lines);
  ScenarioPack pack;
  pack.write(file, scenario_text("../plan.toml", lines));
  const auto faults = pack.faults_of("broken");
  ASSERT_EQ(faults.size(), 1U) << ::testing::PrintToString(faults);
  EXPECT_EQ(faults[0].problem, problem) << ::testing::PrintToString(faults);
  EXPECT_EQ(faults[0].where, pack.find(file, at)) << ::testing::PrintToString(faults);
  if (!mend.id.empty()) {
    EXPECT_EQ(faults[0].mend, mend) << ::testing::PrintToString(faults);
  }
}

input::Message meant(const std::string& word) { return {"input.did_you_mean", {word}}; }

void expect_selection_fault(const std::string& select, const input::Message& problem, const input::Message& mend) {
  const auto quoted = "\"" + problem.arguments.at(0);
  expect_fault("[[change]]\nselect = { " + select + " }\nbudget = \"-10%\"\n", quoted, problem, mend);
}

TEST(BrokenScenario, EveryNameOfASelectionIsHeldAgainstThePlan) {
  expect_selection_fault("department = \"복지가\"", {"scenario.unknown_department", {"복지가", "select.department"}},
                         meant("복지과"));
  expect_selection_fault("programme = [\"senior-jobs\", \"yuoth-jobs\"]",
                         {"scenario.unknown_programme", {"yuoth-jobs", "select.programme"}}, meant("youth-jobs"));
  expect_selection_fault("sector = \"traning\"", {"scenario.unknown_sector", {"traning", "select.sector"}},
                         meant("training"));
  expect_selection_fault("type = \"helpr\"", {"scenario.unknown_type", {"helpr", "select.type"}}, meant("helper"));
  expect_selection_fault("funding = \"country\"", {"scenario.unknown_funding", {"country", "select.funding"}},
                         meant("county"));
  expect_selection_fault("action = \"1-1-2\"", {"scenario.unknown_action", {"1-1-2", "select.action"}}, meant("1-1-1"));
}

TEST(BrokenScenario, AnAmountHasASignAndAPercentSignOrAnEqualsSign) {
  const auto amount = [](const std::string& written, const std::string& shown, const input::Message& mend) {
    expect_fault("[[change]]\nbudget = " + written + "\n", written, {"scenario.bad_amount", {"budget", shown}}, mend);
  };
  amount("\"10%\"", "10%", {"scenario.mend_sign", {"+10%", "-10%"}});
  amount("\"5\"", "5", {"scenario.mend_equals", {"=5"}});
  amount("0.9", "0.9", {"scenario.mend_equals", {"=0.9"}});
  amount("\"-110%\"", "-110%", {});
  amount("\"=-5\"", "=-5", {});
  amount("\"less\"", "less", {});
}

TEST(BrokenScenario, AChangeChangesSomethingWithinReason) {
  expect_fault("[[change]]\nselect = { sector = \"direct\" }\n", "[[change]]", {"scenario.no_change", {}});
  expect_fault("[[change]]\nstart_delay_days = -5\n", "-5", {"scenario.bad_delay", {"-5"}});
  expect_fault("[[change]]\nprogrammes = \"base\"\n", "\"base", {"toml.unknown_word", {"programmes", "base"}});
  expect_fault("[[change]]\nbudget = \"-10%\"\nmatching = \"no\"\n", "\"no",
               {"toml.wrong_kind", {"matching", "\"no\""}});
  expect_fault("[[change]]\nbudget = \"-10%\"\nmaching = true\n", "maching",
               {"toml.unknown_key", {"maching", "change"}}, meant("matching"));
  expect_fault("[[chanje]]\nbudget = \"-10%\"\n", "chanje", {"toml.unknown_key", {"chanje", "broken.toml"}},
               meant("change"));
}

TEST(BrokenScenario, AShockIsADatedNumberOfJobsWithinTheForecast) {
  const auto shock = [](const std::string& date, const std::string& rest) {
    return "[[shock]]\nname = { ko = \"가\", en = \"A\" }\ndate = " + date + "\n" + rest;
  };
  const std::string jobs = "jobs = -5\nstatus = \"regular\"\n";
  expect_fault(shock("2023-12-31", jobs), "2023-12-31", {"scenario.shock_outside", {"2023-12-31"}});
  expect_fault(shock("2027-01-01", jobs), "2027-01-01", {"scenario.shock_outside", {"2027-01-01"}});
  expect_fault(shock("\"2024-06-30\"", jobs), "\"2024", {"toml.wrong_kind", {"date", "\"2024-06-30\""}},
               {"toml.mend_unquote", {"2024-06-30"}});
  expect_fault(shock("2024-06-30", "jobs = -5\nstatus = \"permanent\"\n"), "\"permanent",
               {"toml.unknown_word", {"status", "permanent"}});
  expect_fault(shock("2024-06-30", "status = \"regular\"\n"), "[[shock]]", {"toml.missing_key", {"jobs", "shock"}});
  expect_fault(shock("2024-06-30", jobs + "age = \"18-64\"\n"), "\"18-64", {"plan.ages_between_groups", {"18-64"}});
}

TEST(BrokenScenario, AReplacedValueIsOneThatThePlanHas) {
  const std::string value = " = { value = 0.5, source = \"assumption: x\" }\n";
  expect_fault("[uncertainties]\ndeadweight.helpr" + value, "helpr",
               {"scenario.unknown_type", {"helpr", "[uncertainties]"}}, meant("helper"));
  expect_fault("[uncertainties]\ndeadwieght.helper" + value, "deadwieght",
               {"scenario.unknown_trait", {"deadwieght", "[uncertainties]"}}, meant("deadweight"));
  expect_fault("[uncertainties]\nyouth-jobs.deadwieght" + value, "deadwieght",
               {"scenario.unknown_trait", {"deadwieght", "[uncertainties]"}}, meant("deadweight"));
  expect_fault("[uncertainties]\nsenior-jobs.deadweight" + value, "deadweight",
               {"scenario.no_own_value", {"senior-jobs", "deadweight.helper"}},
               {"scenario.mend_own_value", {"deadweight.helper"}});
  expect_fault("[assumptions]\nsurvey.desing_effect" + value, "desing_effect",
               {"plan.unknown_setting", {"survey.desing_effect"}}, meant("survey.design_effect"));
  expect_fault("[assumptions]\nservey.design_effect" + value, "servey",
               {"scenario.unknown_group", {"servey", "[assumptions]"}}, meant("survey"));
  expect_fault("[assumptions]\nsurvey = 77\n", "77", {"toml.wrong_kind", {"survey", "77"}});
}

TEST(BrokenScenario, AReplacedValueIsSoundAndSaysWhereItComesFrom) {
  expect_fault("[uncertainties]\ndeadweight.helper = { value = 1.5, source = \"assumption: x\" }\n", "{ value",
               {"plan.out_of_range", {"deadweight.helper", "1.5"}});
  expect_fault("[uncertainties]\ndeadweight.helper = { value = 0.5 }\n", "{ value",
               {"toml.missing_key", {"source", "deadweight.helper"}});
  expect_fault("[uncertainties]\ndeadweight.helper = { triangular = [0.5, 0.4, 0.3], source = \"assumption: x\" }\n",
               "[0.5", {"plan.bounds_crossed", {"0.5", "0.3"}}, {"plan.mend_swap", {"0.3", "0.5"}});
}

TEST(BrokenScenario, AnUnknownNameIsAnsweredWithTheNearest) {
  const ScenarioPack pack;
  const auto faults = pack.faults_of("cutt");
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_EQ(faults[0].problem, (input::Message{"scenario.unknown", {"cutt"}}));
  EXPECT_EQ(faults[0].expected, (input::Message{"scenario.expected_name", {"cut, cut-and-close"}}));
  EXPECT_EQ(faults[0].mend, meant("cut"));
}

TEST(BrokenScenario, AFileThatIsNotThereIsAFault) {
  const ScenarioPack pack;
  const auto faults = pack.faults_of(pack.path("whatif/cutt.toml"));
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_EQ(faults[0].problem, (input::Message{"file.missing", {pack.path("whatif/cutt.toml")}}));
  EXPECT_EQ(faults[0].mend, (input::Message{"file.mend_nearest", {"cut.toml"}}));
}

TEST(BrokenScenario, AScenarioThatExtendsItselfIsNamed) {
  ScenarioPack pack;
  pack.write(file, scenario_text("broken.toml", ""));
  const auto faults = pack.faults_of("broken");
  ASSERT_EQ(faults.size(), 1U) << ::testing::PrintToString(faults);
  EXPECT_EQ(faults[0].problem, (input::Message{"scenario.extends_itself", {"broken.toml → broken.toml"}}));
  EXPECT_EQ(faults[0].where, pack.find(file, "\"broken.toml"));
}

TEST(BrokenScenario, ACircleOfScenariosIsNamedWhereItCloses) {
  ScenarioPack pack;
  pack.write("whatif/a.toml", scenario_text("b.toml", ""));
  pack.write("whatif/b.toml", scenario_text("../whatif/c.toml", ""));
  pack.write("whatif/c.toml", scenario_text("b.toml", ""));
  const auto faults = pack.faults_of("a");
  ASSERT_EQ(faults.size(), 1U) << ::testing::PrintToString(faults);
  EXPECT_EQ(faults[0].problem, (input::Message{"scenario.extends_itself", {"b.toml → c.toml → b.toml"}}));
  EXPECT_EQ(faults[0].where, pack.find("whatif/c.toml", "\"b.toml"));
}

TEST(BrokenScenario, WhatItExtendsIsThisPlanOrAScenarioThatExists) {
  ScenarioPack pack;
  pack.write("other/plan.toml", "");
  pack.write(file, scenario_text("../other/plan.toml", ""));
  auto faults = pack.faults_of("broken");
  ASSERT_EQ(faults.size(), 1U) << ::testing::PrintToString(faults);
  EXPECT_EQ(faults[0].problem, (input::Message{"scenario.other_plan", {"../other/plan.toml"}}));
  EXPECT_EQ(faults[0].where, pack.find(file, "\"../other"));

  pack.write(file, scenario_text("cutt.toml", ""));
  faults = pack.faults_of("broken");
  ASSERT_EQ(faults.size(), 1U) << ::testing::PrintToString(faults);
  EXPECT_EQ(faults[0].problem, (input::Message{"file.missing", {pack.path("whatif/cutt.toml")}}));
  EXPECT_EQ(faults[0].where, pack.find(file, "\"cutt")) << "where it is named";
}

TEST(BrokenScenario, TheHeadIsThatOfAScenario) {
  ScenarioPack pack;
  pack.write(file, "schema = \"jobcast.plan/1\"\n");
  const auto faults = pack.faults_of("broken");
  ASSERT_EQ(faults.size(), 3U) << ::testing::PrintToString(faults);
  EXPECT_EQ(faults[0].problem, (input::Message{"toml.missing_key", {"extends", "broken.toml"}}));
  EXPECT_EQ(faults[1].problem, (input::Message{"toml.missing_key", {"title", "broken.toml"}}));
  EXPECT_EQ(faults[2].problem, (input::Message{"scenario.schema", {"jobcast.plan/1"}}));
}

TEST(BrokenScenario, EveryFaultOfAChainIsFoundInOneGo) {
  ScenarioPack pack;
  pack.write("whatif/base.toml", scenario_text("../plan.toml", "[[change]]\nbudget = \"10\"\njobs = \"+x%\"\n"));
  pack.write(file, scenario_text("base.toml", "[[change]]\nselect = { sector = \"x\" }\n[[shock]]\njobs = 1\n"));
  std::vector<std::string> found;
  for (const auto& fault : pack.faults_of("broken")) found.push_back(fault.problem.id);
  EXPECT_THAT(found, ::testing::UnorderedElementsAre("scenario.bad_amount", "scenario.bad_amount",
                                                     "scenario.unknown_sector", "scenario.no_change",
                                                     "toml.missing_key", "toml.missing_key", "toml.missing_key"));
}

}  // namespace
}  // namespace jobcast::scenario
