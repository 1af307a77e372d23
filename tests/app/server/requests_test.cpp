#include <gmock/gmock.h>

#include <atomic>

#include "engine/store/run_store.hpp"
#include "tests/app/server/api_client.hpp"

namespace jobcast::app::server {
namespace {

using jobcast::testing::ask;
using jobcast::testing::http_request;
using jobcast::testing::HttpConnection;
using nlohmann::ordered_json;
using testing::code_of;
using testing::county_cut;
using testing::few;
using testing::json_of;
using testing::of_plan;
using testing::order;
using testing::RunningServer;

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
