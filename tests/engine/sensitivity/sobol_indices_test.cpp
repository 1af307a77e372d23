#include "engine/sensitivity/sobol_indices.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <functional>
#include <numbers>

#include "engine/random/stream.hpp"
#include "engine/sensitivity/pick_freeze.hpp"

namespace jobcast::sensitivity {
namespace {

using Function = std::function<double(const design::Points&, std::size_t)>;

std::vector<double> values(const Function& function, const design::Points& points) {
  std::vector<double> all;
  for (std::size_t point = 0; point < points.count(); ++point) all.push_back(function(points, point));
  return all;
}

struct Asked {
  std::vector<double> first, second;
  std::vector<std::vector<double>> mixed;

  Asked(const Function& function, std::size_t count, std::size_t dimensions,
        const std::vector<std::vector<std::size_t>>& groups) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < dimensions; ++i) names.push_back("x" + std::to_string(i));
    const PickFreeze design(count, names, 7);
    first = values(function, design.first());
    second = values(function, design.second());
    for (const auto& group : groups) mixed.push_back(values(function, design.mixed(group)));
  }
  [[nodiscard]] Evaluations evaluations() const { return {first, second, {mixed.begin(), mixed.end()}}; }
};

/// sin x1 + a sin^2 x2 + b x3^4 sin x1 (Ishigami and Homma 1990), x in [-pi, pi].
double ishigami(const design::Points& points, std::size_t point) {
  const auto x = [&](std::size_t i) { return std::numbers::pi * (2.0 * points.of(point, i) - 1.0); };
  return std::sin(x(0)) + 7.0 * std::sin(x(1)) * std::sin(x(1)) + 0.1 * std::pow(x(2), 4) * std::sin(x(0));
}

/// Sobol's g-function: the product of (|4 x - 2| + a) / (1 + a).
constexpr std::array g_coefficients{0.0, 1.0, 4.5, 9.0, 99.0};
double g_function(const design::Points& points, std::size_t point) {
  double product = 1.0;
  for (std::size_t i = 0; i < g_coefficients.size(); ++i) {
    product *= (std::abs(4.0 * points.of(point, i) - 2.0) + g_coefficients[i]) / (1.0 + g_coefficients[i]);
  }
  return product;
}

TEST(SobolIndices, AreThoseOfIshigamisFunction) {
  const Asked asked(ishigami, 8192, 3, {{0}, {1}, {2}, {0, 2}});
  const auto found = sobol_indices(asked.evaluations());
  const std::array first{0.31390519, 0.44241114, 0.0, 0.55758886};
  const std::array total{0.55758886, 0.44241114, 0.24368366, 0.55758886};
  for (std::size_t i = 0; i < found.size(); ++i) {
    EXPECT_NEAR(found[i].first_order.value, first[i], 0.01) << i;
    EXPECT_NEAR(found[i].total.value, total[i], 0.01) << i;
    EXPECT_TRUE(found[i].acts);
    EXPECT_LT(found[i].first_order.low, first[i]) << i;
    EXPECT_GT(found[i].first_order.high, first[i]) << i;
    EXPECT_LT(found[i].total.low, total[i]) << i;
    EXPECT_GT(found[i].total.high, total[i]) << i;
  }
  EXPECT_NEAR(variance_of(asked.evaluations()).variance, 13.8445879, 0.05);
  EXPECT_NEAR(variance_of(asked.evaluations()).mean, 3.5, 0.02);
}

TEST(SobolIndices, AreThoseOfSobolsProduct) {
  const Asked asked(g_function, 8192, g_coefficients.size(), {{0}, {1}, {2}, {3}, {4}});
  const auto found = sobol_indices(asked.evaluations());
  double whole = 1.0;
  for (const double a : g_coefficients) whole *= 1.0 + 1.0 / (3.0 * (1.0 + a) * (1.0 + a));
  for (std::size_t i = 0; i < found.size(); ++i) {
    const double own = 1.0 / (3.0 * (1.0 + g_coefficients[i]) * (1.0 + g_coefficients[i]));
    EXPECT_NEAR(found[i].first_order.value, own / (whole - 1.0), 0.015) << i;
    EXPECT_NEAR(found[i].total.value, own * whole / (1.0 + own) / (whole - 1.0), 0.015) << i;
  }
}

