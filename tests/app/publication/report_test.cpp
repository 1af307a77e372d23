#include <gmock/gmock.h>

#include <set>

#include "app/report/numbers.hpp"
#include "tests/app/process.hpp"
#include "tests/app/publication/readers.hpp"

namespace jobcast::app {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using Json = nlohmann::json;
using Words = std::vector<std::string>;

testing::Outcome run(const std::filesystem::path& folder, const Words& words) {
  return testing::jobcast({.words = words,
                           .environment = {{"LANG", "C.UTF-8"}, {"JOBCAST_CACHE", (folder / "cache").string()}},
                           .folder = folder});
}

/// One report of the repository's plan in each language, made once for all tests.
class Report : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder = new testing::TemporaryFolder;
    const auto plan = std::string(JOBCAST_SOURCE_DIR) + "/scenarios/jeongseon-2024";
    for (const std::string language : {"en", "ko"}) {
      const auto outcome = run(folder->path(), {"report", plan, "--draws", "40", "--lang", language, "--out",
                                                language + ".html", "--xlsx", language + ".xlsx"});
      ASSERT_EQ(outcome.code, 0) << outcome.error;
      EXPECT_THAT(outcome.out, IsEmpty());
      pages[language] = testing::read_page(*folder / (language + ".html"));
      books[language] = testing::read_workbook(*folder / (language + ".xlsx"));
    }
    const auto outcome = run(folder->path(), {"forecast", plan, "--draws", "40", "--format", "json"});
    ASSERT_EQ(outcome.code, 0) << outcome.error;
    forecast = Json::parse(outcome.out);
  }
  static void TearDownTestSuite() { delete folder; }

  static testing::TemporaryFolder* folder;
  static std::map<std::string, Json> pages, books;
  static Json forecast;
};
testing::TemporaryFolder* Report::folder = nullptr;
std::map<std::string, Json> Report::pages, Report::books;
Json Report::forecast;

TEST_F(Report, NeedsNothingFromElsewhere) {
  for (const auto& [language, page] : pages) {
    EXPECT_THAT(page["addresses"], IsEmpty());
    EXPECT_EQ(page["language"], language);
  }
}

TEST_F(Report, HasAnAnchorForEveryLinkAndNoneTwice) {
  for (const auto& [language, page] : pages) {
    const auto ids = page["ids"].get<Words>();
    const std::set<std::string> known(ids.begin(), ids.end());
    EXPECT_EQ(known.size(), ids.size());
    for (const auto& link : page["links"].get<Words>()) EXPECT_TRUE(known.contains(link.substr(1))) << link;
  }
}

TEST_F(Report, CanBeReadWithoutSeeingIt) {
  for (const auto& [language, page] : pages) {
    int before = 0;
    for (const auto& heading : page["headings"]) {
      EXPECT_LE(heading[0].get<int>(), before + 1) << "headings leave no level out: " << heading[1];
      before = heading[0];
      EXPECT_NE(heading[1], "");
    }
    for (const auto& table : page["tables"]) {
      EXPECT_NE(table["caption"], "");
      for (const auto& scope : table["scopes"]) EXPECT_NE(scope, "") << table["id"];
    }
    ASSERT_GE(page["charts"].size(), 14U) << "each chart is there for wide and for narrow screens";
    for (const auto& chart : page["charts"]) {
      EXPECT_EQ(chart["role"], "img");
      ASSERT_EQ(chart["names"].size(), 2U);
      for (const auto& name : chart["names"]) EXPECT_NE(name, "") << chart["names"];
    }
  }
}

TEST_F(Report, PrintsTheForecastsChances) {
  for (const auto& [language, page] : pages) {
    const auto rows = testing::table_of(page, "table-targets");
    ASSERT_EQ(rows.size(), 6U);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const auto& indicator = forecast["indicators"][i + 6];
      const double chance = indicator["probability_published_meets_target"];
      const double error = std::max(indicator["monte_carlo_error"].get<double>(), 1.0 / 40);
      EXPECT_EQ(rows[i][3], probability(chance, error)) << rows[i][0];
    }
  }
}

TEST_F(Report, WorkbookHoldsTheForecastsNumbersAsNumbers) {
  const auto rows = testing::sheet_of(books["en"], "Targets")["rows"];
  ASSERT_EQ(rows.size(), 7U);
  EXPECT_EQ(rows[0][0]["value"], "Indicator");
  for (std::size_t i = 0; i < 6; ++i) {
    const auto& indicator = forecast["indicators"][i + 6];
    const auto& row = rows[i + 1];
    EXPECT_EQ(row[1]["value"], indicator["base"]);
    EXPECT_EQ(row[2]["value"], indicator["target"]);
    EXPECT_NEAR(row[3]["value"], indicator["probability_published_meets_target"].get<double>(), 1e-12);
    EXPECT_NEAR(row[5]["value"], indicator["published"]["mean"].get<double>(), 1e-9);
    EXPECT_NEAR(row[9]["value"], indicator["published"]["p05"].get<double>(), 1e-9);
    EXPECT_NEAR(row[10]["value"], indicator["published"]["p95"].get<double>(), 1e-9);
    EXPECT_EQ(row[1]["format"], i < 3 ? "0.0\"%\"" : "#,##0");
    EXPECT_EQ(row[3]["format"], "0.0%");
  }
}

