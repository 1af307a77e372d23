#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/app/process.hpp"

// The actual figures in these tests are invented; no county reported them.
namespace jobcast::app {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;
using Words = std::vector<std::string>;

class TrackCommand : public ::testing::Test {
 protected:
  testing::Outcome run(Words more) const {
    Words words{"track", "jeongseon-2024"};
    words.insert(words.end(), more.begin(), more.end());
    return testing::jobcast(
        {.words = words,
         .environment = {{"LANG", "C.UTF-8"}, {"JOBCAST_SCENARIOS", JOBCAST_SOURCE_DIR "/scenarios"}},
         .folder = folder_.path()});
  }
  void write(const std::string& rows) const {
    testing::write_file(folder_.path() / "actuals.csv", "kind,id,date,value\n" + rows);
  }

  testing::TemporaryFolder folder_;
};

TEST_F(TrackCommand, WritesATableThatChangesNothingUntilItIsFilledIn) {
  const auto written = run({"--template", "actuals.csv", "--lang", "ko"});
  EXPECT_EQ(written.code, 0) << written.error;
  EXPECT_THAT(testing::read_file(folder_.path() / "actuals.csv"), HasSubstr("집행액,facilities-corporation,"));
  const auto json = nlohmann::json::parse(run({"actuals.csv", "--draws", "64", "--prior", "--format", "json"}).out);
  EXPECT_EQ(json["schema"], "jobcast.track/1");
  const auto forecast = nlohmann::json::parse(
      testing::jobcast({.words = {"forecast", "jeongseon-2024", "--draws", "64", "--prior", "--format", "json"},
                        .environment = {{"JOBCAST_SCENARIOS", JOBCAST_SOURCE_DIR "/scenarios"}}})
          .out);
  for (std::size_t i = 0; i < 6; ++i) {
    EXPECT_EQ(json["indicators"][i]["after"]["published"], forecast["indicators"][6 + i]["published"]);
    EXPECT_EQ(json["indicators"][i]["change_of_mean"]["mean"], 0);
  }
  EXPECT_THAT(run({"actuals.csv", "--draws", "64", "--lang", "ko"}).out, HasSubstr("실적이 없어 예측은 그대로"));
}

TEST_F(TrackCommand, PrintsWhatIsBehindInBothLanguages) {
  write(
      "placements,senior-jobs,2024-06-30,1200\nspending,youth-school,2024-06-30,200000\n"
      "survey,employment_rate_15_64,2024H1,76.5\nplacements,senior-jobs,2024-08-31,1300\n");
  const auto korean = run({"actuals.csv", "--draws", "640", "--as-of", "2024-07-31", "--lang", "ko"});
  EXPECT_EQ(korean.code, 0) << korean.error;
  for (const auto* words :
       {"2024-07-31 현재", "계획보다 늦", "새로 나온 조사", "연말 예상", "수치 1개는 쓰지 않았습니다"}) {
    EXPECT_THAT(korean.out, HasSubstr(words));
  }
  EXPECT_THAT(korean.out, Not(HasSubstr("track.")));
  const auto english = run({"actuals.csv", "--draws", "640", "--lang", "en"});
  EXPECT_THAT(english.out, HasSubstr("as of 2024-08-31"));
  EXPECT_THAT(english.out, HasSubstr("Behind"));
  EXPECT_THAT(english.out, Not(HasSubstr("track.")));
}

TEST_F(TrackCommand, WritesJsonAndCsvThatTheirFormatPromises) {
  write("placements,senior-jobs,2024-06-30,1200\nspending,senior-jobs,2024-06-30,3000000\n");
  const auto outcome = run({"actuals.csv", "--draws", "64", "--format", "json"});
  ASSERT_EQ(outcome.code, 0) << outcome.error;
  const auto json = nlohmann::json::parse(outcome.out);
  ASSERT_EQ(json["programmes"].size(), 2U);
  EXPECT_EQ(json["programmes"][0]["kind"], "placements");
  EXPECT_EQ(json["programmes"][0]["acts"], true);
  EXPECT_TRUE(json["programmes"][0]["points"]["mean"].is_number());
  EXPECT_EQ(json["programmes"][1]["unit"], "thousand_won");
  EXPECT_EQ(json["programmes"][1]["actual"], 3000000);
  EXPECT_TRUE(json["programmes"][1]["points"].is_null());
  EXPECT_EQ(json["jobs"].size(), 7U);
  EXPECT_EQ(json["jobs"][6]["sector"], "all");
  EXPECT_EQ(run({"actuals.csv", "--draws", "64", "--format", "json"}).out, outcome.out) << "the same bits again";
  const auto csv = run({"actuals.csv", "--draws", "64", "--format", "csv"}).out;
  EXPECT_THAT(csv, StartsWith("section,id,kind,measure,value\n"));
  EXPECT_THAT(csv, HasSubstr("programme,senior-jobs,placements,points,"));
}

TEST_F(TrackCommand, SaysWhatIsWrongAndExitsWithTwo) {
  EXPECT_EQ(run({}).code, 2) << "no table and no template";
  write("placements,senior-job,2024-06-30,1200\n");
  const auto unknown = run({"actuals.csv", "--draws", "64", "--lang", "en"});
  EXPECT_EQ(unknown.code, 2);
  EXPECT_THAT(unknown.error, HasSubstr("actuals.csv:2:12: error: the plan has no programme \"senior-job\""));
  EXPECT_THAT(unknown.error, HasSubstr("senior-jobs"));
  write("survey,employment_rate_15_64,2024H1,40\n");
  const auto collapsed = run({"actuals.csv", "--draws", "640", "--lang", "ko"});
  EXPECT_EQ(collapsed.code, 2);
  EXPECT_THAT(collapsed.error, HasSubstr("actuals.csv:2:"));
  EXPECT_THAT(collapsed.error, HasSubstr("예측과 너무 멀어"));
  write("");
  EXPECT_EQ(run({"actuals.csv", "--as-of", "2025-01-01"}).code, 2);
  EXPECT_EQ(run({"missing.csv"}).code, 2);
}

}  // namespace
}  // namespace jobcast::app
