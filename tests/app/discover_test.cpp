#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/app/stored_runs.hpp"

namespace jobcast::app {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;
using Words = std::vector<std::string>;

/// A store of scenarios whose chance falls below one half where little money meets a late start.
class InAStore : public ::testing::Test {
 protected:
  InAStore() {
    for (int money = 0; money < 12; ++money) {
      for (int late = 0; late < 12; ++late) add(money, late, money >= 6 && late >= 4 ? 0.3 : 0.7);
    }
  }

  void add(int money, int late, double chance) {
    const std::string scenario = "cut " + std::to_string(money) + ", late " + std::to_string(late);
    auto run = runs::testing::run({.scenario = scenario, .truth = {60.0}, .draws_kept = false});
    run.record.levers = R"({"money":"-)" + std::to_string(money) + R"(%","late":")" + std::to_string(late) + R"("})";
    for (auto& outcome : run.outcomes) {
      if (outcome.name.starts_with("published.")) outcome.probability = chance;
    }
    runs_.push_back(std::move(run));
  }
  [[nodiscard]] testing::Outcome discover(Words more) {
    const std::string path = folder_ / "runs.sqlite";
    store::RunStore(path, store::Access::create).write(runs_);
    Words words{"discover", path};
    words.insert(words.end(), more.begin(), more.end());
    return testing::jobcast({.words = words, .environment = {{"LANG", "C.UTF-8"}}, .folder = folder_.path()});
  }

  testing::TemporaryFolder folder_;
  std::vector<store::Run> runs_;
};

TEST_F(InAStore, FindsWhereScenariosFail) {
  const auto english = discover({"--failure", "probability(employment_rate_15_64) < 0.5", "--lang", "en"});
  EXPECT_EQ(english.code, 0) << english.error;
  EXPECT_THAT(english.out, HasSubstr("It fails when money is -6 or less and late is 4 or more."));
  EXPECT_THAT(english.out, HasSubstr("48 scenarios are so; 48 of them fail (100%"));
  EXPECT_THAT(english.out, HasSubstr("100% of all failures"));
  EXPECT_THAT(english.out, Not(HasSubstr("discover.")));
  const auto korean = discover({"--failure", "probability(employment_rate_15_64) < 50%", "--lang", "ko"});
  EXPECT_THAT(korean.out, HasSubstr("다음 조건에서 실패합니다: money -6 이하, 그리고 late 4 이상."));
  EXPECT_THAT(korean.out, Not(HasSubstr("discover.")));
}

TEST_F(InAStore, WritesJsonAndCsvThatTheirFormatPromises) {
  const Words asked{"--failure", "probability(employment_rate_15_64) < 0.5"};
  auto words = asked;
  words.insert(words.end(), {"--format", "json"});
  const auto json = nlohmann::json::parse(discover(words).out);
  EXPECT_EQ(json["schema"], "jobcast.discovery/1");
  EXPECT_EQ(json["cases_are"], "scenarios");
  EXPECT_EQ(json["cases"], 144);
  EXPECT_EQ(json["failures"], 48);
  EXPECT_EQ(json["found"], true);
  EXPECT_EQ(json["box"]["limits"].size(), 2U);
  EXPECT_EQ(json["box"]["limits"][0]["input"], "money");
  EXPECT_EQ(json["box"]["limits"][0]["high"], -6);
  EXPECT_TRUE(json["box"]["limits"][0]["low"].is_null());
  EXPECT_EQ(json["trajectory"][0]["cases"], 144);
  words = asked;
  words.insert(words.end(), {"--format", "csv"});
  const auto csv = discover(words).out;
  EXPECT_THAT(csv, StartsWith("box,cases,failures,coverage,density,input,low,high,left_out,quasi_p\n"));
  EXPECT_THAT(csv, HasSubstr("found,48,48,1,1,late,4,,,"));
}

TEST_F(InAStore, SaysThatNoneOrAllFail) {
  EXPECT_THAT(discover({"--failure", "employment_rate_15_64 < 10", "--lang", "en"}).out, HasSubstr("None fails"));
  EXPECT_THAT(discover({"--failure", "employment_rate_15_64 < 90", "--lang", "en"}).out, HasSubstr("All fail"));
}

TEST_F(InAStore, PointsAtTheColumnOfAFault) {
  const auto outcome = discover({"--failure", "employment_rate_15_46 < 76.1", "--lang", "en"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_THAT(outcome.error, HasSubstr("--failure:1:1"));
  EXPECT_THAT(outcome.error, HasSubstr("employment_rate_15_64"));
  EXPECT_EQ(discover({}).code, 2) << "without --failure";
  EXPECT_EQ(discover({"--failure", "employed_persons < 1", "--scenario", "x"}).code, 2) << "without --plan";
}

TEST(DiscoverCommand, SaysThatAStoreWithoutLeversHasNothingToCompare) {
  const testing::TemporaryFolder folder;
  auto run = runs::testing::run({.truth = {60.0}});
  run.record.levers = "{}";
  store::RunStore(folder / "runs.sqlite", store::Access::create).write(run);
  const auto outcome = testing::jobcast(
      {.words = {"discover", folder / "runs.sqlite", "--failure", "employed_persons < 1", "--lang", "en"}});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_THAT(outcome.error, HasSubstr("no scenario of a sweep with levers"));
}

TEST(DiscoverCommand, LooksIntoTheFuturesOfTheRunThatAPlanMade) {
  const testing::TemporaryFolder folder;
  const auto jobcast = [&](Words words) {
    words.insert(words.end(), {"--lang", "en"});
    return testing::jobcast({.words = words, .environment = {{"LANG", "C.UTF-8"}}, .folder = folder.path()});
  };
  ASSERT_EQ(jobcast({"new-plan", "county"}).code, 0);
  testing::write_file(folder / "county/one.toml", R"(schema = "jobcast.sweep/1"
title = { ko = "하나", en = "One" }
plan = "plan.toml"
draws = 400
[[lever]]
name = "late"
change = "start_delay_days"
values = [30]
)");
  const auto swept = jobcast({"sweep", "county/one.toml", "--store", "runs.sqlite", "--keep-draws"});
  ASSERT_EQ(swept.code, 0) << swept.error;
  const auto found = jobcast({"discover", "runs.sqlite", "--plan", "county", "--failure", "employed_persons < 1"});
  EXPECT_EQ(found.code, 0) << found.error;
  EXPECT_THAT(found.out, HasSubstr("400 futures of scenario plan"));
  EXPECT_THAT(found.out, HasSubstr("None fails"));
  EXPECT_EQ(
      jobcast({"discover", "runs.sqlite", "--plan", "county", "--failure", "probability(employed_persons) < 1"}).code,
      2);
  auto manifest = testing::read_file(folder / "county/plan.toml");
  testing::write_file(folder / "county/plan.toml", manifest + "\n# changed\n");
  const auto changed = jobcast({"discover", "runs.sqlite", "--plan", "county", "--failure", "employed_persons < 1"});
  EXPECT_EQ(changed.code, 2);
  EXPECT_THAT(changed.error, HasSubstr("made of other files"));
}

}  // namespace
}  // namespace jobcast::app
