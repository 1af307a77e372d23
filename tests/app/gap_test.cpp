#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/app/process.hpp"

namespace jobcast::app {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;
using Words = std::vector<std::string>;

testing::Outcome run(Words more) {
  Words words{"gap", "jeongseon-2024", "--draws", "64"};
  words.insert(words.end(), more.begin(), more.end());
  return testing::jobcast(
      {.words = words, .environment = {{"LANG", "C.UTF-8"}, {"JOBCAST_SCENARIOS", JOBCAST_SOURCE_DIR "/scenarios"}}});
}

TEST(GapCommand, TellsPeopleAndMoneyInBothLanguages) {
  const auto korean = run({"--probability", "90%", "--lang", "ko"});
  EXPECT_EQ(korean.code, 0) << korean.error;
  EXPECT_THAT(korean.out, HasSubstr("가능성 90%"));
  EXPECT_THAT(korean.out, HasSubstr("직접일자리"));
  EXPECT_THAT(korean.out, HasSubstr("닿지 않음"));
  EXPECT_THAT(korean.out, Not(HasSubstr("gap.")));
  const auto english =
      run({"--target", "insured_persons", "--probability", "0.1", "--scenario", "county-cut-10", "--lang", "en"});
  EXPECT_EQ(english.code, 0) << english.error;
  EXPECT_THAT(english.out, HasSubstr("insured members to spare"));
  EXPECT_THAT(english.out, HasSubstr("County money cut by 10 %"));
  EXPECT_THAT(english.out, Not(HasSubstr("gap.")));
}

TEST(GapCommand, WritesJsonAndCsvThatTheirFormatPromises) {
  const auto outcome = run({"--probability", "0.9", "--format", "json"});
  ASSERT_EQ(outcome.code, 0) << outcome.error;
  const auto json = nlohmann::json::parse(outcome.out);
  EXPECT_EQ(json["schema"], "jobcast.gap/1");
  EXPECT_EQ(json["indicator"], "employment_rate_15_64");
  EXPECT_EQ(json["chance_wanted"], 0.9);
  EXPECT_EQ(json["persons"]["status"], "needed");
  EXPECT_GT(json["persons"]["persons"].get<double>(), 0.0);
  EXPECT_EQ(json["money"][0]["purse"], "whole");
  for (const auto& need : json["money"]) {
    const bool out = need["status"] == "out_of_reach";
    EXPECT_EQ(need["obstacle"].is_null(), !out);
    EXPECT_EQ(need["chance"]["value"].get<double>() >= 0.9, !out);
  }
  EXPECT_EQ(run({"--probability", "0.9", "--format", "json"}).out, outcome.out) << "the same bits again";
  const auto csv = run({"--format", "csv"}).out;
  EXPECT_THAT(csv, StartsWith("what,part,chance_wanted,status,amount,low,high,additional_employed,chance,"));
  EXPECT_THAT(csv, HasSubstr("\nwon,sector:direct,0.8,"));
}

TEST(GapCommand, SaysWhatIsWrongAndExitsWithTwo) {
  for (const auto* chance : {"0", "1", "80", "-0.1", "most"}) {
    const auto outcome = run({"--probability", chance, "--lang", "en"});
    EXPECT_EQ(outcome.code, 2) << chance;
    EXPECT_THAT(outcome.error, HasSubstr("a probability between 0 and 1")) << chance;
  }
  EXPECT_THAT(run({"--target", "employed_person", "--lang", "en"}).error, HasSubstr("employed_persons"));
  EXPECT_EQ(run({"--scenario", "nowhere"}).code, 2);
}

}  // namespace
}  // namespace jobcast::app
