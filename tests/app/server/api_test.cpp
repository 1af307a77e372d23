#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <set>

#include "app/publication/draw_up.hpp"
#include "app/publication/web_page.hpp"
#include "app/publication/workbook.hpp"
#include "app/report/forecast_csv.hpp"
#include "app/report/forecast_document.hpp"
#include "app/report/sensitivity_report.hpp"
#include "engine/store/run_store.hpp"
#include "models/forecast/forecast.hpp"
#include "models/runs/comparison.hpp"
#include "models/sensitivity/sensitivity.hpp"
#include "tests/app/server/running_server.hpp"
#include "tests/support/http_client.hpp"

namespace jobcast::app::server {
namespace {

using jobcast::testing::ask;
using jobcast::testing::http_request;
using jobcast::testing::HttpConnection;
using nlohmann::ordered_json;
using testing::jeongseon;
using testing::RunningServer;

constexpr int few = 64;
const std::string of_plan = "/api/v1/plans/jeongseon-2024";
const std::string county_cut =
    "schema = \"jobcast.scenario/1\"\ntitle = { ko = \"군비\", en = \"cut\" }\nextends = \"../plan.toml\"\n"
    "[[change]]\nselect = { funding = \"county\" }\nbudget = \"-10%\"\n";

ordered_json json_of(const jobcast::testing::HttpAnswer& answer) { return ordered_json::parse(answer.body); }

std::string order(ordered_json more = {}) {
  more["draws"] = few;
  return more.dump();
}

forecast::Request request() {
  forecast::Request request;
  request.draws = few;
  request.until = jeongseon().plan->forecast_until;
  return request;
}

const RunningServer& shared_server() {
  static const RunningServer server;
  return server;
}

jobcast::testing::HttpAnswer get(const std::string& target) { return ask(shared_server().port(), "GET", target); }
jobcast::testing::HttpAnswer post(const std::string& target, const std::string& body) {
  return ask(shared_server().port(), "POST", target, body);
}
std::string code_of(const jobcast::testing::HttpAnswer& answer) {
  return json_of(answer)["error"]["code"].get<std::string>();
}

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

TEST(Api, AttributesWithEventsOfProgress) {
  HttpConnection connection(shared_server().port());
  connection.send(http_request(shared_server().port(), "GET", of_plan + "/attribution?draws=8&by=sector", "",
                               "Accept: text/event-stream\r\n"));
  const auto answer = connection.receive();
  EXPECT_EQ(answer.status, 200);
  EXPECT_THAT(answer.headers.at("content-type"), ::testing::StartsWith("text/event-stream"));
  EXPECT_THAT(answer.body, ::testing::StartsWith("event: progress\ndata: {\"done\":"));
  const auto at = answer.body.find("event: result\ndata: ");
  ASSERT_NE(at, std::string::npos) << answer.body.substr(0, 500);
  const auto data = answer.body.substr(at + 20, answer.body.find("\n\n", at) - at - 20);
  EXPECT_EQ(ordered_json::parse(data)["schema"], "jobcast.attribution/1");
  // What was worked out is remembered, and the same without events.
  EXPECT_EQ(get(of_plan + "/attribution?draws=8&by=sector").body, data);
  EXPECT_EQ(get(of_plan + "/attribution?by=colour").status, 400);
}

TEST(Api, AnalysesSensitivityAsTheCommandLineDoes) {
  const auto& plan = *jeongseon().plan;
  sensitivity::Question question;
  question.request.draws = 16;
  const auto found = sensitivity::analyse(plan, scenario::as_written(plan), question);
  const auto answer = get(of_plan + "/sensitivity?draws=16");
  ASSERT_EQ(answer.status, 200) << answer.body;
  EXPECT_EQ(json_of(answer), sensitivity_json(plan, found));
  HttpConnection connection(shared_server().port());
  connection.send(http_request(shared_server().port(), "GET", of_plan + "/sensitivity?draws=17", "",
                               "Accept: text/event-stream\r\n"));
  const auto events = connection.receive();
  EXPECT_THAT(events.body, ::testing::StartsWith("event: progress\ndata: {\"done\":1,\"of\":"));
  EXPECT_THAT(events.body, ::testing::HasSubstr("event: result\ndata: {\"schema\":\"jobcast.sensitivity/1\""));
  EXPECT_EQ(get(of_plan + "/sensitivity?draws=15").status, 400);
}

TEST(Api, GivesTheReportOfAScenarioAsPageAndWorkbook) {
  const auto& plan = *jeongseon().plan;
  const auto body = order({{"scenario_toml", county_cut}});
  const auto ordered = read_order(plan, nlohmann::json::parse(body));
  const Catalogue words(Language::english);
  const auto expected = draw_up({.plan = plan, .scenario = ordered.scenario, .request = ordered.request}, words,
                                [](std::size_t, std::size_t) {});
  const auto page = post(of_plan + "/report?lang=en", body);
  ASSERT_EQ(page.status, 200) << page.body.substr(0, 500);
  EXPECT_EQ(page.headers.at("content-type"), "text/html; charset=utf-8");
  EXPECT_EQ(page.headers.at("content-disposition"), "attachment; filename=\"jeongseon-2024-report.html\"");
  EXPECT_TRUE(page.body == web_page(expected, words));
  const auto book = post(of_plan + "/report?format=xlsx&lang=en", body);
  ASSERT_EQ(book.status, 200);
  EXPECT_EQ(book.headers.at("content-type"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  EXPECT_TRUE(book.body == workbook(expected, words));
  EXPECT_EQ(post(of_plan + "/report?format=docx", body).status, 400);
  EXPECT_EQ(post(of_plan + "/report", order({{"scenario_toml", "extends = ["}})).status, 422);
  EXPECT_EQ(post(of_plan + "/report", "{").status, 400);
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

TEST(Scenarios, AreKeptChangedAndDeletedWithTheirRuns) {
  const RunningServer server;
  const auto port = server.port();
  const auto body = [](const std::string& name, const std::string& toml) {
    return ordered_json{{"plan", "jeongseon-2024"}, {"name", name}, {"toml", toml}, {"draws", few}}.dump();
  };
  const auto kept = ask(port, "POST", "/api/v1/scenarios", body("군비 삭감", county_cut));
  ASSERT_EQ(kept.status, 201) << kept.body;
  const auto document = json_of(kept);
  const auto place = "/api/v1/scenarios/" + std::to_string(document["id"].get<int>());
  EXPECT_EQ(ask(port, "GET", place + "/file").body, county_cut);
  EXPECT_EQ(json_of(ask(port, "GET", place)), document);
  EXPECT_EQ(code_of(ask(port, "POST", "/api/v1/scenarios", body("군비 삭감", county_cut))), "name_taken");
  EXPECT_EQ(code_of(ask(port, "POST", "/api/v1/scenarios", body("plan", county_cut))), "name_taken");

  // The store holds its run beside the plan as written, as `jobcast compare` takes them.
  const auto runs = json_of(ask(port, "GET", "/api/v1/runs"))["runs"];
  ASSERT_EQ(runs.size(), 2U);
  EXPECT_EQ(runs[0]["scenario"], "plan");
  EXPECT_EQ(runs[1]["scenario"], "군비 삭감");
  EXPECT_EQ(runs[1]["key"], document["run"]);
  const auto compared = json_of(ask(
      port, "GET",
      "/api/v1/compare?first=" + runs[0]["key"].get<std::string>() + "&second=" + runs[1]["key"].get<std::string>()));
  const auto forecast = json_of(ask(port, "POST", of_plan + "/forecast", order({{"scenario_toml", county_cut}})));
  EXPECT_EQ(compared["comparisons"][0]["indicators"][6]["true"], forecast["difference"]["indicators"][6]["true"]);

  const auto other = county_cut + "matching = false\n";
  const auto changed = ask(port, "PUT", place, body("군비만 삭감", other), "If-Match: \"1\"\r\n");
  ASSERT_EQ(changed.status, 200) << changed.body;
  EXPECT_EQ(json_of(changed)["version"], 2);
  EXPECT_EQ(code_of(ask(port, "PUT", place, body("군비만 삭감", other), "If-Match: \"1\"\r\n")), "changed_meanwhile");
  EXPECT_EQ(json_of(ask(port, "GET", "/api/v1/runs"))["runs"].size(), 2U);

  const auto deleted = ask(port, "DELETE", place);
  EXPECT_EQ(json_of(deleted)["toml"], other);
  EXPECT_EQ(ask(port, "DELETE", place).status, 404);
  EXPECT_EQ(json_of(ask(port, "GET", "/api/v1/runs"))["runs"].size(), 1U);
  EXPECT_TRUE(json_of(ask(port, "GET", "/api/v1/scenarios"))["scenarios"].empty());

  // Undone: the run is the same once more.
  const auto again = ask(port, "POST", "/api/v1/scenarios", body("군비 삭감", county_cut));
  EXPECT_EQ(json_of(again)["run"], document["run"]);
  store::RunStore(server.store(), store::Access::read).verify();
}

TEST(Requests, BeyondWhatCanWaitAreTurnedAway) {
  ApiSettings settings;
  settings.most_waiting = 0;
  const RunningServer server({}, settings);
  const auto answer = ask(server.port(), "POST", of_plan + "/forecast", order());
  EXPECT_EQ(answer.status, 429);
  EXPECT_EQ(answer.headers.at("retry-after"), "1");
  EXPECT_EQ(ask(server.port(), "GET", "/api/v1/plans").status, 200);
}

TEST(Requests, OfOneClientAreOvertakenByItsLast) {
  const RunningServer server;
  std::vector<std::unique_ptr<HttpConnection>> connections;
  for (int number = 1; number <= 12; ++number) {
    connections.push_back(std::make_unique<HttpConnection>(server.port()));
    const auto draws = number == 1 ? 3000 : few;  // the first keeps the desk busy while the others come
    connections.back()->send(http_request(
        server.port(), "POST", of_plan + "/forecast", ordered_json{{"draws", draws}, {"seed", 100 + number}}.dump(),
        "X-Jobcast-Client: tab\r\nX-Jobcast-Sequence: " + std::to_string(number) + "\r\n"));
  }
  int overtaken = 0;
  for (std::size_t index = 0; index < connections.size(); ++index) {
    const auto answer = connections[index]->receive();
    if (answer.status == 409) {
      EXPECT_EQ(code_of(answer), "overtaken");
      ++overtaken;
    } else {
      EXPECT_EQ(answer.status, 200);
    }
    if (index + 1 == connections.size()) {
      EXPECT_EQ(answer.status, 200);
    }
  }
  EXPECT_GE(overtaken, 1);
}

TEST(Requests, OfFiftyClientsAreAllAnsweredRight) {
  const RunningServer server;
  constexpr int clients = 50;
  constexpr int kinds = 5;
  const auto body = [](int kind) {
    const ordered_json change{{"select", {{"funding", "county"}}}, {"budget", "-" + std::to_string(kind) + "%"}};
    return order({{"scenario", {{"change", ordered_json::array({change})}}}});
  };
  std::vector<ordered_json> expected;
  for (int kind = 0; kind < kinds; ++kind) {
    expected.push_back(json_of(ask(server.port(), "POST", of_plan + "/forecast", body(kind)))["forecast"]);
  }
  std::atomic<int> right = 0;
  std::vector<std::thread> threads;
  for (int client = 0; client < clients; ++client) {
    threads.emplace_back([&, client] {
      HttpConnection connection(server.port());
      for (int round = 0; round < 3; ++round) {
        const int kind = (client + round) % kinds;
        connection.send(http_request(server.port(), "POST", of_plan + "/forecast", body(kind)));
        const auto answer = connection.receive();
        if (answer.status == 200 && json_of(answer)["forecast"] == expected[static_cast<std::size_t>(kind)]) ++right;
      }
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(right, 3 * clients);
}

}  // namespace
}  // namespace jobcast::app::server
