#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "tests/app/stored_runs.hpp"

namespace jobcast::app {
namespace {

using nlohmann::json;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;
using testing::StoredRuns;

class Compare : public ::testing::Test {
 protected:
  StoredRuns runs_;
};

TEST_F(Compare, ShowsTheDifferenceOfTwoRuns) {
  const auto table = runs_.jobcast({"compare", "runs.sqlite", "plan", "money: -10%"});
  EXPECT_EQ(table.code, 0) << table.error;
  EXPECT_THAT(table.out, AllOf(HasSubstr("money: -10%"), HasSubstr("against plan"), HasSubstr("October 2024"),
                               HasSubstr("Employment 15-64"), HasSubstr("Insured members"), HasSubstr("-0.45")));
  EXPECT_THAT(runs_.jobcast({"compare", "runs.sqlite", "plan", "money: -10%"}, "ko").out,
              AllOf(HasSubstr("plan"), HasSubstr("대비"), HasSubstr("같은 미래")));
}

TEST_F(Compare, GivesProgramsEveryNumber) {
  const auto document =
      json::parse(runs_.jobcast({"compare", "runs.sqlite", "plan", "money: -10%", "--format", "json"}).out);
  EXPECT_EQ(document["schema"], "jobcast.compare/1");
  ASSERT_EQ(document["comparisons"].size(), 1U);
  const auto& pair = document["comparisons"][0];
  EXPECT_EQ(pair["first"]["key"], runs_.key(0));
  EXPECT_EQ(pair["second"]["key"], runs_.key(1));
  EXPECT_EQ(pair["draws"], 6);
  ASSERT_EQ(pair["indicators"].size(), 6U);
  const auto& rate = pair["indicators"][0];
  EXPECT_EQ(rate["id"], "employment_rate_15_64");
  EXPECT_NEAR(rate["true"]["mean"].get<double>(), -0.45, 1e-9);  // of -0.5 -0.4 -0.6 -0.3 -0.5 -0.4
  EXPECT_NEAR(rate["true"]["p05"].get<double>(), -0.575, 1e-9);
  EXPECT_NEAR(rate["published_meets_target"]["change"].get<double>(), -1.0 / 6.0, 1e-9);
  const auto csv = runs_.jobcast({"compare", "runs.sqlite", "plan", "money: -10%", "--format", "csv"}).out;
  EXPECT_THAT(csv, StartsWith("plan,first_key,first_scenario"));
  EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 1 + 6 * 2);
}

TEST_F(Compare, HoldsAllOfAStoreAgainstThePlan) {
  const auto document =
      json::parse(runs_.jobcast({"compare", "runs.sqlite", "--against", "plan", "--format", "json"}).out);
  ASSERT_EQ(document["comparisons"].size(), 2U);
  EXPECT_EQ(document["comparisons"][0]["second"]["scenario"], "money: +10%");
  EXPECT_EQ(document["comparisons"][1]["second"]["scenario"], "money: -10%");
  EXPECT_EQ(document["left_out"], 0);
}

TEST_F(Compare, HoldsEachRunAgainstThePlanOfItsOwnSeed) {
  runs_.add({.seed = 2, .truth = {50.0, 51.0}});
  runs_.add({.scenario = "money: -10%", .seed = 2, .truth = {49.0, 50.0}});
  runs_.add({.scenario = "alone", .seed = 3, .truth = {49.0, 50.0}});
  runs_.add({.scenario = "no draws", .truth = {49.0, 50.0}, .draws_kept = false});
  const auto document =
      json::parse(runs_.jobcast({"compare", "runs.sqlite", "--against", "plan", "--format", "json"}).out);
  EXPECT_EQ(document["comparisons"].size(), 3U);
  EXPECT_EQ(document["left_out"], 2);
  for (const auto& pair : document["comparisons"]) EXPECT_EQ(pair["first"]["seed"], pair["second"]["seed"]);
  EXPECT_THAT(runs_.jobcast({"compare", "runs.sqlite", "--against", "plan"}).out, HasSubstr("Left out: 2"));
}

TEST_F(Compare, HoldsNamedRunsAgainstAnother) {
  const auto document = json::parse(runs_
                                        .jobcast({"compare", "runs.sqlite", "money: +10%", "--against",
                                                  runs_.key(0).substr(0, 10), "--format", "json"})
                                        .out);
  ASSERT_EQ(document["comparisons"].size(), 1U);
  EXPECT_EQ(document["comparisons"][0]["first"]["scenario"], "plan");
  EXPECT_EQ(document["comparisons"][0]["second"]["scenario"], "money: +10%");
}

TEST_F(Compare, SaysWhatElseDiffers) {
  runs_.add({.scenario = "short", .pack = "two", .engine = "2", .truth = {57.0, 58.0}});
  const auto table = runs_.jobcast({"compare", "runs.sqlite", "plan", "short"});
  EXPECT_EQ(table.code, 0) << table.error;
  EXPECT_THAT(table.out, AllOf(HasSubstr("6 and 2 draws; the first 2"), HasSubstr("files changed"),
                               HasSubstr("different versions of jobcast (1, 2)")));
  EXPECT_THAT(runs_.jobcast({"compare", "runs.sqlite", "plan", "money: -10%"}).out, Not(HasSubstr("files changed")));
}

TEST_F(Compare, RefusesRunsThatHaveNothingToSayToEachOther) {
  runs_.add({.scenario = "seed", .seed = 2, .truth = {60.0}});
  runs_.add({.scenario = "place", .plan = "elsewhere", .truth = {60.0}});
  runs_.add({.scenario = "none", .truth = {60.0}, .draws_kept = false});
  runs_.add({.scenario = "later", .survey = time::make_date(2025, 10, 12), .truth = {60.0}});
  const std::vector<std::pair<std::string, std::string>> refusals{
      {"seed", "different seeds"}, {"place", "different plans"}, {"none", "keeps no draws"}, {"later", "no survey"}};
  for (const auto& [scenario, words] : refusals) {
    const auto refused = runs_.jobcast({"compare", "runs.sqlite", "plan", scenario});
    EXPECT_EQ(refused.code, 2) << scenario;
    EXPECT_THAT(refused.error, AllOf(HasSubstr(words), HasSubstr("expected"))) << scenario;
  }
  EXPECT_THAT(runs_.jobcast({"compare", "runs.sqlite", "plan", "none"}).error, HasSubstr("--keep-draws"));
  EXPECT_EQ(runs_.jobcast({"compare", "runs.sqlite"}).code, 2);
  EXPECT_EQ(runs_.jobcast({"compare", "runs.sqlite", "plan"}).code, 2);
  EXPECT_THAT(runs_.jobcast({"compare", "runs.sqlite", "--against", "later"}).error, HasSubstr("no other run"));
}

}  // namespace
}  // namespace jobcast::app
