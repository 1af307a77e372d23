#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/app/process.hpp"

namespace jobcast::app {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;
using Words = std::vector<std::string>;
using Json = nlohmann::json;

testing::Outcome jobcast(Words words) {
  return testing::jobcast(
      {.words = std::move(words),
       .environment = {{"LANG", "C.UTF-8"}, {"JOBCAST_SCENARIOS", JOBCAST_SOURCE_DIR "/scenarios"}}});
}

testing::Outcome run(const Words& more) {
  Words words{"optimise", "jeongseon-2024", "--draws", "48"};
  words.insert(words.end(), more.begin(), more.end());
  return jobcast(words);
}

TEST(OptimiseCommand, ReportsInBothLanguages) {
  const auto korean = run({"--keep", "departments", "--lang", "ko"});
  EXPECT_EQ(korean.code, 0) << korean.error;
  EXPECT_THAT(korean.out, HasSubstr("가장 좋은 배분"));
  EXPECT_THAT(korean.out, HasSubstr("걸려 있는 제약"));
  EXPECT_THAT(korean.out, HasSubstr("한 번의 조사로는"));
  EXPECT_THAT(korean.out, Not(HasSubstr("optimise.")));
  const auto english = run({"--maximise", "probability", "--front", "youth-seniors", "--lang", "en"});
  EXPECT_THAT(english.out, HasSubstr("One more 100 million won of county money is worth"));
  EXPECT_THAT(english.out, HasSubstr("Youth against seniors"));
  EXPECT_THAT(english.out, Not(HasSubstr("optimise.")));
}

TEST(OptimiseCommand, WritesAScenarioThatAForecastRunsWithTheSameNumbers) {
  const testing::TemporaryFolder folder;
  const auto file = folder / "best.toml";
  const auto outcome = run({"--scenario-out", file, "--format", "json"});
  ASSERT_EQ(outcome.code, 0) << outcome.error;
  const auto json = Json::parse(outcome.out);
  EXPECT_EQ(json["schema"], "jobcast.optimise/1");
  EXPECT_EQ(json["verdict"], "improved");
  const auto forecast =
      jobcast({"forecast", "jeongseon-2024", "--scenario", file, "--draws", "48", "--format", "json"});
  ASSERT_EQ(forecast.code, 0) << forecast.error;
  const auto told = Json::parse(forecast.out);
  bool found = false;
  for (const auto& row : told["indicators"]) {
    if (row["id"] != "employment_rate_15_64" || !row["reference_week"].get<std::string>().starts_with("2024-10"))
      continue;
    found = true;
    EXPECT_NEAR(row["true"]["mean"].get<double>(), json["best"]["goal"].get<double>(), 1e-9);
    EXPECT_EQ(row["probability_published_meets_target"], json["best"]["chance"]);
  }
  EXPECT_TRUE(found);
  EXPECT_EQ(jobcast({"check", file}).code, 2) << "it lies outside the pack";
}

TEST(OptimiseCommand, GivesTheFrontsNumbersToPrograms) {
  const auto json = Json::parse(run({"--front", "money", "--keep", "sectors", "--format", "json"}).out);
  ASSERT_EQ(json["front"]["points"].size(), 7U);
  EXPECT_EQ(json["front"]["parameter"], "budget_ratio");
  EXPECT_EQ(json["front"]["points"][0]["feasible"], false) << "kept totals need all the money";
  EXPECT_EQ(json["front"]["points"][3]["feasible"], true);
  const auto csv = run({"--front", "money", "--format", "csv"}).out;
  EXPECT_THAT(csv, StartsWith("what,id,measure,parameter,value,p05,p95,monte_carlo_error\n"));
  EXPECT_THAT(csv, HasSubstr("\nfront,,goal_change,0.8,"));
  EXPECT_THAT(csv, HasSubstr("\nprogramme,senior-jobs,county_won_before,,"));
  EXPECT_THAT(csv, HasSubstr("\nshadow_price,budget,"));
}

TEST(OptimiseCommand, DrawsTheFront) {
  const testing::TemporaryFolder folder;
  const auto file = folder / "front.svg";
  ASSERT_EQ(run({"--front", "money", "--plot", file, "--lang", "ko"}).code, 0);
  const auto svg = testing::read_file(file);
  EXPECT_THAT(svg, HasSubstr("<svg"));
  EXPECT_THAT(svg, HasSubstr("군비 (백만 원)"));
  EXPECT_THAT(svg, Not(HasSubstr("optimise.")));
  std::size_t tips = 0;
  for (auto at = svg.find("백만 원: +"); at != std::string::npos; at = svg.find("백만 원: +", at + 1)) ++tips;
  EXPECT_EQ(tips, 7U) << "a point a level of the budget";
  const auto without = run({"--plot", file, "--lang", "en"});
  EXPECT_EQ(without.code, 2);
  EXPECT_THAT(without.error, HasSubstr("--front money"));
}

TEST(OptimiseCommand, NamesContradictingLimitsAndFaultsOfBounds) {
  const testing::TemporaryFolder folder;
  const auto file = folder / "bounds.csv";
  testing::write_file(file, "part,id,floor,cap\nprogramme,senior-jobs,200%,\n");
  const auto conflict = run({"--bounds", file, "--lang", "en"});
  EXPECT_EQ(conflict.code, 2);
  EXPECT_THAT(conflict.error, HasSubstr("bounds.csv:2"));
  EXPECT_THAT(conflict.error, HasSubstr("the cap of every programme"));
  EXPECT_THAT(conflict.error, Not(HasSubstr("the floor of every programme")));
  testing::write_file(file, "part,id,floor,cap\nprogramme,senior-job,90%,\n");
  const auto fault = run({"--bounds", file, "--lang", "en"});
  EXPECT_EQ(fault.code, 2);
  EXPECT_THAT(fault.error, HasSubstr("bounds.csv:2:11"));
  EXPECT_THAT(fault.error, HasSubstr("senior-jobs"));
}

TEST(OptimiseCommand, SaysWhatIsWrongAndExitsWithTwo) {
  EXPECT_EQ(run({"--maximise", "weather"}).code, 2);
  EXPECT_THAT(run({"--keep", "departments,sector", "--lang", "en"}).error, HasSubstr("sectors"));
  for (const auto* budget : {"much", "-5", "-200%", "1e99"}) EXPECT_EQ(run({"--budget", budget}).code, 2) << budget;
  EXPECT_EQ(run({"--floor", "-1"}).code, 2);
  EXPECT_EQ(run({"--bounds", "nowhere.toml"}).code, 2);
  EXPECT_EQ(run({"--floor", "120%", "--cap", "110%"}).code, 2) << "a contradiction";
}

}  // namespace
}  // namespace jobcast::app
