#include <gmock/gmock.h>
#include <sqlite3.h>

#include <nlohmann/json.hpp>

#include "tests/app/stored_runs.hpp"

namespace jobcast::app {
namespace {

using nlohmann::json;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;
using testing::StoredRuns;

class Runs : public ::testing::Test {
 protected:
  StoredRuns runs_;
};

TEST_F(Runs, AreListed) {
  const auto list = runs_.jobcast({"runs", "runs.sqlite"});
  EXPECT_EQ(list.code, 0) << list.error;
  EXPECT_THAT(list.out, AllOf(HasSubstr("runs: 3"), HasSubstr(runs_.key(0).substr(0, 12)), HasSubstr("money: -10%"),
                              HasSubstr("county")));
  EXPECT_EQ(runs_.jobcast({"runs", "runs.sqlite", "list"}).out, list.out);
  EXPECT_THAT(runs_.jobcast({"runs", "runs.sqlite"}, "ko").out, AllOf(HasSubstr("예측 3개"), HasSubstr("표본 보관")));
}

TEST_F(Runs, AreListedForPrograms) {
  const auto document = json::parse(runs_.jobcast({"runs", "runs.sqlite", "--format", "json"}).out);
  EXPECT_EQ(document["schema"], "jobcast.runs/1");
  ASSERT_EQ(document["runs"].size(), 3U);
  const auto& plan = document["runs"][2];  // "money: +10%", "money: -10%", "plan"
  EXPECT_EQ(plan["scenario"], "plan");
  EXPECT_EQ(plan["key"], runs_.key(0));
  EXPECT_EQ(plan["levers"]["money"], "-10%");
  EXPECT_EQ(plan["draws_kept"], true);
  const auto csv = runs_.jobcast({"runs", "runs.sqlite", "--format", "csv"}).out;
  EXPECT_THAT(csv, StartsWith("key,plan,scenario,title_ko"));
  EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 4);
}

TEST_F(Runs, AreShownByTheBeginningOfAKeyOrByTheirScenario) {
  const auto by_key = runs_.jobcast({"runs", "runs.sqlite", "show", runs_.key(1).substr(0, 8)});
  EXPECT_EQ(by_key.code, 0) << by_key.error;
  EXPECT_THAT(by_key.out, AllOf(HasSubstr(runs_.key(1)), HasSubstr("Title money: -10%"), HasSubstr("money -10%"),
                                HasSubstr("October 2024"), HasSubstr("Employment 15-64")));
  EXPECT_EQ(runs_.jobcast({"runs", "runs.sqlite", "show", "money: -10%"}).out, by_key.out);
  EXPECT_THAT(runs_.jobcast({"runs", "runs.sqlite", "show", "plan"}, "ko").out, HasSubstr("2024년 10월 조사"));
}

TEST_F(Runs, AreExportedWithEveryFigure) {
  const auto csv = runs_.jobcast({"runs", "runs.sqlite", "export"});
  EXPECT_EQ(csv.code, 0) << csv.error;
  EXPECT_THAT(csv.out, StartsWith("key,plan,scenario,seed,draws,name,date,group,sex,mean,"));
  EXPECT_EQ(std::count(csv.out.begin(), csv.out.end(), '\n'), 1 + 3 * 24);
  const auto document = json::parse(runs_.jobcast({"runs", "runs.sqlite", "export", "plan", "--format", "json"}).out);
  ASSERT_EQ(document["runs"].size(), 1U);
  EXPECT_EQ(document["runs"][0]["outcomes"].size(), 24U);
  EXPECT_EQ(document["runs"][0]["outcomes"][0]["sd"], nullptr);
  EXPECT_THAT(runs_.jobcast({"runs", "runs.sqlite", "export", "--format", "table"}).error, HasSubstr("no table"));
}

TEST_F(Runs, AreDeletedAllThatAreNamedOrNone) {
  const auto half_wrong = runs_.jobcast({"runs", "runs.sqlite", "delete", "plan", "money: -20%"});
  EXPECT_EQ(half_wrong.code, 2);
  EXPECT_THAT(runs_.jobcast({"runs", "runs.sqlite"}).out, HasSubstr("runs: 3"));
  const auto deleted = runs_.jobcast({"runs", "runs.sqlite", "delete", "plan", "money: -10%"});
  EXPECT_EQ(deleted.code, 0) << deleted.error;
  EXPECT_THAT(deleted.out, HasSubstr("deleted: " + runs_.key(0).substr(0, 12) + " plan"));
  EXPECT_THAT(runs_.jobcast({"runs", "runs.sqlite"}).out, AllOf(HasSubstr("runs: 1"), Not(HasSubstr("-10%"))));
}

TEST_F(Runs, ThatCannotBeMeantAreRefusedWithWhatCould) {
  const auto unknown = runs_.jobcast({"runs", "runs.sqlite", "show", "money: -1%"});
  EXPECT_EQ(unknown.code, 2);
  EXPECT_THAT(unknown.error, AllOf(HasSubstr("no run \"money: -1%\""), HasSubstr("money: -10%")));
  runs_.add({.seed = 2, .truth = {60.0}});
  const auto two = runs_.jobcast({"runs", "runs.sqlite", "show", "plan"});
  EXPECT_EQ(two.code, 2);
  EXPECT_THAT(two.error, AllOf(HasSubstr("fits 2 runs"), HasSubstr(runs_.key(3).substr(0, 12))));
  const auto action = runs_.jobcast({"runs", "runs.sqlite", "shwo"});
  EXPECT_EQ(action.code, 2);
  EXPECT_THAT(action.error, AllOf(HasSubstr("unknown action"), HasSubstr("show")));
  EXPECT_THAT(runs_.jobcast({"runs", "runs.sqlite", "delete"}).error, HasSubstr("no run is named"));
  EXPECT_THAT(runs_.jobcast({"runs", "runs.sqlite", "list", "plan"}).error, HasSubstr("takes no run"));
  EXPECT_THAT(runs_.jobcast({"runs"}).error, HasSubstr("STORE"));
}

/// A store that something is wrong with, the exit code and the sentence about it.
class WrongStore : public Runs {
 protected:
  void sql(const std::string& text) const {
    sqlite3* database = nullptr;
    ASSERT_EQ(sqlite3_open(runs_.path().c_str(), &database), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(database, text.c_str(), nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(database);
  }
  void expect(int code, const std::string& english, const std::string& korean) const {
    const auto in_english = runs_.jobcast({"runs", "runs.sqlite", "export"});
    EXPECT_EQ(in_english.code, code);
    EXPECT_THAT(in_english.out, "");
    EXPECT_THAT(in_english.error,
                AllOf(StartsWith("runs.sqlite: error:"), HasSubstr(english), HasSubstr("expected"), HasSubstr("mend")));
    EXPECT_THAT(runs_.jobcast({"runs", "runs.sqlite", "export"}, "ko").error, HasSubstr(korean));
  }
};

TEST_F(WrongStore, IsMissing) {
  std::filesystem::remove(runs_.path());
  expect(2, "there is no run store", "보관 파일이 없습니다");
}

TEST_F(WrongStore, IsAnotherKindOfFile) {
  testing::write_file(runs_.path(), std::string(5000, 'x'));
  expect(2, "a file of another kind", "다른 종류의 파일");
}

TEST_F(WrongStore, IsOfAnotherProgram) {
  sql("PRAGMA application_id = 7");
  expect(2, "another program", "다른 프로그램");
}

TEST_F(WrongStore, IsOfALaterVersion) {
  sql("PRAGMA user_version = 9");
  expect(2, "later version of jobcast (schema 9)", "더 새로운 jobcast");
}

TEST_F(WrongStore, IsDamaged) {
  sql("UPDATE outcome SET p05 = 0");
  expect(2, "is damaged", "손상되었습니다");
}

TEST_F(WrongStore, IsAFolder) {
  std::filesystem::remove(runs_.path());
  std::filesystem::create_directory(runs_.path());
  expect(1, "cannot be opened", "열거나 읽거나");
}

}  // namespace
}  // namespace jobcast::app
