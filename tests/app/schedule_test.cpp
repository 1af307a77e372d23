#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/app/process.hpp"

namespace jobcast::app {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;
using Words = std::vector<std::string>;

testing::Outcome run(Words more, const std::string& columns = "100") {
  Words words{"schedule", "jeongseon-2024", "--draws", "64"};
  words.insert(words.end(), more.begin(), more.end());
  return testing::jobcast(
      {.words = words,
       .environment = {
           {"LANG", "C.UTF-8"}, {"COLUMNS", columns}, {"JOBCAST_SCENARIOS", JOBCAST_SOURCE_DIR "/scenarios"}}});
}

TEST(ScheduleCommand, PrintsMilestonesAndPersonsAtWorkInBothLanguages) {
  const auto korean = run({"--lang", "ko"});
  EXPECT_EQ(korean.code, 0) << korean.error;
  for (const auto* words : {"추진 일정", "주공정(임계경로)", "두 조사 주간에 일하는 사람", "달마다 일하는 사람",
                            "어느 조사 주간에도 일자리가 없는 사업", "신동 목재펠릿"}) {
    EXPECT_THAT(korean.out, HasSubstr(words));
  }
  EXPECT_THAT(korean.out, Not(HasSubstr("schedule.")));
  const auto english = run({"--lang", "en"});
  for (const auto* words : {"Critical paths", "Sindong wood-pellet", "2024-10-13*", "Programmes that wait"}) {
    EXPECT_THAT(english.out, HasSubstr(words));
  }
  EXPECT_THAT(english.out, Not(HasSubstr("schedule.")));
}

TEST(ScheduleCommand, WritesJsonAndCsvThatTheirFormatPromises) {
  const auto outcome = run({"--format", "json"});
  ASSERT_EQ(outcome.code, 0) << outcome.error;
  const auto json = nlohmann::json::parse(outcome.out);
  EXPECT_EQ(json["schema"], "jobcast.schedule/1");
  EXPECT_EQ(json["draws"], 64);
  EXPECT_EQ(json["reference_weeks"]["october"], "2024-10-13");
  ASSERT_FALSE(json["milestones"].empty());
  for (const auto& milestone : json["milestones"]) {
    for (const auto* key : {"planned", "earliest_finish", "latest_finish", "p10", "p50", "p90"}) {
      EXPECT_TRUE(milestone[key].is_string()) << key;
    }
    EXPECT_TRUE(milestone["probability_on_time"].is_number());
    EXPECT_TRUE(milestone["probability_on_time_monte_carlo_error"].is_number());
    EXPECT_GE(milestone["total_float_days"].get<double>(), milestone["free_float_days"].get<double>() - 1e-9);
  }
  EXPECT_EQ(json["months"].size(), 12U);
  EXPECT_EQ(json["sectors"].size(), 6U);
  EXPECT_EQ(json["programmes"][0]["mean_by_month"].size(), 12U);
  EXPECT_EQ(run({"--format", "json"}).out, outcome.out) << "the same bits again";
  const auto csv = run({"--format", "csv"}).out;
  EXPECT_THAT(csv, StartsWith("kind,id,when,measure,value\n"));
  EXPECT_THAT(csv, HasSubstr("milestone,1-1-1/approval,,probability_on_time,"));
  EXPECT_THAT(csv, HasSubstr("programme,senior-jobs,2024-10,mean,"));
}

TEST(ScheduleCommand, AnswersAScenario) {
  const auto json = nlohmann::json::parse(run({"--scenario", "no-programmes", "--format", "json"}).out);
  EXPECT_EQ(json["scenario"], "no-programmes");
  EXPECT_EQ(json["total"]["october"]["mean"], 0);
}

TEST(ScheduleCommand, SaysThatAPlanHasNoMilestones) {
  const testing::TemporaryFolder folder;
  ASSERT_EQ(testing::jobcast({.words = {"new-plan", folder / "mine"}}).code, 0);
  auto actions = testing::read_file(folder.path() / "mine" / "actions.toml");
  testing::write_file(folder.path() / "mine" / "actions.toml", actions.substr(0, actions.find("[[action")));
  const auto outcome = testing::jobcast(
      {.words = {"schedule", folder / "mine", "--draws", "64", "--lang", "en"}, .environment = {{"LANG", "C.UTF-8"}}});
  EXPECT_EQ(outcome.code, 0) << outcome.error;
  EXPECT_THAT(outcome.out, HasSubstr("no milestones still ahead"));
}

TEST(ScheduleCommand, SaysWhatIsWrongAndExitsWithTwo) {
  EXPECT_EQ(run({"--draws", "0"}).code, 2);
  const auto unknown = run({"--scenario", "county-cut-11"});
  EXPECT_EQ(unknown.code, 2);
  EXPECT_THAT(unknown.error, HasSubstr("county-cut-10"));
}

}  // namespace
}  // namespace jobcast::app
