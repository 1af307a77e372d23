#include "engine/discovery/prim.hpp"

#include <gmock/gmock.h>

#include "engine/random/stream.hpp"

namespace jobcast::discovery {
namespace {

constexpr std::size_t cases = 600;

/// Cases with `count` inputs, uniform in (0, 1).
std::vector<Dimension> inputs(std::size_t count, std::uint32_t seed, std::size_t number = cases) {
  std::vector<Dimension> dimensions;
  for (std::size_t index = 0; index < count; ++index) {
    Dimension dimension{.name = "x" + std::to_string(index), .values = {}, .categorical = false};
    random::Stream stream({seed, random::Purpose::design, 0}, 0, random::entity(dimension.name));
    for (std::size_t place = 0; place < number; ++place) dimension.values.push_back(stream.uniform());
    dimensions.push_back(std::move(dimension));
  }
  return dimensions;
}

template <class Fails>
std::vector<bool> failures(const std::vector<Dimension>& dimensions, const Fails& fails) {
  std::vector<bool> failed;
  for (std::size_t place = 0; place < dimensions.front().values.size(); ++place) failed.push_back(fails(place));
  return failed;
}

const Limit* limit_on(const Box& box, std::size_t dimension) {
  for (const auto& limit : box.limits) {
    if (limit.dimension == dimension) return &limit;
  }
  return nullptr;
}

TEST(Prim, FindsThePlantedBox) {
  const auto x = inputs(6, 1);
  const auto failed =
      failures(x, [&](std::size_t place) { return x[1].values[place] > 0.6 && x[4].values[place] < 0.5; });
  const auto found = discover(x, failed);
  ASSERT_TRUE(found.found);
  EXPECT_EQ(found.box.limits.size(), 2U);
  ASSERT_NE(limit_on(found.box, 1), nullptr);
  ASSERT_NE(limit_on(found.box, 4), nullptr);
  EXPECT_NEAR(limit_on(found.box, 1)->low, 0.6, 0.03);
  EXPECT_NEAR(limit_on(found.box, 4)->high, 0.5, 0.03);
  EXPECT_GT(found.box.density(), 0.97);
  EXPECT_GT(found.box.coverage(found.failures), 0.95);
  EXPECT_NEAR(found.p, 0.01, 1e-12) << "no shuffle of 99 does as well";
  for (const auto& limit : found.box.limits) EXPECT_LT(limit.quasi_p, 1e-6);
}

TEST(Prim, FindsThePlantedBoxThroughNoise) {
  const auto x = inputs(6, 2);
  random::Stream coin({9, random::Purpose::design, 0}, 0, random::entity("coin"));
  const auto failed = failures(x, [&](std::size_t place) {
    const bool inside = x[0].values[place] < 0.4 && x[3].values[place] > 0.3;
    return coin.uniform() < (inside ? 0.8 : 0.15);
  });
  const auto found = discover(x, failed);
  ASSERT_TRUE(found.found);
  ASSERT_NE(limit_on(found.box, 0), nullptr);
  EXPECT_NEAR(limit_on(found.box, 0)->high, 0.4, 0.08);
  EXPECT_GT(found.box.density(), 0.65);
}

TEST(Prim, FindsNothingWhereFailingHasNothingToDoWithTheInputs) {
  int found = 0;
  constexpr int times = 20;
  for (int time = 0; time < times; ++time) {
    const auto x = inputs(5, 100U + static_cast<std::uint32_t>(time), 200);
    random::Stream coin({7, random::Purpose::design, 0}, static_cast<std::uint32_t>(time), random::entity("coin"));
    const auto failed = failures(x, [&](std::size_t) { return coin.uniform() < 0.3; });
    found += discover(x, failed, {.shuffles = 39}).found ? 1 : 0;
  }
  EXPECT_LE(found, 4) << "one in twenty at a significance of 5 %";
}

TEST(Prim, FindsNothingWhereAllOrNoneFail) {
  const auto x = inputs(3, 4);
  for (const bool all : {true, false}) {
    const auto found = discover(x, std::vector<bool>(cases, all));
    EXPECT_FALSE(found.found);
    EXPECT_TRUE(found.box.limits.empty());
    EXPECT_EQ(found.box.cases, cases);
  }
}

TEST(Prim, KeepsCasesOfOneValueTogether) {
  auto x = inputs(2, 5);
  for (double& value : x[0].values) value = std::floor(4.0 * value);  // four values, a quarter of the cases each
  const auto failed = failures(x, [&](std::size_t place) { return x[0].values[place] == 3.0; });
  const auto found = discover(x, failed);
  ASSERT_TRUE(found.found);
  ASSERT_EQ(found.box.limits.size(), 1U);
  EXPECT_EQ(found.box.limits[0].low, 3.0);
  EXPECT_EQ(found.box.density(), 1.0);
  EXPECT_EQ(found.box.coverage(found.failures), 1.0);
}

TEST(Prim, PeelsCategoriesWhateverTheirOrder) {
  auto x = inputs(2, 6);
  x[0].categorical = true;
  for (double& value : x[0].values) value = std::floor(5.0 * value);
  const auto failed =
      failures(x, [&](std::size_t place) { return x[0].values[place] == 0.0 || x[0].values[place] == 3.0; });
  const auto found = discover(x, failed);
  ASSERT_TRUE(found.found);
  ASSERT_EQ(found.box.limits.size(), 1U);
  EXPECT_THAT(found.box.limits[0].left_out, ::testing::UnorderedElementsAre(1.0, 2.0, 4.0));
  EXPECT_EQ(found.box.density(), 1.0);
}

TEST(Prim, RestrictsNoMoreInputsThanItMay) {
  const auto x = inputs(6, 7);
  const auto failed = failures(x, [&](std::size_t place) {
    return x[0].values[place] > 0.3 && x[1].values[place] > 0.3 && x[2].values[place] > 0.3;
  });
  const auto one = discover(x, failed, {.most_limits = 1});
  EXPECT_EQ(one.box.limits.size(), 1U);
  const auto three = discover(x, failed, {.most_limits = 3});
  EXPECT_EQ(three.box.limits.size(), 3U);
  EXPECT_GT(phi(three.box, three.cases, three.failures), phi(one.box, one.cases, one.failures));
}

TEST(Prim, PeelsPatientlyAndCountsWhatIsLeft) {
  const auto x = inputs(4, 8);
  const auto failed = failures(x, [&](std::size_t place) { return x[2].values[place] > 0.7; });
  const auto found = discover(x, failed);
  for (std::size_t place = 0; place < found.trajectory.size(); ++place) {
    auto again = found.trajectory[place];
    count(x, failed, again);
    EXPECT_EQ(again.cases, found.trajectory[place].cases) << place;
    EXPECT_EQ(again.failures, found.trajectory[place].failures) << place;
    if (place > 0) {
      EXPECT_LT(again.cases, found.trajectory[place - 1].cases);
    }
  }
  EXPECT_GE(found.trajectory.back().cases, static_cast<std::size_t>(0.05 * cases));
}

TEST(Prim, SaysHowLikelyALimitIsByChance) {
  // Four cases of ten fail; the box holds two that both fail: 0.4^2.
  const std::vector<Dimension> x{{.name = "x", .values = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, .categorical = false}};
  const std::vector<bool> failed{false, false, true, false, true, false, false, false, true, true};
  Box box{.limits = {{.dimension = 0, .low = 8.0}}, .cases = 0, .failures = 0};
  count(x, failed, box);
  set_quasi_p(x, failed, box);
  EXPECT_NEAR(box.limits[0].quasi_p, 0.16, 1e-12);
}

TEST(Prim, FitIsTheCorrelationOfBeingInTheBoxWithFailing) {
  EXPECT_NEAR(phi({.limits = {}, .cases = 40, .failures = 40}, 100, 40), 1.0, 1e-12);
  EXPECT_NEAR(phi({.limits = {}, .cases = 40, .failures = 0}, 100, 60), -1.0, 1e-12);
  EXPECT_NEAR(phi({.limits = {}, .cases = 50, .failures = 20}, 100, 40), 0.0, 1e-12);
  EXPECT_EQ(phi({.limits = {}, .cases = 100, .failures = 40}, 100, 40), 0.0);
}

TEST(Prim, RepeatsItselfAndRefusesWhatDoesNotBelongTogether) {
  const auto x = inputs(3, 9);
  const auto failed = failures(x, [&](std::size_t place) { return x[0].values[place] > 0.8; });
  EXPECT_EQ(discover(x, failed).p, discover(x, failed).p);
  EXPECT_THROW(discover(x, std::vector<bool>(3, true)), std::invalid_argument);
}

TEST(Prim, FindsNothingWithoutCasesOrInputs) {
  EXPECT_FALSE(discover({}, {}).found);
  EXPECT_FALSE(discover({}, {true, false}).found);
}

}  // namespace
}  // namespace jobcast::discovery
