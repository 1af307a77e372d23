#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "app/messages/embedded_file.hpp"
#include "tests/app/process.hpp"

namespace jobcast::app {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::Invocation;
using ::testing::IsEmpty;
using testing::jobcast;
using ::testing::Not;
using testing::Outcome;
using ::testing::StartsWith;
using testing::TemporaryFolder;

/// A folder with a fresh pack "county" in it, as users begin.
class InANewPlan : public ::testing::Test {
 protected:
  InANewPlan() { made_ = run({"new-plan", "county", "--lang", "en"}); }

  Outcome run(const std::vector<std::string>& words, const std::map<std::string, std::string>& environment = {}) const {
    return jobcast({.words = words, .environment = environment, .folder = folder_.path()});
  }

  TemporaryFolder folder_;
  Outcome made_;
};

TEST_F(InANewPlan, TheTemplateIsWrittenWholeAndSaysWhatToDoNext) {
  EXPECT_EQ(made_.code, 0) << made_.error;
  EXPECT_THAT(made_.out, HasSubstr("jobcast check county"));
  EXPECT_THAT(folder_.names(), ElementsAre("county"));
  for (const auto& file : template_files()) {
    EXPECT_EQ(testing::read_file(folder_.path() / "county" / file.path), file.contents) << file.path;
  }
}

TEST_F(InANewPlan, ThePackIsNotWrittenOver) {
  testing::write_file(folder_ / "county/plan.toml", "mine");
  const auto again = run({"new-plan", "county", "--lang", "en"});
  EXPECT_EQ(again.code, 2);
  EXPECT_THAT(again.error, HasSubstr("exists already"));
  EXPECT_EQ(testing::read_file(folder_ / "county/plan.toml"), "mine");
  EXPECT_THAT(folder_.names(), ElementsAre("county"));
}

TEST_F(InANewPlan, TheTemplatePassesTheCheck) {
  const auto checked = run({"check", "county", "--lang", "en"});
  EXPECT_EQ(checked.code, 0) << checked.error;
  EXPECT_THAT(checked.out, HasSubstr("sound"));
}

TEST_F(InANewPlan, TheTemplateForecasts) {
  const auto table = run({"forecast", "county", "--draws", "64", "--lang", "ko"});
  EXPECT_EQ(table.code, 0) << table.error;
  EXPECT_THAT(table.out, HasSubstr("2024년 10월 조사에서 고용률(15~64세) 목표"));
  EXPECT_THAT(table.out, Not(HasSubstr("\x1b["))) << "colours go to terminals only";
  const auto json = run({"forecast", "county", "--draws", "64", "--seed", "9", "--format", "json"});
  ASSERT_EQ(json.code, 0) << json.error;
  const auto document = nlohmann::json::parse(json.out);
  EXPECT_EQ(document["schema"], "jobcast.forecast/1");
  EXPECT_EQ(document["draws"], 64);
  EXPECT_EQ(document["seed"], 9);
  EXPECT_EQ(document["indicators"].size(), 12U);
  EXPECT_EQ(document["jobs"].size(), 6U);
}

TEST_F(InANewPlan, TheSameSeedGivesTheSameBytesWhateverTheThreads) {
  const auto one = run({"forecast", "county", "--draws", "64", "--threads", "1", "--format", "csv"});
  const auto two = run({"forecast", "county", "--draws", "64", "--threads", "2", "--format", "csv"});
  ASSERT_EQ(one.code, 0) << one.error;
  EXPECT_THAT(one.out, StartsWith("plan,scenario,section,name,when,group,sex,measure,unit,value\n"));
  EXPECT_EQ(one.out, two.out);
}

TEST_F(InANewPlan, AScenarioIsFoundByNameAndByFile) {
  const auto by_name = run({"forecast", "county", "--draws", "64", "--scenario", "county-cut-10", "--format", "json"});
  ASSERT_EQ(by_name.code, 0) << by_name.error;
  const auto by_file = run(
      {"forecast", "county", "--draws", "64", "--scenario", "county/whatif/county-cut-10.toml", "--format", "json"});
  EXPECT_EQ(by_name.out, by_file.out) << by_file.error;
  EXPECT_EQ(nlohmann::json::parse(by_name.out)["scenario"], "county-cut-10");
}

TEST_F(InANewPlan, AReportGoesToAFileWhole) {
  const auto written = run({"forecast", "county", "--draws", "64", "--format", "json", "--out", "out.json"});
  EXPECT_EQ(written.code, 0) << written.error;
  EXPECT_THAT(written.out, IsEmpty());
  EXPECT_EQ(nlohmann::json::parse(testing::read_file(folder_ / "out.json"))["schema"], "jobcast.forecast/1");
  EXPECT_THAT(folder_.names(), ElementsAre("county", "out.json"));
}

TEST_F(InANewPlan, AFailureKeepsTheFileThatWasThere) {
  testing::write_file(folder_ / "out.json", "before");
  testing::write_file(folder_ / "county/programmes.csv", "not,a,programme\n");
  const auto failed = run({"forecast", "county", "--format", "json", "--out", "out.json"});
  EXPECT_EQ(failed.code, 2);
  EXPECT_EQ(testing::read_file(folder_ / "out.json"), "before");
  EXPECT_THAT(folder_.names(), ElementsAre("county", "out.json"));
}

TEST_F(InANewPlan, AnUnwritablePlaceIsRefusedBeforeTheWork) {
  const auto no_folder = run({"forecast", "county", "--out", "nowhere/out.json", "--lang", "en"});
  EXPECT_EQ(no_folder.code, 1);
  EXPECT_THAT(no_folder.error, HasSubstr("cannot write \"nowhere/out.json\""));
  const auto folder = run({"forecast", "county", "--out", "county", "--lang", "en"});
  EXPECT_EQ(folder.code, 2);
  EXPECT_THAT(folder.error, HasSubstr("it is a folder"));
  EXPECT_THAT(folder_.names(), ElementsAre("county"));
}

TEST_F(InANewPlan, ProgrammesAddUp) {
  const auto outcome = run({"programmes", "county", "--format", "json"});
  ASSERT_EQ(outcome.code, 0) << outcome.error;
  const auto document = nlohmann::json::parse(outcome.out);
  EXPECT_EQ(document["schema"], "jobcast.programmes/1");
  double jobs = 0.0;
  double money = 0.0;
  for (const auto& row : document["programmes"]) {
    jobs += row["jobs"].get<double>();
    money += row["budget_thousand_won"]["total"].get<double>();
  }
  EXPECT_GT(jobs, 0.0);
  EXPECT_EQ(document["totals"]["count"], document["programmes"].size());
  EXPECT_EQ(document["totals"]["jobs"], jobs);
  EXPECT_EQ(document["totals"]["budget_thousand_won"]["total"], money);
}

TEST_F(InANewPlan, ProgrammesAreNarrowedBySectorMoneyAndDate) {
  const auto count = [&](const std::vector<std::string>& options) {
    std::vector<std::string> words{"programmes", "county", "--format", "json"};
    words.insert(words.end(), options.begin(), options.end());
    const auto outcome = run(words);
    EXPECT_EQ(outcome.code, 0) << outcome.error;
    return nlohmann::json::parse(outcome.out)["totals"]["count"].get<int>();
  };
  const int all = count({});
  int by_sector = 0;
  for (const auto* sector : {"direct", "training", "service", "subsidy", "startup", "private"}) {
    by_sector += count({"--sector", sector});
  }
  EXPECT_EQ(by_sector, all);
  EXPECT_LT(count({"--funding", "national"}), all);
  EXPECT_LT(count({"--at", "2024-12-31"}), all);
  EXPECT_GT(count({"--at", "2024-10-13"}), 0);
}

TEST_F(InANewPlan, ExplainTellsValueSourceAndUsers) {
  const auto outcome = run({"explain", "county", "deadweight.senior-public-job", "--lang", "en"});
  EXPECT_EQ(outcome.code, 0) << outcome.error;
  EXPECT_THAT(outcome.out, HasSubstr("assumption: "));
  EXPECT_THAT(outcome.out, HasSubstr("programme_types.toml:"));
  EXPECT_THAT(outcome.out, HasSubstr("senior-jobs"));
  EXPECT_EQ(run({"explain", "county", "employment_rate_15_64"}).code, 0);
  EXPECT_EQ(run({"explain", "county", "survey.design_effect"}).code, 0);
  const auto unknown = run({"explain", "county", "employment_rate_15_46", "--lang", "en"});
  EXPECT_EQ(unknown.code, 2);
  EXPECT_THAT(unknown.error, HasSubstr("did you mean \"employment_rate_15_64\"?"));
}

TEST_F(InANewPlan, AFaultNamesFileLineAndColumnInTheUsersLanguage) {
  auto text = testing::read_file(folder_ / "county/programmes.csv");
  text.replace(text.find("direct"), 6, "dierct");
  testing::write_file(folder_ / "county/programmes.csv", text);
  const auto english = run({"check", "county", "--lang", "en"});
  EXPECT_EQ(english.code, 2);
  EXPECT_THAT(english.error, ::testing::ContainsRegex("county/programmes.csv:[0-9]+:[0-9]+: error: "));
  EXPECT_THAT(english.error, HasSubstr("\"direct\""));
  const auto korean = run({"check", "county"}, {{"LANG", "ko_KR.UTF-8"}});
  EXPECT_THAT(korean.error, HasSubstr("오류: "));
}

TEST_F(InANewPlan, ThePlanIsFoundOnTheShelfThatTheEnvironmentNames) {
  const auto elsewhere = TemporaryFolder();
  const Invocation check{.words = {"check", "county", "--lang", "en"},
                         .environment = {{"JOBCAST_SCENARIOS", folder_.path().string()}},
                         .folder = elsewhere.path()};
  EXPECT_EQ(jobcast(check).code, 0);
  EXPECT_EQ(jobcast({.words = check.words, .folder = elsewhere.path()}).code, 2);
}

TEST(Jobcast, SaysWhatIsWrongWithACommandLineAndExitsWithTwo) {
  struct Case {
    std::vector<std::string> words;
    std::string english, korean;
  };
  const std::vector<Case> cases{
      {{}, "no command was given", "명령이 없습니다"},
      {{"forcast"}, "did you mean \"forecast\"?", "\"forecast\""},
      {{"forecast"}, "PLAN is missing", "PLAN"},
      {{"forecast", "x", "--draw", "5"}, "did you mean \"--draws\"?", "--draws"},
      {{"forecast", "x", "--draws", "0"}, "a whole number from 1 to 100000000", "1에서 100000000까지의 정수"},
      {{"forecast", "x", "--draws", "200000000"}, "--draws cannot be \"200000000\"", "정수"},
      {{"forecast", "x", "--seed", "-1"}, "--seed cannot be \"-1\"", "정수"},
      {{"forecast", "x", "--format", "xml"}, "one of: table, json, csv", "table, json, csv"},
      {{"forecast", "x", "--lang", "fr"}, "one of: ko, en", "ko, en"},
      {{"forecast", "no-such-plan"}, "there is no plan \"no-such-plan\"", "계획이 없습니다"},
      {{"programmes", "x", "--sector", "traning"}, "did you mean \"training\"?", "training"},
      {{"completion", "tcsh"}, "one of: bash, zsh, fish", "bash, zsh, fish"}};
  for (const auto& each : cases) {
    const auto english = jobcast({.words = each.words, .environment = {{"LANG", "C.UTF-8"}}});
    EXPECT_EQ(english.code, 2) << each.english;
    EXPECT_THAT(english.error, HasSubstr(each.english));
    EXPECT_THAT(english.error, StartsWith("jobcast: error: "));
    EXPECT_THAT(english.out, IsEmpty());
    const auto korean = jobcast({.words = each.words, .environment = {{"LANG", "ko_KR.UTF-8"}}});
    EXPECT_EQ(korean.code, 2) << each.english;
    EXPECT_THAT(korean.error, HasSubstr(each.korean));
  }
}

TEST(Jobcast, ChoosesTheLanguageByOptionThenByLocale) {
  const auto begins = [](const std::vector<std::string>& words, const std::map<std::string, std::string>& environment) {
    return jobcast({.words = words, .environment = environment}).out.substr(0, 60);
  };
  const auto korean = begins({"--help"}, {{"LANG", "ko_KR.UTF-8"}});
  const auto english = begins({"--help"}, {});
  EXPECT_THAT(korean, HasSubstr("시군"));
  EXPECT_THAT(english, HasSubstr("how likely"));
  EXPECT_EQ(begins({"--help", "--lang", "ko"}, {{"LANG", "en_US.UTF-8"}}), korean);
  EXPECT_EQ(begins({"--lang=en", "--help"}, {{"LANG", "ko_KR.UTF-8"}}), english);
  EXPECT_EQ(begins({"--help"}, {{"LC_ALL", "en_US.UTF-8"}, {"LANG", "ko_KR.UTF-8"}}), english);
  EXPECT_EQ(begins({"--help"}, {{"LC_MESSAGES", "ko_KR.UTF-8"}, {"LANG", "en_US.UTF-8"}}), korean);
}

TEST(Jobcast, HelpsForEveryCommandWithExamples) {
  for (const auto* command : {"forecast", "check", "programmes", "explain", "new-plan", "skill", "completion"}) {
    const auto help = jobcast({.words = {command, "--help"}});
    EXPECT_EQ(help.code, 0) << command;
    EXPECT_THAT(help.out, HasSubstr(std::string("jobcast ") + command));
    EXPECT_THAT(help.out, HasSubstr("Examples"));
    EXPECT_EQ(jobcast({.words = {"help", command}}).out, help.out);
  }
  EXPECT_THAT(jobcast({.words = {"--version"}}).out,
              ::testing::MatchesRegex("jobcast [0-9]+\\.[0-9]+\\.[0-9]+\\+[0-9a-f]{12}\n"));
}

TEST(Jobcast, FailsWhenItsOutputCannotBeWritten) {
  const auto outcome = testing::program("sh", {.words = {"-c", std::string(JOBCAST_BINARY) + " --help > /dev/full"}});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.error, HasSubstr("could not be written"));
}

}  // namespace
}  // namespace jobcast::app