TEST(SobolIndices, OfAnAdditiveFunctionAddUpToOneAndAreAlikeOnceAndInTotal) {
  const auto function = [](const design::Points& points, std::size_t point) {
    return 3.0 * points.of(point, 0) + 2.0 * points.of(point, 1) + points.of(point, 2);
  };
  const Asked asked(function, 2048, 3, {{0}, {1}, {2}, {0, 1, 2}});
  const auto found = sobol_indices(asked.evaluations());
  EXPECT_NEAR(found[0].first_order.value, 9.0 / 14.0, 0.01);
  EXPECT_NEAR(found[0].total.value, 9.0 / 14.0, 0.01);
  EXPECT_NEAR(found[0].first_order.value + found[1].first_order.value + found[2].first_order.value, 1.0, 0.02);
  EXPECT_NEAR(found[3].first_order.value, 1.0, 0.02) << "everything at once";
}

TEST(SobolIndices, SayOfAnInputThatDoesNothingThatItDoesNotAct) {
  const auto function = [](const design::Points& points, std::size_t point) { return points.of(point, 0); };
  const Asked asked(function, 64, 2, {{0}, {1}});
  const auto found = sobol_indices(asked.evaluations());
  EXPECT_TRUE(found[0].acts);
  EXPECT_FALSE(found[1].acts);
  for (const auto* each : {&found[1].first_order, &found[1].total}) {
    EXPECT_EQ(each->value, 0.0);
    EXPECT_EQ(each->low, 0.0);
    EXPECT_EQ(each->high, 0.0);
  }
}

TEST(SobolIndices, AreZeroWhereNothingVaries) {
  const std::vector<double> same(16, 3.0);
  const auto found = sobol_indices({same, same, {same}});
  EXPECT_EQ(found[0].first_order.value, 0.0);
  EXPECT_EQ(found[0].total.value, 0.0);
}

TEST(SobolIndices, AreTheSameForAShiftedAndStretchedFunction) {
  const Asked one(ishigami, 512, 3, {{0}, {1}});
  const Asked other(
      [](const design::Points& points, std::size_t point) { return 1000.0 - 5.0 * ishigami(points, point); }, 512, 3,
      {{0}, {1}});
  const auto first = sobol_indices(one.evaluations());
  const auto second = sobol_indices(other.evaluations());
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_NEAR(first[i].first_order.value, second[i].first_order.value, 1e-10);
    EXPECT_NEAR(first[i].total.value, second[i].total.value, 1e-10);
    EXPECT_NEAR(first[i].total.high, second[i].total.high, 1e-10);
  }
}

TEST(SobolIndices, HaveIntervalsThatHoldTheTruthAboutAsOftenAsTheySay) {
  // Independent pseudo-random rows, a hundred times: what a percentile interval of 90 % promises.
  int held = 0;
  constexpr int times = 100;
  constexpr std::size_t rows = 200;
  for (int time = 0; time < times; ++time) {
    random::Stream stream({.seed = 11, .purpose = random::Purpose::design}, static_cast<std::uint32_t>(time),
                          random::entity("rows"));
    std::vector<double> first, second, mixed;
    for (std::size_t row = 0; row < rows; ++row) {
      const double a = stream.normal(), b = stream.normal(), c = stream.normal(), d = stream.normal();
      first.push_back(a + 2.0 * b);
      second.push_back(c + 2.0 * d);
      mixed.push_back(c + 2.0 * b);
    }
    const auto found = sobol_indices({first, second, {mixed}}, {.resamples = 200});
    held += found[0].total.low <= 0.2 && 0.2 <= found[0].total.high ? 1 : 0;
  }
  EXPECT_GE(held, 82);
  EXPECT_LE(held, 98);
}

TEST(SobolIndices, RefuseWhatDoesNotBelongTogether) {
  const std::vector<double> two{1.0, 2.0}, one{1.0};
  EXPECT_THROW(sobol_indices({one, one, {}}), std::invalid_argument);
  EXPECT_THROW(sobol_indices({two, one, {}}), std::invalid_argument);
  EXPECT_THROW(sobol_indices({two, two, {one}}), std::invalid_argument);
}

}  // namespace
}  // namespace jobcast::sensitivity
