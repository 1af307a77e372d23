#include "models/labour/local_trend.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace jobcast::labour {
namespace {

// Two observations y1, y2 a step apart, error s, innovation q, diffuse start: after y1 the variance is s^2, then
// s^2 + q^2, so the gain is (s^2 + q^2) / (2 s^2 + q^2) and the variance gain * s^2.
TEST(LocalTrend, AgreesWithTwoObservationsByHand) {
  const double s = 2.0;
  const double q = 1.5;
  const std::array<TrendObservation, 2> seen{{{10, 5.0}, {11, 8.0}}};
  const auto states = smooth_trend(seen, {.measurement_sd = s, .level_sd = q});
  ASSERT_EQ(states.size(), 2U);
  const double gain = (s * s + q * q) / (2.0 * s * s + q * q);
  EXPECT_NEAR(states[1].level, 5.0 + gain * 3.0, 1e-2);
  EXPECT_NEAR(states[1].level_sd, std::sqrt(gain) * s, 1e-2);
  // By symmetry hindsight moves the first level as far.
  EXPECT_NEAR(states[0].level, 8.0 - gain * 3.0, 1e-2);
  EXPECT_NEAR(states[0].level_sd, states[1].level_sd, 1e-2);
}

// The steady-state variance of a local level after an observation is P s^2 / (P + s^2) with P = (q^2 + sqrt(q^4 + 4 q^2
// s^2)) / 2, the gain P / (P + s^2) (Harvey 1989, section 4.3.2).
TEST(LocalTrend, ReachesTheSteadyStateGain) {
  const double s = 1.4;
  const double q = 0.9;
  std::array<TrendObservation, 60> seen;
  for (int step = 0; step < 60; ++step) seen[static_cast<std::size_t>(step)] = {step, 0.0};
  const auto before = smooth_trend(seen, {.measurement_sd = s, .level_sd = q});
  seen.back().value = 1.0;
  const auto after = smooth_trend(seen, {.measurement_sd = s, .level_sd = q});
  const double predicted = 0.5 * (q * q + std::sqrt(q * q * q * q + 4.0 * q * q * s * s));
  EXPECT_NEAR(after.back().level - before.back().level, predicted / (predicted + s * s), 1e-9);
  EXPECT_NEAR(after.back().level_sd, std::sqrt(predicted * s * s / (predicted + s * s)), 1e-9);
}

TEST(LocalTrend, LeavesGapsAsUncertain) {
  const std::array<TrendObservation, 2> seen{{{0, 1.0}, {4, 1.0}}};
  const auto states = smooth_trend(seen, {.measurement_sd = 0.5, .level_sd = 1.0});
  ASSERT_EQ(states.size(), 5U);
  EXPECT_NEAR(states[2].level, 1.0, 1e-6);
  EXPECT_GT(states[2].level_sd, states[0].level_sd);
}

TEST(LocalTrend, FollowsADriftAndASeason) {
  std::array<TrendObservation, 40> seen;
  for (int step = 0; step < 40; ++step) {
    seen[static_cast<std::size_t>(step)] = {step, 3.0 + 0.2 * step + (step % 2 != 0 ? 0.4 : -0.4)};
  }
  const auto states = smooth_trend(
      seen, {.measurement_sd = 0.01, .level_sd = 0.001, .drift_sd = 1.0, .drift_persistence = 1.0, .season_sd = 1.0});
  EXPECT_NEAR(states.back().drift, 0.2, 1e-2);
  EXPECT_NEAR(states.back().level, 3.0 + 0.2 * 39 + 0.4, 2e-2);
  EXPECT_NEAR(states[20].level, 3.0 + 0.2 * 20 + 0.4, 2e-2);
}

}  // namespace
}  // namespace jobcast::labour
