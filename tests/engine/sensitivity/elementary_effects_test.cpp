#include "engine/sensitivity/elementary_effects.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "engine/sensitivity/pick_freeze.hpp"

namespace jobcast::sensitivity {
namespace {

constexpr std::size_t places = 1024;

/// 4 x0 - x1 + 2 (x2 - 1/2)^2 + x0 x3.
double value(const design::Points& points, std::size_t point) {
  const auto x = [&](std::size_t i) { return points.of(point, i); };
  return 4.0 * x(0) - x(1) + 2.0 * (x(2) - 0.5) * (x(2) - 0.5) + x(0) * x(3);
}

ElementaryEffects effects_of(const std::vector<std::size_t>& inputs) {
  const PickFreeze design(places, {"a", "b", "c", "d", "e"}, 3);
  const auto moved = design.stepped(inputs);
  std::vector<double> before, after, sign;
  for (std::size_t point = 0; point < places; ++point) {
    before.push_back(value(design.first(), point));
    after.push_back(value(moved, point));
    if (inputs.size() == 1) sign.push_back(moved.of(point, inputs[0]) > design.first().of(point, inputs[0]) ? 1 : -1);
  }
  return elementary_effects({.before = before, .after = after, .size = 0.5, .sign = sign});
}

TEST(ElementaryEffects, OfALineAreItsSlope) {
  const auto found = effects_of({1});
  EXPECT_NEAR(found.mean_absolute.value, 1.0, 1e-12);
  EXPECT_NEAR(*found.mean, -1.0, 1e-12);
  EXPECT_NEAR(*found.sigma, 0.0, 1e-12);
  EXPECT_NEAR(found.mean_absolute.low, 1.0, 1e-9);
}

TEST(ElementaryEffects, ShowWhatDependsOnOtherInputs) {
  const auto found = effects_of({0});
  EXPECT_NEAR(*found.mean, 4.5, 0.01) << "4 + x3";
  EXPECT_NEAR(*found.sigma, std::sqrt(1.0 / 12.0), 0.01);
}

TEST(ElementaryEffects, SeeAnInputWhoseUpsAndDownsCancel) {
  const auto found = effects_of({2});
  EXPECT_NEAR(*found.mean, 0.0, 0.01);
  EXPECT_NEAR(found.mean_absolute.value, 0.5, 0.01) << "mean of |4 (u - 1/4)| for u in (0, 1/2)";
}

TEST(ElementaryEffects, OfAGroupHaveNoDirection) {
  const auto found = effects_of({0, 1});
  EXPECT_FALSE(found.mean.has_value());
  EXPECT_FALSE(found.sigma.has_value());
  EXPECT_GT(found.mean_absolute.value, 4.0);
}

TEST(ElementaryEffects, OfWhatDoesNothingAreZero) {
  const auto found = effects_of({4});
  EXPECT_FALSE(found.acts);
  EXPECT_EQ(found.mean_absolute.value, 0.0);
  EXPECT_EQ(found.mean_absolute.high, 0.0);
}

TEST(ElementaryEffects, RefuseWhatDoesNotBelongTogether) {
  const std::vector<double> two{1.0, 2.0}, one{1.0};
  EXPECT_THROW(elementary_effects({.before = {}, .after = {}}), std::invalid_argument);
  EXPECT_THROW(elementary_effects({.before = two, .after = one}), std::invalid_argument);
  EXPECT_THROW(elementary_effects({.before = two, .after = two, .size = 0.0}), std::invalid_argument);
}

}  // namespace
}  // namespace jobcast::sensitivity
