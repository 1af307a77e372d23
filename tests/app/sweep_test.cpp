#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "engine/store/run_store.hpp"
#include "tests/app/process.hpp"

namespace jobcast::app {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::jobcast;
using testing::Outcome;

const std::string head = R"(schema = "jobcast.sweep/1"
title = { ko = "군비", en = "County money" }
plan = "../plan.toml"
draws = 64
seed = 5
)";
const std::string money = R"([[lever]]
name = "money"
select = { funding = "county" }
change = "budget"
range = { from = "-30%", to = "+20%", step = "10%" }
[[lever]]
name = "coverage"
key = "survey.design_effect"
values = [1.2, 1.5, 1.8]
)";

/// A folder with a fresh pack "county" and sweeps of it.
class InASweptPlan : public ::testing::Test {
 protected:
  InASweptPlan() {
    run({"new-plan", "county"});
    std::filesystem::create_directory(folder_.path() / "county/sweeps");
    write("money", head + money);
  }

  void write(const std::string& name, const std::string& text) const {
    testing::write_file(folder_ / ("county/sweeps/" + name + ".toml"), text);
  }
  Outcome run(const std::vector<std::string>& words) const {
    return jobcast({.words = words, .environment = {{"LANG", "C.UTF-8"}}, .folder = folder_.path()});
  }
  Outcome sweep(const std::string& name, const std::string& store, std::vector<std::string> more = {}) const {
    std::vector<std::string> words{"sweep", "county/sweeps/" + name + ".toml", "--store", store};
    words.insert(words.end(), more.begin(), more.end());
    return run(words);
  }
  /// The same under `timeout`, which sends a signal after so many seconds.
  int interrupted(const std::string& signal, const std::string& seconds, const std::string& store) const {
    return testing::program("timeout", {.words = {"--preserve-status", "--signal=" + signal, seconds, JOBCAST_BINARY,
                                                  "sweep", "county/sweeps/money.toml", "--store", store, "--threads",
                                                  "1", "--draws", testing::many_draws, "--out", "ignored.txt"},
                                        .environment = {{"LANG", "C.UTF-8"}},
                                        .folder = folder_.path()})
        .code;
  }
  std::size_t runs_in(const std::string& store) const {
    return store::RunStore(folder_ / store, store::Access::read).list().size();
  }

  testing::TemporaryFolder folder_;
};

TEST_F(InASweptPlan, EveryScenarioIsAnsweredAndKept) {
  const auto outcome = sweep("money", "runs.sqlite");
  ASSERT_EQ(outcome.code, 0) << outcome.error;
  EXPECT_THAT(outcome.out, HasSubstr("money -30%, coverage 1.2"));
  EXPECT_THAT(outcome.out, HasSubstr("The plan as written"));
  EXPECT_THAT(outcome.error, IsEmpty()) << "no progress where there is no terminal";
  EXPECT_EQ(runs_in("runs.sqlite"), 19U);
}

TEST_F(InASweptPlan, TheTableSpeaksKorean) {
  const auto outcome = sweep("money", "runs.sqlite", {"--lang", "ko"});
  EXPECT_THAT(outcome.out, HasSubstr("계획 그대로"));
  EXPECT_THAT(outcome.out, HasSubstr("달성 가능성"));
}

TEST_F(InASweptPlan, ASweepOfOneScenarioIsItsForecast) {
  write("one", head + "extends = \"county-cut-10\"\n");
  const auto swept = sweep("one", "runs.sqlite", {"--format", "json"});
  ASSERT_EQ(swept.code, 0) << swept.error;
  const auto forecast =
      run({"forecast", "county", "--scenario", "county-cut-10", "--draws", "64", "--seed", "5", "--format", "json"});
  ASSERT_EQ(forecast.code, 0) << forecast.error;
  const auto rows = nlohmann::json::parse(swept.out)["scenarios"];
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[1]["scenario"], "county-cut-10");
  const auto indicators = nlohmann::json::parse(forecast.out)["indicators"];
  ASSERT_EQ(indicators.size(), 12U);
  for (std::size_t index = 0; index < 6; ++index) {
    const auto& one = rows[1]["indicators"][index];
    const auto& other = indicators[6 + index];
    EXPECT_EQ(one["id"], other["id"]);
    EXPECT_EQ(one["mean"], other["published"]["mean"]);
    EXPECT_EQ(one["probability_published_meets_target"], other["probability_published_meets_target"]);
  }
}

