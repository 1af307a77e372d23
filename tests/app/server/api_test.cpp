#include <gmock/gmock.h>

#include <set>

#include "app/report/forecast_csv.hpp"
#include "app/report/forecast_document.hpp"
#include "models/runs/comparison.hpp"
#include "tests/app/server/api_client.hpp"

namespace jobcast::app::server {
namespace {

using jobcast::testing::ask;
using nlohmann::ordered_json;
using testing::code_of;
using testing::county_cut;
using testing::few;
using testing::get;
using testing::jeongseon;
using testing::json_of;
using testing::of_plan;
using testing::order;
using testing::post;
using testing::request;
using testing::shared_server;

TEST(Api, ListsPlans) {
  const auto json = json_of(get("/api/v1/plans"));
  EXPECT_EQ(json["plans"].size(), 1U);
  EXPECT_EQ(json["plans"][0]["id"], "jeongseon-2024");
  EXPECT_EQ(json["plans"][0]["county"]["ko"], "정선군");
}

TEST(Api, TellsAPlan) {
  const auto answer = get(of_plan);
  ASSERT_EQ(answer.status, 200) << answer.body;
  const auto json = json_of(answer);
  const auto& plan = *jeongseon().plan;
  EXPECT_EQ(json["programmes"].size(), plan.programmes.size());
  double jobs = 0.0, money = 0.0;
  for (const auto& programme : json["programmes"]) {
    jobs += programme["jobs"].get<double>();
    const auto& budget = programme["budget_thousand_won"];
    money += budget["total"].get<double>();
    EXPECT_DOUBLE_EQ(budget["national"].get<double>() + budget["provincial"].get<double>() +
                         budget["county"].get<double>() + budget["private"].get<double>(),
                     budget["total"].get<double>());
  }
  EXPECT_EQ(jobs, 13267.0);
  EXPECT_NEAR(money, 103'600'000.0, 100'000.0);
  ASSERT_EQ(json["indicators"].size(), 6U);
  EXPECT_EQ(json["indicators"][0]["target"], 76.1);
  EXPECT_GE(json["indicators"][0]["history"].size(), 10U);
  EXPECT_NEAR(json["indicators"][0]["survey_standard_error"].get<double>(), 1.4, 0.7);
  EXPECT_TRUE(json["indicators"][5]["survey_standard_error"].is_null());
  EXPECT_EQ(json["scenarios"].size(), 4U);
  EXPECT_EQ(json["matching"]["rule"], "fixed-ratio");
  EXPECT_EQ(json["reference_weeks"][1]["from"], "2024-10-13");
}

TEST(Api, ForecastsWhatTheCommandLineForecasts) {
  const auto& plan = *jeongseon().plan;
  const auto scenario = scenario::load_scenario(plan, "county-cut-10");
  const auto expected = forecast_document(plan, forecast::run(plan, scenario, request()), std::nullopt);
  const auto toml = json_of(get(of_plan + "/scenarios/county-cut-10"))["toml"];
  const auto answer = post(of_plan + "/forecast", order({{"scenario_toml", toml}, {"name", "county-cut-10"}}));
  ASSERT_EQ(answer.status, 200) << answer.body;
  const auto json = json_of(answer);
  EXPECT_EQ(json["forecast"], expected);
  EXPECT_EQ(json["scenario_toml"], toml);
  EXPECT_THAT(json["sentence"]["ko"].get<std::string>(), ::testing::HasSubstr("2024년 10월"));
  EXPECT_THAT(json["sentence"]["en"].get<std::string>(), ::testing::HasSubstr("October 2024"));
}

TEST(Api, TakesAScenarioAsJsonAsItTakesItsFile) {
  const ordered_json changes{{"change", {{{"select", {{"funding", "county"}}}, {"budget", "-10%"}}}}};
  const auto as_json = json_of(post(of_plan + "/forecast", order({{"scenario", changes}})));
  const auto as_file = json_of(post(of_plan + "/forecast", order({{"scenario_toml", county_cut}})));
  EXPECT_EQ(as_json["forecast"]["indicators"], as_file["forecast"]["indicators"]);
  // And the file that it writes says the same once more.
  const auto again = json_of(post(of_plan + "/forecast", order({{"scenario_toml", as_json["scenario_toml"]}})));
  EXPECT_EQ(again["forecast"], as_json["forecast"]);
}

TEST(Api, TellsTheDifferenceToThePlanAsWritten) {
  const auto nothing = json_of(post(of_plan + "/forecast", order()))["difference"];
  for (const auto& row : nothing["indicators"]) {
    EXPECT_EQ(row["true"]["mean"], 0);
    EXPECT_EQ(row["too_small_to_see"], true);
  }
  const auto without = json_of(
      post(of_plan + "/forecast", order({{"scenario", {{"change", {{{"programmes", "none"}}}}}}})))["difference"];
  const auto& rate = without["indicators"][6];
  EXPECT_EQ(rate["id"], "employment_rate_15_64");
  EXPECT_EQ(rate["survey"], "2024-10");
  EXPECT_LT(rate["true"]["mean"].get<double>(), -3.0);
  EXPECT_LT(rate["true"]["p05"].get<double>(), rate["true"]["mean"].get<double>());
  EXPECT_GT(rate["true"]["monte_carlo_error"].get<double>(), 0.0);
  EXPECT_EQ(rate["too_small_to_see"], false);
}

TEST(Api, AnswersTheSameWhateverWasAskedBefore) {
  const auto first = json_of(post(of_plan + "/forecast", order({{"scenario_toml", county_cut}})))["forecast"];
  for (const int seed : {2, 3, 4}) post(of_plan + "/forecast", order({{"seed", seed}}));
  post(of_plan + "/forecast", order({{"until", "2033"}}));
  EXPECT_EQ(json_of(post(of_plan + "/forecast", order({{"scenario_toml", county_cut}})))["forecast"], first);
}

TEST(Api, ForecastsToALaterYear) {
  const auto json = json_of(post(of_plan + "/forecast", order({{"until", "2033"}})));
  EXPECT_EQ(json["forecast"]["flows"].back()["year"], 2033);
}

TEST(Api, NamesEveryFaultOfAScenario) {
  const auto answer =
      post(of_plan + "/forecast", order({{"scenario_toml",
                                          "schema = \"jobcast.scenario/1\"\ntitle = { ko = \"가\", en = \"a\" }\n"
                                          "extends = \"../plan.toml\"\n[[change]]\nselect = { sector = \"trainin\" }\n"
                                          "budget = \"10%\"\n"}}));
  EXPECT_EQ(answer.status, 422);
  const auto error = json_of(answer)["error"];
  EXPECT_EQ(error["code"], "bad_input");
  ASSERT_EQ(error["faults"].size(), 2U);
  EXPECT_EQ(error["faults"][0]["line"], 5);
  EXPECT_THAT(error["faults"][0]["mend"]["en"].get<std::string>(), ::testing::HasSubstr("training"));
  EXPECT_EQ(error["faults"][1]["line"], 6);
}

TEST(Api, AScenarioOpensNoFile) {
  for (const char* extends : {"/etc/passwd", "../../../../etc/passwd", "../plan.toml/../x.toml", "whatif/x.toml",
                              "../whatif/county-cut-10.toml", "county-cut-10", "no-such.toml", "..", "/"}) {
    const auto toml = "schema = \"jobcast.scenario/1\"\ntitle = { ko = \"가\", en = \"a\" }\nextends = \"" +
                      std::string(extends) + "\"\n";
    EXPECT_EQ(post(of_plan + "/forecast", order({{"scenario_toml", toml}})).status, 422) << extends;
  }
  const std::string known =
      "schema = \"jobcast.scenario/1\"\ntitle = { ko = \"가\", en = \"a\" }\nextends = \"county-cut-10.toml\"\n";
  const auto extended = json_of(post(of_plan + "/forecast", order({{"scenario_toml", known}})));
  const auto plain = json_of(post(of_plan + "/forecast", order({{"scenario_toml", county_cut}})));
  EXPECT_EQ(extended["forecast"]["indicators"], plain["forecast"]["indicators"]);
}

TEST(Api, RefusesWhatItCannotRead) {
  const auto forecast = of_plan + "/forecast";
  EXPECT_EQ(code_of(post(forecast, "")), "bad_json");
  EXPECT_EQ(code_of(post(forecast, "{\"draws\": 8")), "bad_json");
  EXPECT_EQ(code_of(post(forecast, "\xff\xfe")), "bad_json");
  EXPECT_EQ(code_of(post(forecast, "[1]")), "bad_value");
  EXPECT_EQ(code_of(post(forecast, std::string(100'000, '['))), "too_deep");
  EXPECT_EQ(code_of(post(forecast, R"({"drws": 8})")), "unknown_key");
  for (const char* draws : {"0", "-1", "50001", "1.5", "\"8\"", "1e99", "[]"}) {
    EXPECT_EQ(code_of(post(forecast, "{\"draws\": " + std::string(draws) + "}")), "bad_number") << draws;
  }
  EXPECT_EQ(code_of(post(forecast, R"({"scenario": {}, "scenario_toml": "x"})")), "two_scenarios");
  EXPECT_EQ(code_of(post(forecast, R"({"scenario": {"change": [null]}})")), "bad_value");
  for (const char* name : {"", ".", "..", "../x", "a/b", "a\\\\b", "a\\nb"}) {
    EXPECT_EQ(code_of(post(forecast, "{\"name\": \"" + std::string(name) + "\"}")), "bad_name") << name;
  }
  for (const char* until : {"2023", "2024-02-30", "next year", "99999", "-2025", "2023-12-31"}) {
    EXPECT_EQ(code_of(post(forecast, "{\"until\": \"" + std::string(until) + "\"}")), "bad_until") << until;
  }
  EXPECT_EQ(code_of(post("/api/v1/plans/nowhere/forecast", "{}")), "no_plan");
}

TEST(Api, WritesTheCommandLinesCsv) {
  const auto& plan = *jeongseon().plan;
  const auto scenario = scenario::load_scenario(plan, "county-cut-10");
  const auto expected = forecast_csv(forecast::run(plan, scenario, request()));
  const auto answer = get(of_plan + "/forecast.csv?scenario=county-cut-10&draws=64");
  EXPECT_EQ(answer.body, expected);
  EXPECT_THAT(answer.headers.at("content-type"), ::testing::StartsWith("text/csv"));
  EXPECT_EQ(get(of_plan + "/forecast.csv?scenario=nothing").status, 404);
  EXPECT_EQ(get(of_plan + "/forecast.csv?draws=many").status, 400);
}

TEST(Api, ExplainsANumber) {
  const auto korean = json_of(get(of_plan + "/explain?key=senior-jobs&lang=ko"));
  EXPECT_EQ(korean["schema"], "jobcast.explanation/1");
  ASSERT_FALSE(korean["explanations"].empty());
  EXPECT_EQ(korean["explanations"][0]["key"], "senior-jobs");
  EXPECT_EQ(get(of_plan + "/explain?key=nothing-like-it").status, 404);
  EXPECT_EQ(get(of_plan + "/explain").status, 404);
  EXPECT_EQ(get(of_plan + "/explain?key=senior-jobs&lang=fr").status, 400);
}

TEST(Api, TellsTheCatalogueAsItStands) {
  const auto korean = json_of(get("/api/v1/messages?lang=ko"));
  const auto english = json_of(get("/api/v1/messages?lang=en"));
  EXPECT_EQ(korean["messages"]["name.funding_county"], "군비");
  EXPECT_EQ(english["messages"]["number.persons"], "{0}");
  EXPECT_EQ(korean["messages"].size(), english["messages"].size());
}

TEST(Api, DescribesEveryPlaceThatItAnswers) {
  const auto description = json_of(get("/api/v1/openapi.json"));
  EXPECT_EQ(description["openapi"], "3.1.0");
  for (const auto& [path, methods] : description["paths"].items()) {
    auto target = path;
    for (const auto& [name, value] : {std::pair<std::string, std::string>{"{plan}", "jeongseon-2024"},
                                      {"{name}", "county-cut-10"},
                                      {"{id}", "999"}}) {
      if (const auto at = target.find(name); at != std::string::npos) target.replace(at, name.size(), value);
    }
    const auto wrong = ask(shared_server().port(), methods.contains("put") ? "POST" : "PUT", target, "{}");
    EXPECT_EQ(wrong.status, 405) << path;
    std::set<std::string> described;
    for (const auto& [method, operation] : methods.items()) {
      if (method != "parameters") described.insert(method);
    }
    std::string allow;
    for (const char* method : {"get", "post", "put", "delete"}) {
      if (!described.contains(method)) continue;
      std::string capital(method);
      for (char& letter : capital) letter = static_cast<char>(std::toupper(letter));
      allow += (allow.empty() ? "" : ", ") + capital;
    }
    EXPECT_EQ(wrong.headers.at("allow"), allow) << path;
  }
}

}  // namespace
}  // namespace jobcast::app::server
