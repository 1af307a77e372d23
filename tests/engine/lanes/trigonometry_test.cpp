#include "engine/lanes/trigonometry.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace jobcast::lanes {
namespace {

void expect_library_values(double angle) {
  units::Lane lanes = units::Lane::LinSpaced(angle, angle + 0.9);
  const SineAndCosine both = sine_and_cosine(lanes);
  for (int lane = 0; lane < units::lane_count; ++lane) {
    EXPECT_NEAR(both.sine[lane], std::sin(lanes[lane]), 4.5e-16) << lanes[lane];
    EXPECT_NEAR(both.cosine[lane], std::cos(lanes[lane]), 4.5e-16) << lanes[lane];
  }
}

TEST(SineAndCosine, AreTheLibrarysInEveryQuadrant) {
  for (double angle = -30.0; angle < 30.0; angle += 0.37) expect_library_values(angle);
  for (const double angle : {-99'999.0, -1234.5, 777.7, 50'000.0}) expect_library_values(angle);
}

TEST(SineAndCosine, KeepSmallAnglesToTheirLastPlaces) {
  const units::Lane angle = units::Lane::LinSpaced(1e-12, 1e-3);
  const SineAndCosine both = sine_and_cosine(angle);
  for (int lane = 0; lane < units::lane_count; ++lane) {
    EXPECT_NEAR(both.sine[lane] / std::sin(angle[lane]), 1.0, 3e-16) << angle[lane];
  }
}

TEST(SineAndCosine, OfNoAngleAreExact) {
  const SineAndCosine both = sine_and_cosine(units::Lane::Zero());
  EXPECT_TRUE((both.sine == 0.0).all());
  EXPECT_TRUE((both.cosine == 1.0).all());
}

}  // namespace
}  // namespace jobcast::lanes
