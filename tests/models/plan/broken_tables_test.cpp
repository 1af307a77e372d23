#include "models/plan/pack.hpp"
#include "tests/models/plan/breaking.hpp"

namespace jobcast::plan {
namespace {

using jobcast::testing::SmallPack;
using testing::expect_fault;
using testing::faults_of;

constexpr auto people = "tables/people.csv";

TEST(BrokenTables, TheWordsOfAFactAreKnown) {
  expect_fault({people,
                "계,2023년,population",
                "계,2023년,popluation",
                "popluation",
                {"plan.unknown_item", {"popluation"}},
                "input.did_you_mean population"});
  expect_fault(
      {people, "계,2023년,population", "계,2023년,Population", "Population", {"plan.bad_item", {"Population"}}});
  expect_fault({people,
                "480,persons",
                "480,person",
                "person,",
                {"csv.unknown_word", {"person", "unit"}},
                "input.did_you_mean persons"});
  expect_fault({people, "male,all", "man,all", "man", {"csv.unknown_word", {"man", "sex"}}});
  expect_fault({people, "480,persons,yes", "480,persons,ja", "ja", {"csv.unknown_word", {"ja", "use"}}});
  expect_fault({people, "2023,male", "작년,male", "작년,male", {"plan.bad_period", {"작년"}}});
  expect_fault({people, "15+", "15세", "15세", {"plan.bad_ages", {"15세"}}});
}

TEST(BrokenTables, AnItemOfThePacksOwnIsKeptForTheRecord) {
  const SmallPack pack;
  const auto plan = load_plan(pack.folder());
  ASSERT_EQ(plan.facts.all("cattle").size(), 1U);
  EXPECT_EQ(plan.facts.all("cattle")[0]->value, 77.0);
}

TEST(BrokenTables, ANumberIsANumberWithinReason) {
  expect_fault({people, "480", "사백", "사백", {"csv.bad_number", {"사백"}}});
  expect_fault({people, "480", "\"1,480\"", "\"1,480", {"csv.bad_number", {"1,480"}}, "csv.mend_plain_number 1480"});
  expect_fault({people, "480", "-480", "-480", {"plan.negative_fact", {"-480", "persons"}}});
  expect_fault({people, ",480,", ",,", ",persons,yes,\n여", {"csv.empty_cell", {"value"}}});
  expect_fault({people, "70.5", "705", "705", {"plan.fact_above", {"705", "percent"}}});
}

TEST(BrokenTables, ARowOutOfUseSaysWhy) {
  expect_fault({people, "no,stands in the same table", "no,", "\n소", {"plan.no_note", {}}});
}

TEST(BrokenTables, TheSameFactInUseTwicePointsAtBoth) {
  SmallPack pack;
  const auto first = pack.find(people, "1000");
  pack.replace(people, "no,stands in the same table", "yes,");
  const auto faults = faults_of(pack.folder());
  ASSERT_EQ(faults.size(), 1U) << ::testing::PrintToString(faults);
  EXPECT_EQ(faults[0].where, pack.find(people, "1000", "다시"));
  EXPECT_EQ(faults[0].problem, (input::Message{"plan.fact_twice", {"population 2023 both all", place_words(first)}}));
}

TEST(BrokenTables, TheSameFactInTwoTablesPointsAtBoth) {
  SmallPack pack;
  const auto first = pack.find(people, "70.5");
  pack.replace("tables/targets.csv", "both,15-64,result,70.5,percent,no,", "both,15-64,,70.5,percent,yes,");
  const auto faults = faults_of(pack.folder());
  ASSERT_EQ(faults.size(), 1U) << ::testing::PrintToString(faults);
  EXPECT_EQ(faults[0].where, pack.find("tables/targets.csv", "70.5"));
  EXPECT_EQ(faults[0].problem.arguments.at(1), place_words(first));
}

TEST(BrokenTables, TheSameCellTwicePointsAtBoth) {
  SmallPack pack;
  const auto first = pack.find(people, "1000");
  pack.replace(people, "계,다시", "계,2023년");
  const auto faults = faults_of(pack.folder());
  ASSERT_EQ(faults.size(), 1U) << ::testing::PrintToString(faults);
  EXPECT_EQ(faults[0].problem, (input::Message{"plan.cell_twice", {"계", "2023년", place_words(first)}}));
}

TEST(BrokenTables, AMissingColumnIsOneFault) {
  SmallPack pack;
  pack.replace("tables/people.csv", "value,unit", "values,unit");
  const auto faults = faults_of(pack.folder());
  ASSERT_EQ(faults.size(), 2U) << ::testing::PrintToString(faults);
  EXPECT_EQ(faults[0].problem, (input::Message{"csv.missing_column", {"value"}}));
  EXPECT_EQ(faults[1].problem, (input::Message{"csv.unknown_column", {"values"}}));
}

TEST(BrokenTables, ATableWithoutRowsIsOneFaultWhateverPointsAtIt) {
  SmallPack pack;
  pack.write(people, "row,column,item,period,sex,age,category,value,unit,use,note\n");
  const auto faults = faults_of(pack.folder());
  ASSERT_EQ(faults.size(), 1U) << ::testing::PrintToString(faults);
  EXPECT_EQ(faults[0].problem, (input::Message{"plan.empty_table", {"people"}}));
  EXPECT_EQ(faults[0].where, pack.find("plan.toml", "\"tables/people.csv"));
}

}  // namespace
}  // namespace jobcast::plan
