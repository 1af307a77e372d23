#include "models/plan/pack.hpp"
#include "tests/models/plan/breaking.hpp"

namespace jobcast::plan {
namespace {

using jobcast::testing::SmallPack;
using testing::expect_fault;
using testing::faults_of;

constexpr auto list = "programmes.csv";

TEST(BrokenProgrammes, NamesAreThoseOfThePack) {
  expect_fault(
      {list, "복지과", "복지가", "복지가", {"plan.unknown_department", {"복지가"}}, "input.did_you_mean 복지과"});
  expect_fault({list,
                "jobs,direct",
                "jobs,dierct",
                "dierct",
                {"csv.unknown_word", {"dierct", "sector"}},
                "input.did_you_mean direct"});
  expect_fault({list,
                "helper,people",
                "helpers,people",
                "helpers",
                {"plan.unknown_type", {"helpers"}},
                "input.did_you_mean helper"});
  expect_fault({list, "helper,people", ",people", ",people", {"csv.empty_cell", {"type"}}});
}

TEST(BrokenProgrammes, IdsArePlainAndStandOnce) {
  expect_fault({list, "welding,", "Welding 1,", "Welding 1", {"plan.bad_id", {"Welding 1"}}});
  SmallPack pack;
  const auto first = pack.find(list, "senior-jobs");
  pack.replace(list, "welding,", "senior-jobs,");
  const auto faults = faults_of(pack.folder());
  ASSERT_EQ(faults.size(), 1U) << ::testing::PrintToString(faults);
  EXPECT_EQ(faults[0].problem, (input::Message{"plan.programme_twice", {"senior-jobs", place_words(first)}}));
  EXPECT_EQ(faults[0].where.line, 4);
  EXPECT_EQ(faults[0].where.column, 1);
}

TEST(BrokenProgrammes, JobsAndMoneyAreNumbersThatAreNotNegative) {
  expect_fault({list, "100,,", "-100,,", "-100", {"csv.out_of_range", {"-100"}}});
  expect_fault({list, "100,,", "백,,", "백,,", {"csv.bad_number", {"백"}}});
  expect_fault({list, "95000", "-95000", "-95000", {"csv.out_of_range", {"-95000"}}});
  expect_fault({list, "Senior jobs,100,", "Senior jobs,,", ",,500000", {"csv.empty_cell", {"jobs"}}});
  expect_fault({list, "100,,500000", "100,7,500000", "7,500000", {"plan.trainees", {}}});
}

TEST(BrokenProgrammes, SourcesAddUpToTheTotal) {
  expect_fault({list, "1000000,helper", "1000001,helper", "1000001", {"plan.money_sum", {"1000001", "1000000"}}});
  expect_fault({list, "500000,95000,", ",95000,", ",95000", {"plan.partly_split", {}}});
}

TEST(BrokenProgrammes, ATotalAloneNeedsASplit) {
  SmallPack pack;
  pack.replace("programme_types.toml", "[split.training]", "[split.service]");
  const auto faults = faults_of(pack.folder());
  ASSERT_EQ(faults.size(), 1U) << ::testing::PrintToString(faults);
  EXPECT_EQ(faults[0].problem, (input::Message{"plan.no_split", {"training"}}));
  EXPECT_EQ(faults[0].where.line, pack.find(list, "welding").line);
}

TEST(BrokenProgrammes, AnEmptyListIsAFault) {
  SmallPack pack;
  pack.write(
      list,
      "id,sector,department,name,name_en,jobs,trainees,national,provincial,county,private,total,type,table,note\n");
  const auto faults = faults_of(pack.folder());
  ASSERT_EQ(faults.size(), 1U) << ::testing::PrintToString(faults);
  EXPECT_EQ(faults[0].problem, (input::Message{"plan.no_programmes", {}}));
}

}  // namespace
}  // namespace jobcast::plan
