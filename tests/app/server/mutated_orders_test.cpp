#include <gtest/gtest.h>

#include <random>

#include "app/server/forecaster.hpp"
#include "app/server/scenario_text.hpp"
#include "app/server/target.hpp"
#include "models/scenario/canonical.hpp"
#include "tests/app/server/running_server.hpp"

namespace jobcast::app::server {
namespace {

using testing::jeongseon;

/// Texts that are right, changed in the ways that hostile and broken ones differ from right ones.
class Mutator {
 public:
  Mutator(std::vector<std::string> seeds, std::vector<std::string> words)
      : seeds_(std::move(seeds)), words_(std::move(words)) {}

  std::string next() {
    auto text = one_of(seeds_);
    for (auto changes = 1 + random_() % 2; changes > 0; --changes) change(text);
    return text;
  }

 private:
  std::size_t below(std::size_t count) { return count == 0 ? 0 : random_() % count; }
  const std::string& one_of(const std::vector<std::string>& all) { return all[below(all.size())]; }

  void change(std::string& text) {
    const auto at = below(text.size());
    const auto length = below(std::min<std::size_t>(text.size() - at, 24));
    switch (random_() % 6) {
      case 0:
        text.insert(at, one_of(words_));
        break;
      case 1:
        text.replace(at, length, one_of(words_));
        break;
      case 2:
        text.erase(at, length);
        break;
      case 3:
        text.insert(at, text.substr(at, length));
        break;
      case 4:
        if (!text.empty()) text[at] = static_cast<char>(random_());
        break;
      default: {
        const auto& other = one_of(seeds_);
        text = text.substr(0, at) + other.substr(below(other.size()));
      }
    }
  }

  std::vector<std::string> seeds_, words_;
  std::mt19937 random_{76};
};

TEST(MutatedOrders, AreReadOrRefused) {
  const std::vector<std::string> seeds{
      R"({"scenario": {"change": [{"select": {"funding": "county"}, "budget": "-10%", "matching": true}]}, "draws": 64})",
      R"({"scenario": {"change": [{"select": {"sector": ["direct", "startup"]}, "start_delay_days": 30},
          {"programmes": "base-year"}], "shock": [{"date": "2024-06-30", "name": {"ko": "가", "en": "a"},
          "status": "regular", "jobs": -120, "age": "15-64"}]}, "seed": 7, "until": "2033"})",
      R"({"scenario_toml": "schema = \"jobcast.scenario/1\"\ntitle = { ko = \"가\", en = \"a\" }\nextends = )"
      R"(\"../plan.toml\"\n[[change]]\nselect = { department = \"복지과\" }\njobs = \"=12\"\n", "name": "a"})"};
  Mutator mutator(seeds, {"-1",
                          "1e308",
                          "18446744073709551616",
                          "\"\"",
                          "null",
                          "[]",
                          "{}",
                          "\\u0000",
                          "\\ud800",
                          "../plan.toml",
                          "/etc/passwd",
                          "%",
                          "=",
                          "\\n",
                          "\"budget\"",
                          "\"select\":",
                          "\"change\":[{}]",
                          "\xff",
                          "복지과",
                          "inf",
                          "nan",
                          "2024-02-30",
                          "'''",
                          "[[change]]",
                          "\"extends\":\"county-cut-10.toml\","});
  const auto& plan = *jeongseon().plan;
  for (const auto& seed : seeds) EXPECT_NO_THROW(read_order(plan, parse_json(seed))) << seed;
  int read = 0, refused = 0;
  constexpr int rounds = 4000;
  for (int round = 0; round < rounds; ++round) {
    const auto body = mutator.next();
    try {
      const auto order = read_order(plan, parse_json(body));
      static_cast<void>(scenario::canonical(order.scenario));
      EXPECT_GT(order.request.draws, 0) << body;
      EXPECT_LE(order.request.draws, 50'000) << body;
      ++read;
    } catch (const Refused& problem) {
      EXPECT_TRUE(problem.status() >= 400 && problem.status() < 500) << body;
      ++refused;
    } catch (const input::InputError& error) {
      EXPECT_FALSE(error.faults().empty()) << body;
      ++refused;
    }
  }
  EXPECT_EQ(read + refused, rounds);
  EXPECT_GT(read, rounds / 100) << "some changes do no harm, else the way in is not tried";
  EXPECT_GT(refused, rounds / 2);
}

TEST(MutatedTargets, StayWithinWhatAPathMayBe) {
  Mutator mutator(
      {"/api/v1/plans/jeongseon-2024/explain?key=4%2F15%20~%2029%EC%84%B8%2F2023%EB%85%84&lang=ko",
       "/api/v1/scenarios/3/file", "/assets/index.js?v=1", "/"},
      {"..", "%2e%2e", "%2F", "%5c", "\\", "//", "%00", "%", "%zz", "%c0%af", "?", "&", "=", "#", "\x7f", "%0d%0a"});
  constexpr int rounds = 4000;
  for (int round = 0; round < rounds; ++round) {
    const auto text = mutator.next();
    const auto target = parse_target(text);
    if (!target) continue;
    EXPECT_EQ(text.front(), '/');
    for (const auto& part : target->path) {
      EXPECT_TRUE(!part.empty() && part != "." && part != "..") << text;
      for (const char letter : part) {
        EXPECT_TRUE(letter != '/' && letter != '\\' && static_cast<unsigned char>(letter) >= ' ' && letter != '\x7f')
            << text;
      }
    }
  }
}

}  // namespace
}  // namespace jobcast::app::server
