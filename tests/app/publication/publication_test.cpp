#include <gmock/gmock.h>

#include "app/publication/publish.hpp"
#include "app/publication/web_page.hpp"
#include "app/publication/workbook.hpp"
#include "tests/app/fixture.hpp"
#include "tests/app/process.hpp"
#include "tests/app/publication/readers.hpp"

namespace jobcast::app {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// A plan without programmes, tables and findings, which tests add to.
struct Findings {
  plan::Plan plan = testing::fixture_plan();
  forecast::Result forecast = testing::fixture_result();
  attribution::Attribution attribution;
  optimise::Optimum best_use;
  optimise::Rules rules;
  audit::Audit audit;
  schedule::Timetable timetable;
  std::optional<nlohmann::ordered_json> backtest;

  [[nodiscard]] Publication published(const Catalogue& words) const {
    return publish({plan, forecast, attribution, best_use, rules, audit, timetable, backtest}, words);
  }
};

std::string sentences_of(const Publication& report, const std::string& section_id) {
  std::string text;
  for (const auto& section : report.sections) {
    if (section.id != section_id) continue;
    for (const auto& paragraph : section.paragraphs) text += paragraph.words + "\n";
  }
  return text;
}

nlohmann::json page_of(const Findings& found, const Catalogue& words) {
  const testing::TemporaryFolder folder;
  testing::write_file(folder / "page.html", web_page(found.published(words), words));
  return testing::read_page(folder / "page.html");
}

TEST(Publication, OfAPlanWithoutProgrammesIsWhole) {
  for (const auto language : {Language::korean, Language::english}) {
    const Catalogue words(language);
    Findings found;
    found.forecast.jobs.clear();
    const auto page = page_of(found, words);
    for (const auto& table : page["tables"]) EXPECT_NE(table["id"], "table-jobs");
    const testing::TemporaryFolder folder;
    testing::write_file(folder / "book.xlsx", workbook(found.published(words), words));
    EXPECT_GE(testing::read_workbook(folder / "book.xlsx").size(), 5U);
  }
}

TEST(Publication, OfOneIndicatorHasARowOfIt) {
  const Catalogue words(Language::english);
  Findings found;
  found.forecast.indicators.resize(1);
  EXPECT_EQ(testing::table_of(page_of(found, words), "table-targets").size(), 1U);
  EXPECT_THAT(sentences_of(found.published(words), "targets"), HasSubstr("1 published targets"));
}

TEST(Publication, OfNothingIsStillAPage) {
  const Catalogue words(Language::english);
  Findings found;
  found.forecast = {};
  const auto page = page_of(found, words);
  EXPECT_GE(page["headings"].size(), 2U);
}

TEST(Publication, AnswersByTheNumbers) {
  const Catalogue words(Language::english);
  Findings found;
  const auto set_chance = [&](double chance) {
    for (auto& row : found.forecast.indicators) row.probability_published_meets_target = chance;
  };
  set_chance(0.95);
  EXPECT_THAT(found.published(words).answer.front(), HasSubstr("is very good (95%)"));
  EXPECT_THAT(sentences_of(found.published(words), "targets"), HasSubstr("More likely than two in three (6)"));
  set_chance(0.05);
  EXPECT_THAT(found.published(words).answer.front(), HasSubstr("is very low (5%)"));
  const auto targets = sentences_of(found.published(words), "targets");
  EXPECT_THAT(targets, HasSubstr("Less likely than one in three (6)"));
  EXPECT_THAT(targets, Not(HasSubstr("More likely")));
}

TEST(Publication, SaysRiseFallAndStandstillByTheNumbers) {
  const Catalogue words(Language::english);
  Findings found;
  const auto set_change = [&](double points) {
    for (auto& part : found.forecast.change) part.points = part.from == "behaviour" ? points : 0.0;
  };
  set_change(0.5);
  EXPECT_THAT(sentences_of(found.published(words), "change"),
              HasSubstr("expected to rise from 2023 to 2024, by +0.50"));
  set_change(-0.5);
  EXPECT_THAT(sentences_of(found.published(words), "change"),
              HasSubstr("expected to fall from 2023 to 2024, by -0.50"));
  set_change(0.0);
  EXPECT_THAT(sentences_of(found.published(words), "change"),
              ::testing::AllOf(HasSubstr("expected to stay as it is"), Not(HasSubstr("moves it most"))));
}

TEST(Publication, SaysWhetherOneSourceOfUncertaintyIsMostOfIt) {
  const Catalogue words(Language::english);
  Findings found;
  EXPECT_THAT(sentences_of(found.published(words), "uncertainty"), HasSubstr("More than half"));
  for (auto& share : found.forecast.uncertainty) share.share = 0.25;
  EXPECT_THAT(sentences_of(found.published(words), "uncertainty"), HasSubstr("no single main source"));
}

TEST(Publication, SaysTheCountyShrinksOnlyWhereNearlyEveryFutureDoes) {
  const Catalogue words(Language::english);
  Findings found;
  const auto with_register = [&](double people) {
    plan::Fact fact;
    fact.table = "1";
    fact.item = "population";
    fact.period = "2023";
    fact.sex = "both";
    fact.age = "all";
    fact.value = people;
    fact.use = true;
    found.plan.facts = plan::FactBook({{"1", "1.csv", {"인구", "People"}, {}, "", {fact}}});
    return sentences_of(found.published(words), "population");
  };
  const auto last = std::find_if(found.forecast.population.rbegin(), found.forecast.population.rend(),
                                 [](const auto& row) { return row.age_group == "all"; });
  EXPECT_THAT(with_register(last->p95 + 1), HasSubstr("decline in nearly every future"));
  EXPECT_THAT(with_register(last->p05 - 1), HasSubstr("growth in nearly every future"));
  EXPECT_THAT(with_register(last->mean + 1), HasSubstr("leaves growth possible"));
  EXPECT_THAT(with_register(last->mean - 1), HasSubstr("leaves a decline possible"));
}

TEST(Publication, EscapesNames) {
  const Catalogue words(Language::english);
  Findings found;
  found.plan.title = {"<b>&\"'", "<b>&\"'"};
  found.plan.programmes.resize(1);
  auto& programme = found.plan.programmes.front();
  programme.id = "a b&<#";
  programme.name = {"<i>사업", "<i>programme & more"};
  attribution::PartEffect part;
  part.part.id = programme.id;
  part.part.name = programme.name;
  found.attribution.groups.push_back({attribution::Grouping::programme, {part}, {}, false});
  const auto page = page_of(found, words);
  EXPECT_THAT(page["headings"][0][1].get<std::string>(), HasSubstr("<b>&\"'"));
  EXPECT_EQ(testing::table_of(page, "table-programmes-most")[0][0], "<i>programme & more");
  const testing::TemporaryFolder folder;
  testing::write_file(folder / "book.xlsx", workbook(found.published(words), words));
  const auto sheet = testing::sheet_of(testing::read_workbook(folder / "book.xlsx"), "Programmes, most");
  EXPECT_EQ(sheet["rows"][1][0]["value"], "<i>programme & more");
}

TEST(Publication, ShowsTheTrackRecordThatWasKept) {
  const Catalogue words(Language::english);
  Findings found;
  EXPECT_THAT(sentences_of(found.published(words), "record"), HasSubstr("No backtest of this plan is kept"));
  nlohmann::ordered_json rows = nlohmann::ordered_json::array();
  for (const auto* method : {"last_value", "jobcast"}) {
    for (const bool overall : {true, false}) {
      rows.push_back({{"subject", "employment_rate"},
                      {"ages", overall ? "all" : "15-64"},
                      {"ahead", overall ? nlohmann::ordered_json("all") : nlohmann::ordered_json(2)},
                      {"method", method},
                      {"n", 12},
                      {"crps", method[0] == 'j' ? 0.8 : 1.0},
                      {"mae", 1.1},
                      {"bias", nullptr},
                      {"coverage_50", 0.5},
                      {"coverage_80", 0.75},
                      {"coverage_90", 0.9}});
    }
  }
  found.backtest = nlohmann::ordered_json{{"scores", rows}};
  EXPECT_THAT(sentences_of(found.published(words), "record"), HasSubstr("80% intervals held 75%; CRPS 20% better"));
  EXPECT_THAT(sentences_of(found.published(words), "record"), HasSubstr("no more off the 80% promised"));
  for (auto& row : found.backtest->at("scores")) row["n"] = 1200;
  EXPECT_THAT(sentences_of(found.published(words), "record"), HasSubstr("they were too narrow"));
  const auto table = testing::table_of(page_of(found, words), "table-record-employment_5frate");
  ASSERT_EQ(table.size(), 2U);
  EXPECT_EQ(table[1][0], "jobcast");
  EXPECT_EQ(table[1][2], "0.80");
  EXPECT_EQ(table[1][4], "-") << "what was not scored is a dash";
}

}  // namespace
}  // namespace jobcast::app
