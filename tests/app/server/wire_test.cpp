#include <gmock/gmock.h>

#include <random>

#include "tests/app/server/running_server.hpp"
#include "tests/support/http_client.hpp"

namespace jobcast::app::server {
namespace {

using jobcast::testing::ask;
using jobcast::testing::http_request;
using jobcast::testing::HttpConnection;
using ::testing::AnyOf;
using ::testing::HasSubstr;
using testing::RunningServer;

std::string host_of(std::uint16_t port) { return "Host: 127.0.0.1:" + std::to_string(port) + "\r\n"; }

int status_of(std::uint16_t port, const std::string& bytes) {
  HttpConnection connection(port);
  connection.send(bytes);
  connection.end();
  return connection.receive().status;
}

bool is_alive(const RunningServer& server) { return ask(server.port(), "GET", "/api/v1/plans").status == 200; }

/// Short enough to wait for.
Limits hasty() {
  Limits limits;
  limits.idle = limits.header = limits.body = std::chrono::milliseconds(300);
  return limits;
}

TEST(Wire, WhatIsNoHttpIsAnsweredAndEnds) {
  const RunningServer server;
  for (const char* bytes : {"hello\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n",
                            "GET / HTTP/1.1\r\nno colon\r\n\r\n", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"}) {
    EXPECT_THAT(status_of(server.port(), bytes), AnyOf(400, 421)) << bytes;
  }
  EXPECT_TRUE(is_alive(server));
}

TEST(Wire, SizesAreHeld) {
  Limits limits;
  limits.header_bytes = 2000;
  limits.body_bytes = 3000;
  const RunningServer server(limits);
  const auto host = host_of(server.port());
  EXPECT_EQ(status_of(server.port(), "GET / HTTP/1.1\r\n" + host + "X: " + std::string(4000, 'x') + "\r\n\r\n"), 431);
  EXPECT_EQ(status_of(server.port(), "GET /" + std::string(4000, 'x') + " HTTP/1.1\r\n" + host + "\r\n"), 431);
  const auto forecast = "/api/v1/plans/jeongseon-2024/forecast";
  EXPECT_EQ(ask(server.port(), "POST", forecast, std::string(4000, ' ')).status, 413);
  const auto claims = "POST " + std::string(forecast) + " HTTP/1.1\r\n" + host +
                      "Content-Type: application/json\r\nContent-Length: 999999999999\r\n\r\n";
  EXPECT_EQ(status_of(server.port(), claims), 413);
  const auto chunks = "POST " + std::string(forecast) + " HTTP/1.1\r\n" + host +
                      "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nfa0\r\n" +
                      std::string(4000, ' ') + "\r\n0\r\n\r\n";
  EXPECT_EQ(status_of(server.port(), chunks), 413);
  EXPECT_TRUE(is_alive(server));
}

TEST(Wire, WhoIsTooSlowIsToldAndLeft) {
  const RunningServer server(hasty());
  const auto host = host_of(server.port());
  HttpConnection header(server.port()), body(server.port()), silent(server.port());
  header.send("GET / HTTP/1.1\r\nX-Slow: ");
  body.send("POST /api/v1/plans/jeongseon-2024/forecast HTTP/1.1\r\n" + host +
            "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{");
  EXPECT_EQ(header.receive().status, 408);
  EXPECT_EQ(body.receive().status, 408);
  EXPECT_EQ(silent.receive_all(), "");
  EXPECT_TRUE(is_alive(server));
}

TEST(Wire, DribblingDoesNotStretchTheTime) {
  const RunningServer server(hasty());
  HttpConnection connection(server.port());
  connection.send("GET / HTTP/1.1\r\n");
  for (int byte = 0; byte < 50; ++byte) {
    if (!connection.send("X: y\r\n")) break;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  EXPECT_EQ(connection.receive().status, 408);
}

TEST(Wire, ManySlowConnectionsLeaveRoomForOthers) {
  Limits limits;
  limits.idle = limits.header = std::chrono::seconds(2);
  limits.connections = 20;
  const RunningServer server(limits);
  std::vector<std::unique_ptr<HttpConnection>> slow;
  for (int number = 0; number < 60; ++number) {
    slow.push_back(std::make_unique<HttpConnection>(server.port()));
    slow.back()->send("GET / HT");
  }
  int turned_away = 0, too_slow = 0;
  for (const auto& each : slow) {
    const int status = each->receive().status;
    turned_away += status == 503 ? 1 : 0;
    too_slow += status == 408 ? 1 : 0;
  }
  EXPECT_GE(turned_away, 1);
  EXPECT_EQ(turned_away + too_slow, 60);
  slow.clear();
  int tries = 0;
  while (!is_alive(server) && ++tries < 500) std::this_thread::sleep_for(std::chrono::milliseconds(20));
  EXPECT_LT(tries, 500);
}

TEST(Wire, PathsThatLeadOutLeadNowhere) {
  const RunningServer server;
  for (const char* target : {"/../../etc/passwd", "/assets/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd",
                             "/assets/..%2f..%2fetc%2fpasswd", "/assets/%00", "//etc/passwd", "/assets/\\..\\x"}) {
    EXPECT_EQ(ask(server.port(), "GET", target).status, 400) << target;
  }
  for (const char* target : {"/etc/passwd", "/assets/nothing.js", "/nothing", "/api/v1/plans/..passwd",
                             "/api/v1/plans/jeongseon-2024/scenarios/plan", "/api/v2/plans"}) {
    EXPECT_EQ(ask(server.port(), "GET", target).status, 404) << target;
  }
}

TEST(Wire, OtherHostsAndOriginsAreRefused) {
  const RunningServer server;
  EXPECT_EQ(status_of(server.port(), "GET /api/v1/plans HTTP/1.1\r\nHost: evil.example\r\n\r\n"), 421);
  EXPECT_EQ(status_of(server.port(), "GET /api/v1/plans HTTP/1.1\r\n\r\n"), 421);
  EXPECT_EQ(status_of(server.port(),
                      "GET /api/v1/plans HTTP/1.1\r\n" + host_of(server.port()) + "Host: evil.example\r\n\r\n"),
            421);
  EXPECT_EQ(ask(server.port(), "GET", "/api/v1/plans", "", "Origin: http://evil.example\r\n").status, 403);
  EXPECT_EQ(ask(server.port(), "GET", "/api/v1/plans", "", "Sec-Fetch-Site: cross-site\r\n").status, 403);
}

TEST(Wire, UnknownMethodsAreRefused) {
  const RunningServer server;
  for (const char* method : {"OPTIONS", "TRACE", "CONNECT", "PATCH", "BREW"}) {
    const auto answer = ask(server.port(), method, "/api/v1/plans");
    EXPECT_EQ(answer.status, 405) << method;
  }
  const auto answer = ask(server.port(), "DELETE", "/api/v1/plans");
  EXPECT_EQ(answer.status, 405);
  EXPECT_EQ(answer.headers.at("allow"), "GET");
}

TEST(Wire, AConnectionTakesOneRequestAfterTheOther) {
  const RunningServer server;
  HttpConnection connection(server.port());
  const auto plans = http_request(server.port(), "GET", "/api/v1/plans");
  connection.send(plans + plans);
  const auto first = connection.receive();
  EXPECT_EQ(first.status, 200);
  EXPECT_EQ(connection.receive().body, first.body);
  connection.send(http_request(server.port(), "HEAD", "/api/v1/plans"));
  const auto head = connection.receive(true);
  EXPECT_EQ(head.headers.at("content-length"), std::to_string(first.body.size()));
  connection.send(plans);
  EXPECT_EQ(connection.receive().body, first.body);
}

TEST(Wire, EveryAnswerKeepsThePageToItself) {
  const RunningServer server;
  for (const char* target : {"/", "/api/v1/plans", "/nothing"}) {
    const auto answer = ask(server.port(), "GET", target);
    EXPECT_THAT(answer.headers.at("content-security-policy"), HasSubstr("default-src 'none'; script-src 'self'"));
    EXPECT_EQ(answer.headers.at("x-content-type-options"), "nosniff");
    EXPECT_FALSE(answer.headers.contains("access-control-allow-origin"));
  }
}

TEST(Wire, RandomBytesDoNoHarm) {
  const RunningServer server(hasty());
  std::mt19937 random(20241013);
  const auto plain = http_request(server.port(), "POST", "/api/v1/plans/jeongseon-2024/forecast", "{\"draws\":8}");
  for (int round = 0; round < 150; ++round) {
    auto bytes = round % 3 == 0 ? std::string(1 + random() % 400, ' ') : plain;
    const int changes = round % 3 == 0 ? static_cast<int>(bytes.size()) : 1 + static_cast<int>(random() % 8);
    for (int change = 0; change < changes; ++change) bytes[random() % bytes.size()] = static_cast<char>(random());
    HttpConnection connection(server.port());
    connection.send(bytes);
    connection.end();
    const auto answer = connection.receive();
    EXPECT_LT(answer.status, 500) << bytes;
  }
  EXPECT_TRUE(is_alive(server));
}

TEST(Wire, ATokenIsAskedFor) {
  const std::string token = "a-token-of-the-meeting";
  const RunningServer server({}, {}, token);
  EXPECT_EQ(ask(server.port(), "GET", "/api/v1/plans").status, 401);
  EXPECT_EQ(ask(server.port(), "GET", "/").status, 401);
  EXPECT_EQ(ask(server.port(), "GET", "/api/v1/plans", "", "Authorization: Bearer " + token + "\r\n").status, 200);
  const auto way_in = ask(server.port(), "GET", "/?token=" + token);
  EXPECT_EQ(way_in.status, 303);
  EXPECT_EQ(way_in.headers.at("location"), "/");
  const auto cookie = way_in.headers.at("set-cookie");
  EXPECT_THAT(cookie, HasSubstr("; HttpOnly; SameSite=Strict"));
  EXPECT_THAT(cookie, ::testing::Not(HasSubstr(token)));
  const auto back = "Cookie: " + cookie.substr(0, cookie.find(';')) + "\r\n";
  EXPECT_EQ(ask(server.port(), "GET", "/", "", back).status, 200);
}

}  // namespace
}  // namespace jobcast::app::server
