#include "models/forecast/futures.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

#include "tests/models/forecast/jeongseon.hpp"

namespace jobcast::forecast {
namespace {

Request small_request() { return {.draws = 100, .seed = 11, .threads = 2, .until = time::make_date(2024, 12, 31)}; }

TEST(Futures, AnswerEveryScenarioWithTheBitsOfAForecastOfItsOwn) {
  const Futures futures(test::jeongseon(), test::named("plan"), small_request());
  for (const char* name : {"plan", "no-programmes", "base-year-again", "county-cut-10"}) {
    const auto scenario = test::named(name);
    EXPECT_EQ(test::numbers(futures.answer(scenario)), test::numbers(run(test::jeongseon(), scenario, small_request())))
        << name;
  }
}

TEST(Futures, RefuseAScenarioOfAnotherCounty) {
  const Futures futures(test::jeongseon(), test::named("plan"), small_request());
  auto shaken = test::named("plan");
  shaken.shocks.push_back({.date = time::make_date(2024, 6, 1), .name = {}, .jobs = -50.0, .where = {}});
  EXPECT_FALSE(same_county(test::jeongseon(), test::named("plan"), shaken));
  EXPECT_THROW((void)futures.answer(shaken), std::invalid_argument);
}

TEST(Futures, AreSharedByScenariosThatDifferInEffectsOnly) {
  auto other = test::named("plan");
  const auto& type = test::jeongseon().types.front();
  plan::Value value = type.traits.deadweight;
  value.distribution = random::Distribution::fixed(0.9);
  other.values.emplace(value.key, value);
  EXPECT_TRUE(same_county(test::jeongseon(), test::named("plan"), other));
}

}  // namespace
}  // namespace jobcast::forecast