TEST_F(Report, PrintsTheFrontThatOptimiseFinds) {
  const auto outcome =
      run(folder->path(), {"optimise", std::string(JOBCAST_SOURCE_DIR) + "/scenarios/jeongseon-2024", "--maximise",
                           "probability", "--front", "money", "--draws", "40", "--format", "json"});
  ASSERT_EQ(outcome.code, 0) << outcome.error;
  const auto front = Json::parse(outcome.out)["front"]["points"];
  const auto rows = testing::sheet_of(books["en"], "Front of money")["rows"];
  ASSERT_EQ(rows.size(), front.size() + 1);
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const auto& point = front[i - 1];
    EXPECT_NEAR(rows[i][1]["value"], point["simulated"]["county_won"].get<double>() / 1e6, 1e-6);
    EXPECT_NEAR(rows[i][3]["value"], point["simulated"]["chance"].get<double>(), 1e-12);
  }
  for (const auto& [language, page] : pages) EXPECT_EQ(testing::table_of(page, "table-moves").size(), 12U);
}

TEST_F(Report, WorkbookFreezesHeadingsAndLinksToItsSources) {
  for (const auto& [language, book] : books) {
    ASSERT_GE(book.size(), 12U);
    const std::string sources = language == "ko" ? "출처" : "Sources";
    for (const auto& sheet : book) {
      EXPECT_EQ(sheet["frozen"], "1") << sheet["name"];
      EXPECT_GE(sheet["widths"].get<int>(), 1) << sheet["name"];
      EXPECT_GE(sheet["rows"].size(), 2U) << sheet["name"];
    }
    const auto count = testing::sheet_of(book, sources)["rows"].size();
    const auto links = testing::sheet_of(book, language == "ko" ? "목표" : "Targets")["links"];
    EXPECT_GE(links.size(), 12U);
    for (const auto& link : links.get<Words>()) {
      const auto place = link.rfind("!A");
      ASSERT_NE(place, std::string::npos) << link;
      EXPECT_LE(std::stoul(link.substr(place + 2)), count) << link;
    }
  }
}

TEST_F(Report, SaysTheSameInBothLanguages) {
  ASSERT_EQ(pages["ko"]["tables"].size(), pages["en"]["tables"].size());
  for (std::size_t i = 0; i < pages["ko"]["tables"].size(); ++i) {
    EXPECT_EQ(pages["ko"]["tables"][i]["id"], pages["en"]["tables"][i]["id"]);
    EXPECT_EQ(pages["ko"]["tables"][i]["rows"].size(), pages["en"]["tables"][i]["rows"].size());
  }
  EXPECT_THAT(pages["ko"]["headings"][0][1].get<std::string>(), HasSubstr("정선군 2024년 일자리대책"));
}

TEST_F(Report, GivesTheSameBytesAgain) {
  const auto plan = std::string(JOBCAST_SOURCE_DIR) + "/scenarios/jeongseon-2024";
  const auto outcome = run(folder->path(), {"report", plan, "--draws", "40", "--threads", "1", "--out", "again.html",
                                            "--xlsx", "again.xlsx"});
  ASSERT_EQ(outcome.code, 0) << outcome.error;
  EXPECT_TRUE(testing::read_file(*folder / "again.html") == testing::read_file(*folder / "en.html"));
  EXPECT_TRUE(testing::read_file(*folder / "again.xlsx") == testing::read_file(*folder / "en.xlsx"));
}

TEST(ReportCommand, ReportsOnAnotherScenarioOfANewPlan) {
  const testing::TemporaryFolder folder;
  ASSERT_EQ(run(folder.path(), {"new-plan", "mine"}).code, 0);
  const auto outcome = run(folder.path(), {"report", "mine", "--draws", "20", "--scenario", "county-cut-10"});
  ASSERT_EQ(outcome.code, 0) << outcome.error;
  testing::write_file(folder / "page.html", outcome.out);
  const auto page = testing::read_page(folder / "page.html");
  EXPECT_THAT(page["paragraphs"].get<Words>(),
              Contains("This part is of the plan as written, not of the scenario above."));
}

TEST(ReportCommand, LeavesNoFileWhereOneCannotBeWritten) {
  const testing::TemporaryFolder folder;
  testing::write_file(folder / "kept.html", "kept");
  const auto plan = std::string(JOBCAST_SOURCE_DIR) + "/scenarios/jeongseon-2024";
  struct Case {
    Words words;
    int code;
    std::string said;
  };
  const std::vector<Case> cases{
      {{"report", plan, "--out", "kept.html", "--xlsx", "nowhere/book.xlsx"}, 1, "nowhere/book.xlsx"},
      {{"report", plan, "--out", "kept.html", "--xlsx", "./kept.html"}, 2, "name the same file"},
      {{"report", plan, "--out", "kept.html", "--scenario", "unheard-of"}, 2, "unheard-of"},
      {{"report", plan, "--out", "kept.html", "--draws", "0"}, 2, "--draws"},
      {{"report", "--out", "kept.html"}, 2, "PLAN"}};
  for (const auto& each : cases) {
    const auto outcome = run(folder.path(), each.words);
    EXPECT_EQ(outcome.code, each.code) << outcome.error;
    EXPECT_THAT(outcome.error, HasSubstr(each.said));
    EXPECT_EQ(testing::read_file(folder / "kept.html"), "kept");
    EXPECT_THAT(folder.names(), Not(Contains(HasSubstr("xlsx"))));
  }
}

}  // namespace
}  // namespace jobcast::app
