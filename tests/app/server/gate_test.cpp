#include "app/server/gate.hpp"

#include <gmock/gmock.h>

namespace jobcast::app::server {
namespace {

const Words& words() {
  static const Words words;
  return words;
}

const std::string token = "a-token-of-the-meeting";
const std::string session = "session-secret";

Head get(const std::string& host) {
  return {.method = "GET",
          .path = "/api/v1/plans",
          .query_token = {},
          .host = host,
          .origin = {},
          .fetch_site = {},
          .content_type = {},
          .authorization = {},
          .cookie = {}};
}

int status(const Place& place, const Head& head) {
  const auto answer = Gate(place, session).stop(head, words());
  return answer ? answer->status : 200;
}

const Place home{.address = "127.0.0.1", .port = 8700, .token = {}};
const Place everywhere{.address = "0.0.0.0", .port = 8700, .token = token};

TEST(Gate, KnowsItsOwnHost) {
  for (const char* host : {"127.0.0.1:8700", "localhost:8700", "[::1]:8700", "127.0.0.2:8700"}) {
    EXPECT_EQ(status(home, get(host)), 200) << host;
  }
}

TEST(Gate, RefusesNamesThatSomebodyElseMadeLeadHere) {
  for (const char* host : {"evil.example:8700", "127.0.0.1.evil.example:8700", "127.0.0.1:8701", "127.0.0.1", "",
                           "localhost.evil.example:8700", "192.168.0.10:8700", "0x7f000001:8700", "[::1:8700"}) {
    EXPECT_EQ(status(home, get(host)), 421) << host;
  }
  auto head = get("127.0.0.1:8700");
  head.host.reset();
  EXPECT_EQ(status(home, head), 421);
}

TEST(Gate, TakesAnyOwnAddressWhereItListensAtAll) {
  auto head = get("192.168.0.10:8700");
  head.authorization = "Bearer " + token;
  EXPECT_EQ(status(everywhere, head), 200);
  head.host = "name.example:8700";
  EXPECT_EQ(status(everywhere, head), 421);
}

TEST(Gate, RefusesPagesOfOtherSites) {
  for (const char* origin : {"http://evil.example", "null", "https://127.0.0.1:8700", "http://127.0.0.1:9000"}) {
    auto head = get("127.0.0.1:8700");
    head.origin = origin;
    EXPECT_EQ(status(home, head), 403) << origin;
  }
  auto head = get("127.0.0.1:8700");
  head.fetch_site = "cross-site";
  EXPECT_EQ(status(home, head), 403);
  head.fetch_site = "same-origin";
  head.origin = "http://127.0.0.1:8700";
  EXPECT_EQ(status(home, head), 200);
}

TEST(Gate, LetsALinkOfAnotherSiteOpenThePage) {
  auto head = get("127.0.0.1:8700");
  head.path = "/";
  head.fetch_site = "cross-site";
  EXPECT_EQ(status(home, head), 200);
}

TEST(Gate, TakesChangesAsJsonAlone) {
  auto head = get("127.0.0.1:8700");
  head.method = "POST";
  for (const char* type :
       {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/jsonp"}) {
    head.content_type = type;
    EXPECT_EQ(status(home, head), 415) << type;
  }
  head.content_type.reset();
  EXPECT_EQ(status(home, head), 415);
  head.content_type = "application/json; charset=utf-8";
  EXPECT_EQ(status(home, head), 200);
}

TEST(Gate, AsksForTheTokenWhereThereIsOne) {
  auto head = get("127.0.0.1:8700");
  EXPECT_EQ(status(everywhere, head), 401);
  for (const char* wrong : {"Bearer ", "Bearer a-token-of-the-meetinG", "Bearer a-token-of-the-meeting2", "Basic x"}) {
    head.authorization = wrong;
    EXPECT_EQ(status(everywhere, head), 401) << wrong;
  }
  head.authorization = "Bearer " + token;
  EXPECT_EQ(status(everywhere, head), 200);
}

TEST(Gate, GivesACookieForTheTokenInThePagesAddress) {
  auto head = get("127.0.0.1:8700");
  head.path = "/";
  head.query_token = token;
  const auto answer = Gate(everywhere, session).stop(head, words());
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 303);
  EXPECT_THAT(answer->headers,
              ::testing::Contains(std::pair<std::string, std::string>(
                  "Set-Cookie", "jobcast_session=" + session + "; HttpOnly; SameSite=Strict; Path=/")));
  auto later = get("127.0.0.1:8700");
  later.cookie = "other=1; jobcast_session=" + session;
  EXPECT_EQ(status(everywhere, later), 200);
  for (const std::string& wrong :
       {std::string("jobcast_session="), "jobcast_session=" + session + "x", "xjobcast_session=" + session}) {
    later.cookie = wrong;
    EXPECT_EQ(status(everywhere, later), 401) << wrong;
  }
  head.path = "/api/v1/plans";  // an address that ends in logs is no way in
  EXPECT_EQ(status(everywhere, head), 401);
}

TEST(Secret, IsAnotherEachTime) {
  const auto one = new_secret();
  EXPECT_EQ(one.size(), 64U);
  EXPECT_NE(one, new_secret());
}

}  // namespace
}  // namespace jobcast::app::server