TEST_F(InASweptPlan, TheBytesAreTheSameForAnyThreadsAndWhenNothingIsLeftToDo) {
  const auto one = sweep("money", "one.sqlite", {"--threads", "1", "--format", "csv"});
  ASSERT_EQ(one.code, 0) << one.error;
  for (const auto* threads : {"2", "7"}) {
    EXPECT_EQ(sweep("money", std::string(threads) + ".sqlite", {"--threads", threads, "--format", "csv"}).out, one.out);
  }
  const auto again = sweep("money", "one.sqlite", {"--resume", "--format", "csv"});
  EXPECT_EQ(again.out, one.out) << again.error;
  EXPECT_EQ(runs_in("one.sqlite"), 19U);
}

TEST_F(InASweptPlan, MoreDrawsExtendWhatIsThere) {
  ASSERT_EQ(sweep("money", "runs.sqlite").code, 0);
  ASSERT_EQ(sweep("money", "runs.sqlite", {"--draws", "128"}).code, 0);
  const auto runs = store::RunStore(folder_ / "runs.sqlite", store::Access::read).list();
  ASSERT_EQ(runs.size(), 19U);
  for (const auto& record : runs) EXPECT_EQ(record.draws, 128);
}

TEST_F(InASweptPlan, DrawsAreKeptUnlessTheyAreDropped) {
  const auto with_draws = [&](const std::string& name) {
    const store::RunStore store(folder_ / name, store::Access::read);
    const auto runs = store.list();
    return std::count_if(runs.begin(), runs.end(), [&](const auto& run) { return store.has_columns(run.key); });
  };
  ASSERT_EQ(sweep("money", "kept.sqlite").code, 0);
  EXPECT_EQ(with_draws("kept.sqlite"), 19);
  ASSERT_EQ(sweep("money", "dropped.sqlite", {"--drop-draws"}).code, 0);
  EXPECT_EQ(with_draws("dropped.sqlite"), 0);
  ASSERT_EQ(sweep("money", "dropped.sqlite", {"--keep-draws"}).code, 0);
  EXPECT_EQ(with_draws("dropped.sqlite"), 19);
  const auto both = sweep("money", "kept.sqlite", {"--keep-draws", "--drop-draws"});
  EXPECT_EQ(both.code, 2);
  EXPECT_THAT(both.error, HasSubstr("cannot stand together"));
}

TEST_F(InASweptPlan, ChangesAreThoseOfTheComparisonWhetherDrawsAreKeptOrNot) {
  const auto kept = sweep("money", "kept.sqlite", {"--format", "csv"});
  EXPECT_EQ(sweep("money", "dropped.sqlite", {"--drop-draws", "--format", "csv"}).out, kept.out);
  EXPECT_EQ(sweep("money", "dropped.sqlite", {"--resume", "--drop-draws", "--format", "csv"}).out, kept.out);
  const auto swept = nlohmann::json::parse(sweep("money", "kept.sqlite", {"--format", "json"}).out);
  const auto compared =
      nlohmann::json::parse(run({"compare", "kept.sqlite", "--against", "plan", "--format", "json"}).out);
  std::map<std::string, nlohmann::json> changes;
  for (const auto& scenario : swept["scenarios"]) changes[scenario["scenario"]] = scenario["indicators"][0]["change"];
  EXPECT_TRUE(changes.at("plan").is_null());
  ASSERT_EQ(compared["comparisons"].size(), 18U);
  for (const auto& pair : compared["comparisons"]) {
    const auto& change = changes.at(pair["second"]["scenario"]);
    const auto rate = std::find_if(pair["indicators"].rbegin(), pair["indicators"].rend(),
                                   [](const auto& row) { return row["id"] == "employment_rate_15_64"; });
    EXPECT_EQ(change["mean"], (*rate)["true"]["mean"]);
    EXPECT_EQ(change["p95"], (*rate)["true"]["p95"]);
    EXPECT_EQ(change["probability"], (*rate)["published_meets_target"]["change"]);
  }
}

