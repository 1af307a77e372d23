#include "models/plan/pack.hpp"
#include "tests/models/plan/breaking.hpp"

namespace jobcast::plan {
namespace {

using jobcast::testing::SmallPack;
using testing::expect_fault;
using testing::faults_of;

TEST(BrokenManifest, SchemaAndDatesMustBeThoseOfAPlan) {
  expect_fault(
      {"plan.toml", "\"jobcast.plan/1", "\"jobcast.plan/9", "\"jobcast.plan/9", {"plan.schema", {"jobcast.plan/9"}}});
  expect_fault({"plan.toml", "2023-12-31", "2023-12-30", "2023-12-30", {"plan.as_of", {"2023-12-30"}}});
  expect_fault({"plan.toml",
                "as_of = 2023-12-31",
                "as_of = \"2023-12-31\"",
                "\"2023-12-31",
                {"toml.wrong_kind", {"as_of", "\"2023-12-31\""}},
                "toml.mend_unquote 2023-12-31"});
  expect_fault({"plan.toml", "plan_year = 2024", "plan_year = 2025", "2025", {"plan.plan_year", {"2025"}}});
  expect_fault({"plan.toml", "= 2026-12-31", "= 2023-06-30", "2023-06-30", {"plan.forecast_until", {"2023-06-30"}}});
  expect_fault({"plan.toml",
                "base_year = 2023",
                "base_year = \"2023\"",
                "\"2023",
                {"toml.wrong_kind", {"base_year", "\"2023\""}},
                "toml.mend_unquote 2023"});
}

TEST(BrokenManifest, AMissingOrMisspeltKeyIsNamed) {
  expect_fault({"plan.toml", "id = \"small\"\n", "", "schema", {"toml.missing_key", {"id", "plan.toml"}}});
  expect_fault({"plan.toml",
                "\n[programmes]",
                "\nforecast = 1\n[programmes]",
                "forecast = 1",
                {"toml.unknown_key", {"forecast", "table"}}});
  expect_fault({"plan.toml",
                "unit = \"percent\"",
                "unit = \"percent\"\nunti = 1",
                "unti",
                {"toml.unknown_key", {"unti", "indicator"}}});
}

TEST(BrokenManifest, AMisspeltKeyIsBothMissingAndUnknownWithTheRightOneNear) {
  SmallPack pack;
  pack.replace("plan.toml", "county = {", "conuty = {");
  const auto faults = faults_of(pack.folder());
  ASSERT_EQ(faults.size(), 2U) << ::testing::PrintToString(faults);
  EXPECT_EQ(faults[0].problem, (input::Message{"toml.missing_key", {"county", "plan.toml"}}));
  EXPECT_EQ(faults[1].problem, (input::Message{"toml.unknown_key", {"conuty", "plan.toml"}}));
  EXPECT_EQ(faults[1].where, pack.find("plan.toml", "conuty"));
  EXPECT_EQ(faults[1].mend, (input::Message{"input.did_you_mean", {"county"}}));
}

TEST(BrokenManifest, AGrammarFaultNamesItsPlace) {
  SmallPack pack;
  pack.replace("plan.toml", "id = \"small\"", "id = small");
  const auto faults = faults_of(pack.folder());
  ASSERT_EQ(faults.size(), 1U) << ::testing::PrintToString(faults);
  EXPECT_EQ(faults[0].problem.id, "toml.grammar");
  EXPECT_EQ(faults[0].where.file, pack.path("plan.toml"));
  EXPECT_EQ(faults[0].where.line, 2);
}

TEST(BrokenManifest, AFileThatIsNotThereIsMendedWhereItIsNamed) {
  SmallPack pack;
  pack.replace("plan.toml", "file = \"programmes.csv\"", "file = \"programes.csv\"");
  const auto faults = faults_of(pack.folder());
  ASSERT_EQ(faults.size(), 1U) << ::testing::PrintToString(faults);
  EXPECT_EQ(faults[0].problem, (input::Message{"file.missing", {pack.path("programes.csv")}}));
  EXPECT_EQ(faults[0].mend, (input::Message{"file.mend_nearest", {"programmes.csv"}}));
  EXPECT_EQ(faults[0].where, pack.find("plan.toml", "\"programes.csv"));
}

TEST(BrokenManifest, EveryMissingFileIsNamedInOneGo) {
  SmallPack pack;
  for (const auto* file :
       {"tables/people.csv", "programme_types.toml", "actions.toml", "controls.toml", "assumptions.toml"}) {
    pack.remove(file);
  }
  std::vector<std::string> missing;
  for (const auto& fault : faults_of(pack.folder())) {
    EXPECT_EQ(fault.problem.id, "file.missing") << ::testing::PrintToString(fault);
    missing.push_back(std::filesystem::path(fault.problem.arguments.at(0)).filename().string());
  }
  EXPECT_THAT(missing, ::testing::ElementsAre("people.csv", "programme_types.toml", "actions.toml", "controls.toml",
                                              "assumptions.toml"));
}

TEST(BrokenManifest, AFolderWithoutPlanTomlIsOneFault) {
  SmallPack pack;
  pack.remove("plan.toml");
  const auto faults = faults_of(pack.folder());
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_EQ(faults[0].problem, (input::Message{"file.missing", {pack.path("plan.toml")}}));
}

TEST(BrokenManifest, DepartmentsAndTablesStandOnceAndTheFirstIsNamed) {
  SmallPack pack;
  const auto first = pack.find("plan.toml", "\"복지과");
  pack.replace("plan.toml", "[[department]]\nid = \"경제과\"",
               "[[department]]\nid = \"복지과\"\nname = { ko = \"가\", en = \"a\" }\n[[department]]\nid = \"경제과\"");
  auto faults = faults_of(pack.folder());
  ASSERT_EQ(faults.size(), 1U) << ::testing::PrintToString(faults);
  EXPECT_EQ(faults[0].problem, (input::Message{"plan.department_twice", {"복지과", place_words(first)}}));
  EXPECT_EQ(faults[0].where.line, first.line + 3);

  SmallPack tables;
  tables.replace("plan.toml", "[[table]]\nid = \"people\"",
                 "[[table]]\nid = \"targets\"\nfile = \"more.csv\"\ntitle = { ko = \"가\", en = \"a\" }\nkind = "
                 "\"plan\"\nsource = \"x\"\n[[table]]\nid = \"people\"");
  tables.write("more.csv",
               "row,column,item,period,sex,age,category,value,unit,use,note\na,b,sheep,2023,,,,1,count,yes,\n");
  faults = faults_of(tables.folder());
  ASSERT_EQ(faults.size(), 1U) << ::testing::PrintToString(faults);
  EXPECT_EQ(faults[0].problem.id, "plan.table_twice");
  EXPECT_EQ(faults[0].where, tables.find("plan.toml", "\"targets", "\"people"));
}

TEST(BrokenManifest, IndicatorsAreTheSixAndPointAtCellsOfTheirUnit) {
  expect_fault({"plan.toml",
                "measured_by = \"survey\"",
                "measured_by = \"servey\"",
                "\"servey",
                {"toml.unknown_word", {"measured_by", "servey"}},
                "input.did_you_mean survey"});
  expect_fault({"plan.toml", "rounding = 0.1", "rounding = 0", "0\nbase", {"plan.rounding", {}}});
  expect_fault({"plan.toml",
                "row = \"percent\", column = \"base\"",
                "row = \"percent\", column = \"bass\"",
                "{ table = \"targets\", row = \"percent\", column = \"bass",
                {"plan.unknown_column", {"targets", "bass"}},
                "input.did_you_mean base"});
  expect_fault({"plan.toml",
                "row = \"percent\", column = \"base\"",
                "row = \"persons\", column = \"base\"",
                "{ table = \"targets\", row = \"persons\", column = \"base",
                {"plan.indicator_unit", {"persons", "base", "thousand_persons"}}});
  expect_fault({"plan.toml",
                "base = { table = \"targets\"",
                "base = { table = \"tarket\"",
                "{ table = \"tarket",
                {"plan.unknown_table", {"tarket"}},
                "input.did_you_mean targets"});
}

TEST(BrokenManifest, AnIndicatorThatIsMissingUnknownOrThereTwiceIsNamed) {
  SmallPack pack;
  pack.replace("plan.toml", "\"employed_persons\"", "\"employed_person\"");
  auto faults = faults_of(pack.folder());
  ASSERT_EQ(faults.size(), 2U) << ::testing::PrintToString(faults);
  EXPECT_EQ(faults[0].problem, (input::Message{"plan.missing_indicator", {"employed_persons"}}));
  EXPECT_EQ(faults[1].problem, (input::Message{"toml.unknown_word", {"id", "employed_person"}}));
  EXPECT_EQ(faults[1].mend, (input::Message{"input.did_you_mean", {"employed_persons"}}));

  SmallPack again;
  const auto first = again.find("plan.toml", "\"insured_persons");
  again.replace("plan.toml", "\"employed_persons\"", "\"insured_persons\"");
  faults = faults_of(again.folder());
  ASSERT_EQ(faults.size(), 2U) << ::testing::PrintToString(faults);
  EXPECT_EQ(faults[0].problem.id, "plan.missing_indicator");
  EXPECT_EQ(faults[1].where, first);
  EXPECT_EQ(faults[1].problem.id, "plan.indicator_twice");
}

}  // namespace
}  // namespace jobcast::plan
