#include "app/server/target.hpp"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

namespace jobcast::app::server {
namespace {

using ::testing::ElementsAre;

TEST(Target, IsReadInItsParts) {
  const auto target = parse_target("/api/v1/plans/jeongseon-2024/explain?key=4/15%20~%2029%EC%84%B8&lang=ko");
  ASSERT_TRUE(target);
  EXPECT_THAT(target->path, ElementsAre("api", "v1", "plans", "jeongseon-2024", "explain"));
  EXPECT_EQ(target->query.at("key"), "4/15 ~ 29세");
  EXPECT_EQ(target->query.at("lang"), "ko");
  EXPECT_TRUE(parse_target("/")->path.empty());
}

TEST(Target, ThatWouldLeadElsewhereIsRefused) {
  for (const char* text : {"",
                           "api",
                           "http://127.0.0.1/api",
                           "*",
                           "//etc/passwd",
                           "/../etc/passwd",
                           "/a/./b",
                           "/a/../b",
                           "/a//b",
                           "/a/",
                           "/%2e%2e/etc/passwd",
                           "/..%2fetc",
                           "/a%2Fb",
                           "/a%5cb",
                           "/a\\b",
                           "/%00",
                           "/a%0d%0ab",
                           "/%",
                           "/%4",
                           "/%zz",
                           "/%ff",
                           "/%c0%af",
                           "/?a=%00",
                           "/?a=1&a=2"}) {
    EXPECT_FALSE(parse_target(text)) << text;
  }
}

RC_GTEST_PROP(Target, NeverHoldsAPathOfItsOwn, (const std::string& bytes)) {
  const auto target = parse_target("/" + bytes);
  if (!target) return;
  for (const auto& part : target->path) {
    RC_ASSERT(!part.empty());
    RC_ASSERT(part != ".." && part != ".");
    RC_ASSERT(part.find_first_of(std::string_view("/\\\0\r\n", 5)) == std::string::npos);
  }
}

}  // namespace
}  // namespace jobcast::app::server
