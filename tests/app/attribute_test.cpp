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
  Words words{"attribute", "jeongseon-2024", "--draws", "64"};
  words.insert(words.end(), more.begin(), more.end());
  return testing::jobcast(
      {.words = words, .environment = {{"LANG", "C.UTF-8"}, {"JOBCAST_SCENARIOS", JOBCAST_SOURCE_DIR "/scenarios"}}});
}

TEST(AttributeCommand, PrintsTablesInBothLanguages) {
  const auto korean = run({"--by", "sector", "--lang", "ko"});
  EXPECT_EQ(korean.code, 0) << korean.error;
  EXPECT_THAT(korean.out, HasSubstr("직접일자리"));
  EXPECT_THAT(korean.out, HasSubstr("계획 전체"));
  EXPECT_THAT(korean.out, HasSubstr("지표별 효과"));
  EXPECT_THAT(korean.out, Not(HasSubstr("attribute.")));
  const auto english = run({"--by", "programme", "--top", "3", "--lang", "en"});
  EXPECT_THAT(english.out, HasSubstr("The 3 programmes that add most to the rate"));
  EXPECT_THAT(english.out, HasSubstr("Facilities corporation"));
  EXPECT_THAT(english.out, HasSubstr("no survey of this size can see"));
  EXPECT_THAT(english.out, Not(HasSubstr("attribute.")));
}

TEST(AttributeCommand, WritesJsonAndCsvThatTheirFormatPromises) {
  const auto outcome = run({"--by", "funding", "--format", "json"});
  ASSERT_EQ(outcome.code, 0) << outcome.error;
  const auto json = nlohmann::json::parse(outcome.out);
  EXPECT_EQ(json["schema"], "jobcast.attribution/1");
  EXPECT_EQ(json["draws"], 64);
  ASSERT_EQ(json["groups"].size(), 1U);
  const auto& group = json["groups"][0];
  EXPECT_EQ(group["by"], "funding");
  EXPECT_EQ(group["all_orders"], true);
  ASSERT_EQ(group["parts"].size(), 3U) << "no private money";
  double sum = 0.0;
  for (const auto& part : group["parts"]) {
    sum += part["shapley"]["employment_rate_15_64"]["mean"].get<double>();
    for (const auto* key : {"mean", "p05", "p95", "monte_carlo_error"}) {
      EXPECT_TRUE(part["last"]["additional_employed"][key].is_number()) << key;
    }
  }
  EXPECT_NEAR(sum, group["whole"]["employment_rate_15_64"]["mean"].get<double>(), 1e-9);
  EXPECT_EQ(run({"--by", "funding", "--format", "json"}).out, outcome.out) << "the same bits again";
  const auto csv = run({"--by", "funding", "--format", "csv"}).out;
  EXPECT_THAT(csv, StartsWith("grouping,part,outcome,how,mean,p05,p95,monte_carlo_error\n"));
  EXPECT_THAT(csv, HasSubstr("funding,county,at_work_in_reference_week,shapley,"));
}

TEST(AttributeCommand, SaysWhatIsWrongAndExitsWithTwo) {
  EXPECT_EQ(run({"--by", "weather"}).code, 2);
  EXPECT_EQ(run({"--pairs", "0"}).code, 2);
}

}  // namespace
}  // namespace jobcast::app
