#include <gmock/gmock.h>

#include <csignal>
#include <nlohmann/json.hpp>
#include <thread>

#include "engine/store/run_store.hpp"
#include "tests/app/server/background.hpp"
#include "tests/support/http_client.hpp"

namespace jobcast::app {
namespace {

using jobcast::testing::ask;
using nlohmann::ordered_json;
using ::testing::HasSubstr;

const std::string pack = std::string(JOBCAST_SOURCE_DIR) + "/scenarios/jeongseon-2024";
const std::string county_cut =
    "schema = \"jobcast.scenario/1\"\ntitle = { ko = \"군비\", en = \"cut\" }\nextends = \"" + pack + "/plan.toml\"\n" +
    "[[change]]\nselect = { funding = \"county\" }\nbudget = \"-10%\"\n";

testing::Outcome run(std::vector<std::string> words) {
  return testing::jobcast({.words = std::move(words), .environment = {{"JOBCAST_CACHE", "/nonexistent"}}});
}

const testing::ServeProcess& shared_server() {
  static const testing::ServeProcess server({pack}, {{"JOBCAST_CACHE", "/nonexistent"}});
  return server;
}

TEST(Serve, PrintsWhereItIs) {
  EXPECT_THAT(shared_server().said(), HasSubstr("jobcast serves jeongseon-2024 at http://127.0.0.1:"));
}

TEST(Serve, AnswersTheCommandLinesForecastToTheLastDigit) {
  const testing::TemporaryFolder folder;
  testing::write_file(folder / "less-county-money.toml", county_cut);
  const auto printed = run({"forecast", pack, "--scenario", folder / "less-county-money.toml", "--draws", "200",
                            "--seed", "7", "--format", "json"});
  ASSERT_EQ(printed.code, 0) << printed.error;
  const ordered_json order{{"scenario_toml", county_cut}, {"name", "less-county-money"}, {"draws", 200}, {"seed", 7}};
  const auto answer = ask(shared_server().port(), "POST", "/api/v1/plans/jeongseon-2024/forecast", order.dump());
  ASSERT_EQ(answer.status, 200) << answer.body;
  EXPECT_EQ(ordered_json::parse(answer.body)["forecast"], ordered_json::parse(printed.out));
}

TEST(Serve, ExplainsAsTheCommandLineDoes) {
  const auto printed = run({"explain", pack, "senior-jobs", "--format", "json", "--lang", "ko"});
  ASSERT_EQ(printed.code, 0) << printed.error;
  const auto answer = ask(shared_server().port(), "GET", "/api/v1/plans/jeongseon-2024/explain?key=senior-jobs");
  EXPECT_EQ(ordered_json::parse(answer.body), ordered_json::parse(printed.out));
}

TEST(Serve, AttributesAsTheCommandLineDoes) {
  const auto printed = run({"attribute", pack, "--by", "sector", "--draws", "16", "--format", "json"});
  ASSERT_EQ(printed.code, 0) << printed.error;
  const auto answer = ask(shared_server().port(), "GET", "/api/v1/plans/jeongseon-2024/attribution?by=sector&draws=16");
  EXPECT_EQ(ordered_json::parse(answer.body), ordered_json::parse(printed.out));
}

TEST(Serve, EndsCleanlyWhenItIsToldTo) {
  for (const int signal : {SIGINT, SIGTERM}) {
    testing::ServeProcess server({pack});
    EXPECT_EQ(ask(server.port(), "GET", "/").status, 200);
    EXPECT_EQ(server.stop(signal), 0);
  }
}

TEST(Serve, RefusesWhatItCannotDo) {
  const auto refused = [](std::vector<std::string> words, int code, const char* why) {
    words.insert(words.begin(), "serve");
    const auto outcome = run(words);
    EXPECT_EQ(outcome.code, code) << outcome.error;
    EXPECT_THAT(outcome.error, HasSubstr(why));
    EXPECT_EQ(outcome.out, "");
  };
  refused({"nowhere"}, 2, "nowhere");
  refused({pack, pack}, 2, "jeongseon-2024");
  refused({pack, "--port", "70000"}, 2, "70000");
  refused({pack, "--listen", "0.0.0.0"}, 2, "0.0.0.0");
  refused({pack, "--listen", "0.0.0.0", "--token", "short"}, 2, "token");
  refused({pack, "--listen", "example.org", "--token", "a-token-of-the-meeting"}, 2, "example.org");
  refused({pack, "--port", std::to_string(shared_server().port())}, 1, "cannot listen");
  refused({pack, "--store", "/nonexistent/runs.sqlite"}, 1, "/nonexistent/runs.sqlite");
}

TEST(Serve, LosesNothingOfAStoreThatASweepWritesTo) {
  const testing::TemporaryFolder folder;
  const auto store = folder / "runs.sqlite";
  testing::write_file(folder / "sweep.toml",
                      "schema = \"jobcast.sweep/1\"\nplan = \"" + pack +
                          "/plan.toml\"\ntitle = { ko = \"시험\", en = \"test\" }\nseed = 1\ndraws = 64\n"
                          "[[lever]]\nname = \"money\"\nselect = { funding = \"county\" }\nchange = \"budget\"\n"
                          "values = [\"-20%\", \"-15%\", \"-10%\", \"-5%\", \"+5%\", \"+10%\"]\n");
  testing::ServeProcess server({pack, "--store", store});
  testing::Outcome swept;
  std::thread sweep([&] {
    swept = run({"sweep", folder / "sweep.toml", "--store", store, "--keep-draws", "--resume"});
  });
  int kept = 0;
  for (int number = 0; number < 8; ++number) {
    const ordered_json body{{"plan", "jeongseon-2024"},
                            {"name", "of the page " + std::to_string(number)},
                            {"toml", county_cut},
                            {"draws", 64}};
    kept += ask(server.port(), "POST", "/api/v1/scenarios", body.dump()).status == 201 ? 1 : 0;
  }
  sweep.join();
  EXPECT_EQ(swept.code, 0) << swept.error;
  EXPECT_EQ(kept, 8);
  const auto listed = ordered_json::parse(run({"runs", store, "--format", "json"}).out);
  const auto seen = ordered_json::parse(ask(server.port(), "GET", "/api/v1/runs").body);
  EXPECT_EQ(listed, seen);
  EXPECT_EQ(listed["runs"].size(),
            8U + 1U + 7U);  // of the page with its plan as written, and of the sweep with its own
  store::RunStore(store, store::Access::read).verify();
  const auto compared = run({"compare", store, "of the page 0", "of the page 7", "--format", "json"});
  EXPECT_EQ(compared.code, 0) << compared.error;
  EXPECT_EQ(server.stop(SIGTERM), 0);
}

}  // namespace
}  // namespace jobcast::app
