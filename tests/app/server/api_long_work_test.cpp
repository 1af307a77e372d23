#include <gmock/gmock.h>

#include "app/publication/draw_up.hpp"
#include "app/publication/web_page.hpp"
#include "app/publication/workbook.hpp"
#include "app/report/sensitivity_report.hpp"
#include "app/server/scenario_text.hpp"
#include "models/sensitivity/sensitivity.hpp"
#include "tests/app/server/api_client.hpp"

namespace jobcast::app::server {
namespace {

using jobcast::testing::http_request;
using jobcast::testing::HttpConnection;
using nlohmann::ordered_json;
using testing::county_cut;
using testing::get;
using testing::jeongseon;
using testing::json_of;
using testing::of_plan;
using testing::order;
using testing::post;
using testing::shared_server;

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

}  // namespace
}  // namespace jobcast::app::server