TEST_F(InASweptPlan, AStoppedSweepSaysSoAndIsTakenUpAgain) {
  const auto whole =
      sweep("money", "whole.sqlite", {"--draws", testing::many_draws, "--threads", "1", "--format", "csv"});
  ASSERT_EQ(whole.code, 0) << whole.error;
  int stopped = 0;
  const std::map<std::string, int> codes{{"INT", 130}, {"TERM", 143}, {"USR1", 138}};
  for (const auto* signal : {"INT", "TERM", "USR1", "INT", "TERM"}) {
    const int code = interrupted(signal, "0.5", "runs.sqlite");
    if (code == 0) break;
    EXPECT_EQ(code, codes.at(signal));
    ++stopped;
  }
  EXPECT_GT(stopped, 0) << "the sweep is too short to be stopped";
  const auto resumed = sweep("money", "runs.sqlite", {"--draws", testing::many_draws, "--resume", "--format", "csv"});
  EXPECT_EQ(resumed.code, 0) << resumed.error;
  EXPECT_EQ(resumed.out, whole.out);
}

TEST_F(InASweptPlan, AKilledSweepIsTakenUpAgain) {
  const auto whole =
      sweep("money", "whole.sqlite", {"--draws", testing::many_draws, "--threads", "1", "--format", "csv"});
  for (const auto* seconds : {"0.15", "0.3", "0.45", "0.6", "0.75"}) interrupted("KILL", seconds, "runs.sqlite");
  const auto resumed = sweep("money", "runs.sqlite", {"--draws", testing::many_draws, "--resume", "--format", "csv"});
  EXPECT_EQ(resumed.code, 0) << resumed.error;
  EXPECT_EQ(resumed.out, whole.out);
}

TEST_F(InASweptPlan, WhatCannotBeRunIsRefusedBeforeAnythingIs) {
  const auto refused = [&](const Outcome& outcome, const std::string& words) {
    EXPECT_NE(outcome.code, 0);
    EXPECT_THAT(outcome.error, HasSubstr(words));
    EXPECT_THAT(outcome.out, IsEmpty());
  };
  refused(run({"sweep", "county/sweeps/money.toml"}), "--store is missing");
  refused(sweep("honey", "runs.sqlite"), "honey.toml");
  refused(sweep("money", "runs.sqlite", {"--resume"}), "runs.sqlite");
  std::string huge = head;
  for (const auto* name : {"a", "b", "c"}) {
    huge += "[[lever]]\nname = \"" + std::string(name) +
            "\"\nchange = \"jobs\"\nrange = { from = \"-50%\", to = \"+49%\", step = \"1%\" }\n";
  }
  write("huge", huge);
  refused(sweep("huge", "runs.sqlite"), "the sweep has 1,000,000 scenarios");
  refused(sweep("huge", "runs.sqlite"), "at most 100,000 without --yes");
  write("billion",
        huge + "[[lever]]\nname = \"d\"\nchange = \"jobs\"\nrange = { from = \"0%\", to = \"999%\", step = \"1%\" }\n");
  refused(sweep("billion", "runs.sqlite", {"--yes"}), "the sweep has 1,000,000,000 scenarios");
  write("bad", head + "[[lever]]\nname = \"a\"\nchange = \"budgit\"\nvalues = [\"+1%\"]\n");
  refused(sweep("bad", "runs.sqlite"), "bad.toml:8:10: error");
  EXPECT_FALSE(std::filesystem::exists(folder_.path() / "runs.sqlite"));
}

TEST(ExampleSweeps, RunInBothLanguages) {
  const testing::TemporaryFolder folder;
  const auto sweeps = std::filesystem::path(JOBCAST_SOURCE_DIR) / "scenarios/jeongseon-2024/sweeps";
  int count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(sweeps)) {
    ++count;
    for (const auto* language : {"ko", "en"}) {
      const auto outcome = jobcast({.words = {"sweep", entry.path().string(), "--store", folder / "runs.sqlite",
                                              "--draws", "16", "--lang", language}});
      EXPECT_EQ(outcome.code, 0) << entry.path() << outcome.error;
    }
  }
  EXPECT_GE(count, 4);
}

}  // namespace
}  // namespace jobcast::app
