#include "models/plan/pack.hpp"
#include "tests/models/plan/breaking.hpp"

namespace jobcast::plan {
namespace {

using jobcast::testing::SmallPack;
using testing::expect_fault;
using testing::faults_of;

constexpr auto actions = "actions.toml";
constexpr auto controls = "controls.toml";

TEST(BrokenActions, StrategiesTasksAndProgrammesAreKnown) {
  expect_fault({actions, "strategy = \"1\"", "strategy = \"2\"", "\"2", {"plan.unknown_strategy", {"2"}}});
  expect_fault(
      {actions, "task = \"1-1\"", "task = \"1-2\"", "\"1-2", {"plan.unknown_task", {"1-2"}}, "input.did_you_mean 1-1"});
  expect_fault({actions,
                "covers = [\"senior-jobs\"",
                "covers = [\"senor-jobs\"",
                "\"senor",
                {"plan.unknown_programme", {"senor-jobs"}},
                "input.did_you_mean senior-jobs"});
  expect_fault(
      {actions, "\"youth-jobs\"]", "\"senior-jobs\"]", "\"senior-jobs\"]", {"plan.covered_twice", {"senior-jobs"}}});
}

TEST(BrokenActions, MoneyAddsUpUnlessANoteSaysThatTheSheetDoesNot) {
  expect_fault({actions, "total = 1250000", "total = 1250001", "1250001", {"plan.money_sum", {"1250001", "1250000"}}});
  expect_fault({actions, "national = 500000", "national = -500000", "-500000", {"plan.negative", {"national"}}});
  SmallPack pack;
  pack.replace(actions, "total = 1250000 }", "total = 1250001 }\nnotes = [\"each is cut to the thousand\"]");
  EXPECT_TRUE(faults_of(pack.folder()).empty());
}

TEST(BrokenActions, DatesAreDatesOfTheAction) {
  expect_fault({actions, "\"2024-04\"", "\"2024-13\"", "\"2024-13", {"plan.bad_date", {"date", "2024-13"}}});
  expect_fault({actions, "\"2024-04\"", "2024", "2024", {"plan.bad_date", {"date", "2024"}}, "toml.mend_quote 2024"});
  expect_fault(
      {actions, "\"2024-04\"", "\"2021-04\"", "\"2021-04", {"plan.milestone_outside", {"1-1-1/permit", "2021-04-30"}}});
  expect_fault(
      {actions, "2025-06-30", "2027-01-01", "2027-01-01", {"plan.milestone_outside", {"1-1-1/opening", "2027-01-01"}}});
  expect_fault({actions,
                "{ from = \"2023-06\", to = \"2025\"",
                "{ from = \"2023-06\", to = \"2022\"",
                "{ from",
                {"plan.period_backwards", {"2023-06-01", "2022-12-31"}}});
  expect_fault({actions, "quarters = [1, 2]", "quarters = [1, 5]", "5]", {"toml.wrong_kind", {"quarters", "5"}}});
  expect_fault({actions,
                "quarters_source = \"plan: the sheet\"\n",
                "",
                "[[action]]",
                {"toml.missing_key", {"quarters_source", "action"}}});
}

TEST(BrokenActions, AMilestoneWithinAYearOfItsActionIsTaken) {
  SmallPack pack;
  pack.replace(actions, "\"2024-04\"", "\"2022-01-01\"");
  pack.replace(actions, "2025-06-30", "2026-12-31");
  EXPECT_TRUE(faults_of(pack.folder()).empty());
}

TEST(BrokenActions, AMilestoneWaitsForOnesThatExist) {
  expect_fault({actions,
                "after = [\"permit\"]",
                "after = [\"permitt\"]",
                "\"permitt",
                {"plan.unknown_milestone", {"1-1-1/permitt"}},
                "input.did_you_mean 1-1-1/permit"});
  expect_fault({actions, "\"1-1-1/works\"", "\"2-1-1/works\"", "\"2-1-1", {"plan.unknown_milestone", {"2-1-1/works"}}});
  expect_fault({actions, "jobs = 5", "jobs = -5", "-5", {"plan.negative", {"jobs"}}});
}

TEST(BrokenActions, ACircleIsNamedWhereItCloses) {
  SmallPack pack;
  pack.replace(actions, "duration_days = {", "after = [\"opening\"]\nduration_days = {");
  const auto faults = faults_of(pack.folder());
  ASSERT_EQ(faults.size(), 1U) << ::testing::PrintToString(faults);
  EXPECT_EQ(faults[0].problem,
            (input::Message{"plan.circle", {"1-1-1/permit → 1-1-1/works → 1-1-1/opening → 1-1-1/permit"}}));
  EXPECT_EQ(faults[0].where, pack.find(actions, "\"opening\"]"));
}

TEST(BrokenActions, EveryCircleIsNamed) {
  SmallPack pack;
  pack.replace(actions, "duration_days = {", "after = [\"permit\"]\nduration_days = {");
  pack.replace(actions, "after = [\"1-1-1/works\"]", "after = [\"opening\"]");
  const auto faults = faults_of(pack.folder());
  ASSERT_EQ(faults.size(), 2U) << ::testing::PrintToString(faults);
  EXPECT_EQ(faults[0].problem, (input::Message{"plan.circle", {"1-1-1/permit → 1-1-1/permit"}}));
  EXPECT_EQ(faults[1].problem, (input::Message{"plan.circle", {"1-1-1/opening → 1-1-1/opening"}}));
}

TEST(BrokenControls, ATotalThatIsNotTheSumOfItsPartsIsAFault) {
  expect_fault({controls,
                "value = 120,",
                "value = 121,",
                "0\n[[control]]",
                {"plan.control", {"direct-jobs", "121", "120", "1"}},
                "plan.mend_control 1"});
  expect_fault({controls,
                "rows = [\"남\", \"여\"]",
                "rows = [\"남\"]",
                "0\n[[control]]",
                {"plan.control", {"sexes", "1000", "480", "520"}},
                "plan.mend_control 520"});
  expect_fault({controls,
                "expect_difference = -1",
                "expect_difference = -2",
                "-2",
                {"plan.control", {"money", "1280000", "1280001", "-1"}},
                "plan.mend_control -1"});
}

TEST(BrokenControls, ADifferenceNeedsANote) {
  expect_fault({controls, "note = \"rounded to thousands\"\n", "", "-1", {"plan.difference_without_note", {"money"}}});
}

TEST(BrokenControls, CellsAndNamesAreThoseOfThePack) {
  expect_fault({controls,
                "rows = [\"남\"",
                "rows = [\"넘\"",
                "\"넘",
                {"plan.unknown_row", {"people", "넘"}},
                "input.did_you_mean 남"});
  expect_fault({controls,
                "parts = { table = \"people\"",
                "parts = { table = \"poeple\"",
                "\"poeple",
                {"plan.unknown_table", {"poeple"}},
                "input.did_you_mean people"});
  expect_fault({controls,
                "sector = \"direct\"",
                "sector = \"direkt\"",
                "\"direkt",
                {"toml.unknown_word", {"sector", "direkt"}},
                "input.did_you_mean direct"});
  expect_fault({controls,
                "sector = \"direct\"",
                "department = \"복지가\"",
                "\"복지가",
                {"plan.unknown_department", {"복지가"}},
                "input.did_you_mean 복지과"});
  expect_fault({controls,
                "rows = [\"남\", \"여\"]",
                "rows = [\"남\", \"고용률\"]",
                "\"고용률",
                {"plan.units_differ", {"percent", "persons"}}});
  expect_fault({controls,
                "sum = \"jobs\"",
                "sum = \"job\"",
                "\"job",
                {"toml.unknown_word", {"sum", "job"}},
                "input.did_you_mean jobs"});
}

}  // namespace
}  // namespace jobcast::plan
