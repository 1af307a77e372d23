#include <gmock/gmock.h>

#include <set>
#include <sstream>

#include "app/report/forecast_csv.hpp"
#include "app/report/forecast_json.hpp"
#include "app/report/forecast_text.hpp"
#include "tests/app/fixture.hpp"

namespace jobcast::app {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

std::string text_in(Language language, int width, const forecast::Result& result) {
  const Catalogue catalogue(language);
  return forecast_text(testing::fixture_plan(), result, Page{catalogue, Paint(false), width});
}

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::vector<std::string> keys_of(const nlohmann::ordered_json& object) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : object.items()) keys.push_back(key);
  return keys;
}

TEST(ForecastText, IsNoWiderThanThePageInEitherLanguage) {
  for (const auto language : {Language::korean, Language::english}) {
    for (const int width : {80, 90, 100}) {
      for (const auto& line : lines_of(text_in(language, width, testing::fixture_result()))) {
        EXPECT_LE(display_width(line), width) << line;
      }
    }
  }
}

TEST(ForecastText, BeginsWithTheAnswerInPlainWords) {
  const auto lines = lines_of(text_in(Language::korean, 100, testing::fixture_result()));
  EXPECT_EQ(lines[0], "정선군 2024년 일자리대책 - 시나리오: 계획대로");
  EXPECT_EQ(lines[2], "2024년 10월 조사에서 고용률(15~64세) 목표 76.1%를 달성할 가능성은 거의 반반입니다 (52%).");
}

TEST(ForecastText, SaysTheSameInEnglish) {
  const auto lines = lines_of(text_in(Language::english, 100, testing::fixture_result()));
  EXPECT_EQ(lines[2],
            "The chance that the employment rate, 15-64, meets the target of 76.1% in the October 2024 survey is");
  EXPECT_EQ(lines[3], "about even (52%).");
}

TEST(ForecastText, PutsThePlansCountingBesideThePeopleAtWork) {
  const auto text = text_in(Language::korean, 100, testing::fixture_result());
  EXPECT_THAT(text, HasSubstr("13,267"));
  EXPECT_THAT(text, HasSubstr("3,755"));
}

TEST(ForecastText, TellsSeedDrawsDateAndFit) {
  const auto text = text_in(Language::korean, 100, testing::fixture_result());
  EXPECT_THAT(text, HasSubstr("표본 10,000개, 시드 7, 2023-12-31까지"));
  EXPECT_THAT(text, HasSubstr("공표 통계 2개 가운데 1개"));
}

TEST(ForecastText, LeavesOutWhatTheResultDoesNotHave) {
  forecast::Result result;
  result.draws = 1;
  result.as_of = time::make_date(2023, 12, 31);
  const auto text = text_in(Language::english, 80, result);
  EXPECT_THAT(text, Not(HasSubstr("Indicator")));
  EXPECT_THAT(text, HasSubstr("How far to trust this"));
}

TEST(ForecastText, ShowsTheFirstYearsAndTheLastOfALongForecast) {
  auto result = testing::fixture_result();
  for (int year = 2029; year <= 2050; ++year) {
    result.population.push_back({time::make_date(year, 12, 31), "all", "both", 30000, 29000, 31000});
  }
  const auto text = text_in(Language::korean, 80, result);
  EXPECT_THAT(text, HasSubstr("2050"));
  EXPECT_THAT(text, Not(HasSubstr("2040")));
}

TEST(ForecastJson, HasTheSchemasKeysInOrder) {
  const auto json = forecast_json(testing::fixture_plan(), testing::fixture_result());
  EXPECT_THAT(keys_of(json), ElementsAre("schema", "plan", "plan_title", "scenario", "scenario_title", "as_of", "seed",
                                         "draws", "indicators", "starting_levels", "change", "uncertainty", "jobs",
                                         "population", "flows", "fit"));
  EXPECT_EQ(json["schema"], "jobcast.forecast/1");
  EXPECT_EQ(json["as_of"], "2023-12-31");
  EXPECT_THAT(keys_of(json["indicators"][0]),
              ElementsAre("id", "survey", "reference_week", "unit", "base", "target", "published", "true",
                          "probability_published_meets_target", "probability_true_meets_target", "monte_carlo_error"));
  EXPECT_THAT(keys_of(json["indicators"][0]["published"]),
              ElementsAre("mean", "sd", "p05", "p25", "p50", "p75", "p95"));
  EXPECT_THAT(keys_of(json["change"][0]), ElementsAre("indicator", "from", "points", "p05", "p95"));
  EXPECT_THAT(keys_of(json["uncertainty"][0]), ElementsAre("indicator", "source", "variance_share"));
  EXPECT_THAT(keys_of(json["population"][0]), ElementsAre("date", "age_group", "sex", "mean", "p05", "p95"));
}

TEST(ForecastJson, NamesSectorsSurveysAndIndicatorsByTheirIds) {
  const auto json = forecast_json(testing::fixture_plan(), testing::fixture_result());
  EXPECT_EQ(json["indicators"][0]["survey"], "2024-04");
  EXPECT_EQ(json["indicators"][6]["survey"], "2024-10");
  EXPECT_EQ(json["indicators"][6]["id"], "employment_rate_15_64");
  std::vector<std::string> sectors;
  for (const auto& row : json["jobs"]) sectors.push_back(row["sector"]);
  EXPECT_THAT(sectors, ElementsAre("direct", "training", "service", "subsidy", "startup", "private"));
}

TEST(ForecastJson, GivesBackEveryNumberUnchanged) {
  const auto result = testing::fixture_result();
  const auto json = nlohmann::json::parse(json_text(forecast_json(testing::fixture_plan(), result)));
  for (std::size_t i = 0; i < result.indicators.size(); ++i) {
    EXPECT_EQ(json["indicators"][i]["published"]["p05"].get<double>(), result.indicators[i].published.p05);
    EXPECT_EQ(json["indicators"][i]["true"]["sd"].get<double>(), result.indicators[i].truth.sd);
  }
}

TEST(ForecastJson, KeepsASeedThatNoDoubleHolds) {
  auto result = testing::fixture_result();
  result.seed = 18446744073709551615ULL;
  EXPECT_THAT(json_text(forecast_json(testing::fixture_plan(), result)), HasSubstr("\"seed\": 18446744073709551615,"));
  EXPECT_THAT(forecast_csv(result), HasSubstr(",seed,,18446744073709551615\n"));
}

TEST(ForecastCsv, HasOneHeaderAndAFactARow) {
  const auto lines = lines_of(forecast_csv(testing::fixture_result()));
  EXPECT_EQ(lines[0], "plan,scenario,section,name,when,group,sex,measure,unit,value");
  std::set<std::string> facts;
  for (const auto& line : lines) {
    EXPECT_EQ(std::count(line.begin(), line.end(), ','), 9) << line;
    EXPECT_TRUE(facts.insert(line.substr(0, line.rfind(','))).second) << "twice: " << line;
  }
  EXPECT_THAT(lines,
              ::testing::Contains("jeongseon-2024,plan,indicator,employment_rate_15_64,2024-10,,,target,percent,76.1"));
}

}  // namespace
}  // namespace jobcast::app
