#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/app/panel_fixture.hpp"
#include "tests/app/process.hpp"

namespace jobcast::app {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;
using Words = std::vector<std::string>;

class SkillCommand : public ::testing::Test {
 protected:
  SkillCommand() { testing::write_file(folder_ / "panel.csv", testing::panel_text()); }

  testing::Outcome run(Words more) const {
    Words words{"skill", "--panel", "panel.csv"};
    words.insert(words.end(), more.begin(), more.end());
    return testing::jobcast({.words = words, .environment = {{"LANG", "C.UTF-8"}}, .folder = folder_.path()});
  }

  testing::TemporaryFolder folder_;
};

TEST_F(SkillCommand, PrintsScoresAndEstimatesInBothLanguages) {
  const auto english = run({"--area-filter", "군"});
  EXPECT_EQ(english.code, 0) << english.error;
  EXPECT_THAT(english.out, HasSubstr("one year ahead: 12 areas, forecast from 2019H2 to 2022H2"));
  for (const auto* words : {"last value", "local level", "drift", "CRPS by origin", "Survey error"}) {
    EXPECT_THAT(english.out, HasSubstr(words));
  }
  const auto korean = run({"--area-filter", "군", "--lang", "ko"});
  EXPECT_THAT(korean.out, HasSubstr("직전 값"));
  EXPECT_THAT(run({"--area-filter", "가1군"}).out, HasSubstr("80% interval")) << "few areas are listed";
}

TEST_F(SkillCommand, WritesJsonThatItsFormatPromises) {
  const auto outcome = run({"--origins", "2019H2,2021H1-2021H2", "--format", "json"});
  ASSERT_EQ(outcome.code, 0) << outcome.error;
  const auto json = nlohmann::json::parse(outcome.out);
  EXPECT_EQ(json["schema"], "jobcast.skill/1");
  EXPECT_EQ(json["age_group"], "15-64");
  ASSERT_EQ(json["scores"].size(), 4U * 4U);
  EXPECT_EQ(json["scores"][0]["origin"], "all");
  EXPECT_EQ(json["scores"][0]["model"], "jobcast");
  EXPECT_EQ(json["scores"][4]["origin"], "2019H2");
  EXPECT_EQ(json["scores"][0]["n"], 36);
  for (const auto* key : {"crps", "mae", "bias", "coverage_50", "coverage_80", "coverage_90"}) {
    EXPECT_TRUE(json["scores"][0][key].is_number()) << key;
  }
  ASSERT_EQ(json["forecasts"].size(), 3U * 4U * 12U);
  for (const auto& row : json["forecasts"]) {
    EXPECT_LT(row["p10"], row["mean"]);
    EXPECT_GT(row["p90"], row["mean"]);
    EXPECT_TRUE(row["observed"].is_number());
    EXPECT_TRUE(row["area"].is_string() && row["target"].is_string() && row["sd"].is_number());
  }
  EXPECT_EQ(run({"--origins", "2019H2,2021H1-2021H2", "--format", "json"}).out, outcome.out) << "the same bits again";
}

TEST_F(SkillCommand, WritesCsvAndADrawing) {
  const auto csv = run({"--format", "csv", "--plot", "skill.svg", "--out", "skill.csv"});
  EXPECT_EQ(csv.code, 0) << csv.error;
  EXPECT_THAT(csv.out, IsEmpty());
  const auto written = testing::read_file(folder_ / "skill.csv");
  EXPECT_THAT(written, StartsWith("record,area,origin,target,model,measure,value\n"));
  EXPECT_THAT(written, HasSubstr("score,,all,,last_value,crps,"));
  const auto drawing = testing::read_file(folder_ / "skill.svg");
  EXPECT_THAT(drawing, StartsWith("<?xml"));
  EXPECT_THAT(drawing, HasSubstr("2022H2"));
  EXPECT_THAT(drawing, ::testing::EndsWith("</svg>\n"));
}

TEST_F(SkillCommand, SaysWhatIsWrongAndExitsWithTwo) {
  testing::write_file(folder_ / "no-areas.csv", "age_group,survey,employment_rate_percent\n15+,2021H1,70\n");
  testing::write_file(folder_ / "impossible.csv",
                      "area,age_group,survey,employed_thousand,employment_rate_percent\nA,15+,2021H1,1,140\n");
  struct Case {
    Words words;
    std::string said;
  };
  const std::vector<Case> cases{
      {{"--age-group", "15-63"}, "the panel has no ages \"15-63\""},
      {{"--area-filter", "시"}, "no area's name ends with \"시\""},
      {{"--origins", "soon"}, "\"soon\" names no surveys"},
      {{"--origins", ""}, "names no surveys"},
      {{"--origins", "2022H2-2019H2"}, "names no surveys"},
      {{"--origins", "2031H1"}, "the panel has no survey 2031H1"},
      {{"--origins", "2023H1"}, "the panel does not reach 2024H1"},
      {{"--origins", "2013H1"}, "too little was published until 2013H1"},
      {{"--panel", "no-areas.csv"}, "no-areas.csv:1:1: error: the table has no column of areas"},
      {{"--panel", "impossible.csv"}, "impossible.csv:2:16: error: an employment rate cannot be 140"},
      {{"--panel", "nowhere.csv"}, "nowhere.csv"},
      {{"--truth", "nowhere.csv"}, "nowhere.csv"},
      {{"--panel", ""}, "--panel is missing"}};
  for (const auto& each : cases) {
    const auto outcome = run(each.words);
    EXPECT_EQ(outcome.code, 2) << each.said;
    EXPECT_THAT(outcome.error, HasSubstr(each.said));
    EXPECT_THAT(outcome.out, IsEmpty());
  }
  const auto bare = testing::jobcast({.words = {"skill"}});
  EXPECT_EQ(bare.code, 2);
  EXPECT_THAT(bare.error, HasSubstr("--panel"));
}

}  // namespace
}  // namespace jobcast::app
