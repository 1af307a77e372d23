#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/app/process.hpp"

namespace jobcast::app {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;
using Words = std::vector<std::string>;

testing::Outcome run(const Words& more) {
  Words words{"sensitivity", "jeongseon-2024", "--draws", "32"};
  words.insert(words.end(), more.begin(), more.end());
  return testing::jobcast(
      {.words = words, .environment = {{"LANG", "C.UTF-8"}, {"JOBCAST_SCENARIOS", JOBCAST_SOURCE_DIR "/scenarios"}}});
}

TEST(SensitivityCommand, SaysInBothLanguagesWhatMovesTheForecast) {
  const auto english = run({"--lang", "en"});
  EXPECT_EQ(english.code, 0) << english.error;
  EXPECT_THAT(english.out, HasSubstr("What no study takes away"));
  EXPECT_THAT(english.out, HasSubstr("The survey's sampling error"));
  EXPECT_THAT(english.out, HasSubstr("Has no effect at all on this figure"));
  EXPECT_THAT(english.out, Not(HasSubstr("sensitivity.")));
  const auto korean = run({"--lang", "ko"});
  EXPECT_THAT(korean.out, HasSubstr("조사의 표본오차"));
  EXPECT_THAT(korean.out, HasSubstr("알아본다고 사라지지 않는 것"));
  EXPECT_THAT(korean.out, Not(HasSubstr("sensitivity.")));
}

TEST(SensitivityCommand, ScreensSingleInputs) {
  const auto outcome = run({"--method", "morris", "--by", "input", "--indicator", "employed_persons", "--top", "3",
                            "--draws", "16", "--lang", "en"});
  EXPECT_EQ(outcome.code, 0) << outcome.error;
  EXPECT_THAT(outcome.out, HasSubstr("Screening (Morris)"));
  EXPECT_THAT(outcome.out, HasSubstr("Single input"));
  EXPECT_THAT(outcome.out, Not(HasSubstr("sensitivity.")));
}

TEST(SensitivityCommand, WritesJsonAndCsvThatTheirFormatPromises) {
  const Words asked{"--indicator", "employment_rate_15_64", "--format", "json"};
  const auto outcome = run(asked);
  ASSERT_EQ(outcome.code, 0) << outcome.error;
  const auto json = nlohmann::json::parse(outcome.out);
  EXPECT_EQ(json["schema"], "jobcast.sensitivity/1");
  EXPECT_EQ(json["method"], "sobol");
  ASSERT_EQ(json["indicators"].size(), 1U);
  std::size_t sources = 0;
  for (const auto& finding : json["indicators"][0]["findings"]) {
    sources += finding["level"] == "source" ? 1 : 0;
    for (const auto* figure : {"published", "true"}) {
      for (const auto* measure : {"first_order", "total"}) {
        const auto& estimate = finding[figure][measure];
        EXPECT_LE(estimate["low"].get<double>(), estimate["high"].get<double>());
        EXPECT_TRUE(estimate["value"].is_number());
      }
    }
  }
  EXPECT_EQ(sources, 4U);
  EXPECT_EQ(run(asked).out, outcome.out) << "the same bits again";
  const auto csv = run({"--indicator", "employment_rate_15_64", "--format", "csv"}).out;
  EXPECT_THAT(csv, StartsWith("indicator,figure,level,id,group,kind,measure,value,low,high\n"));
  EXPECT_THAT(csv, HasSubstr("employment_rate_15_64,published,group,survey-error,,survey,total,"));
}

TEST(SensitivityCommand, SaysWhatIsWrongAndExitsWithTwo) {
  EXPECT_EQ(run({"--indicator", "happiness"}).code, 2);
  EXPECT_EQ(run({"--method", "guess"}).code, 2);
  EXPECT_EQ(run({"--draws", "3"}).code, 2);
  EXPECT_EQ(run({"--scenario", "no-such"}).code, 2);
}

}  // namespace
}  // namespace jobcast::app
