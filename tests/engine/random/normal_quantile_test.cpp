#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "engine/random/stream.hpp"

namespace jobcast::random {
namespace {

struct Known {
  double u;
  double z;
};
// Newton's method on the series of the distribution function in 110 decimal digits, for the exact binary value of u.
constexpr Known known[] = {
    {0.49, -0.02506890825871105803},    {0.25, -0.67448975019608174320},    {0.1, -1.28155156554460043533},
    {0.075, -1.43953147093845593495},   {0.0749, -1.44023826752796366311},  {0.025, -1.95996398454005421178},
    {0.001, -3.09023230616781353536},   {1e-5, -4.26489079392282461023},    {0x1p-33, -6.33795775455378925249},
    {1.4e-11, -6.65672309151818363560}, {1.3e-11, -6.66761145651074083466}, {1e-20, -9.26234008979840757957},
    {1e-50, -14.93333753478848898066},
};

TEST(NormalQuantile, IsAccurateInTheCentreAndBothTails) {
  for (const auto& [u, z] : known) EXPECT_NEAR(normal_quantile(u) / z, 1.0, 2e-15) << u;
  EXPECT_EQ(normal_quantile(0.5), 0.0);
}

TEST(NormalQuantile, IsSymmetricWhereOneMinusUIsExact) {
  for (const double u : {0.25, 0x1p-4, 0x1p-10, 0x1p-33, 0x1.8p-33, 0.4375}) {
    EXPECT_EQ(normal_quantile(1.0 - u), -normal_quantile(u)) << u;
  }
}

TEST(NormalQuantile, InvertsTheDistributionFunction) {
  for (int i = 1; i < 20000; ++i) {
    const double u = i / 20000.0;
    EXPECT_NEAR(0.5 * std::erfc(-normal_quantile(u) / std::sqrt(2.0)) / u, 1.0, 6e-15) << u;
  }
}

units::Lane lanes_from(const std::vector<double>& numbers, std::size_t start) {
  units::Lane result;
  for (std::size_t lane = 0; lane < units::lane_count; ++lane) {
    result[static_cast<int>(lane)] = numbers[(start + lane) % numbers.size()];
  }
  return result;
}

TEST(NormalQuantile, OfLanesHasTheBitsOfEachNumberAlone) {
  std::vector<double> numbers;
  for (const auto& one : known) {
    numbers.push_back(one.u);
    numbers.push_back(1.0 - one.u);
  }
  for (const double edge : {0.075, 0.925, std::exp(-25.0)}) {
    numbers.insert(numbers.end(), {std::nextafter(edge, 0.0), edge, std::nextafter(edge, 1.0)});
  }
  std::erase(numbers, 1.0);
  for (std::size_t start = 0; start < numbers.size(); ++start) {
    const units::Lane u = lanes_from(numbers, start);
    const units::Lane z = normal_quantile(u);
    for (int lane = 0; lane < units::lane_count; ++lane) EXPECT_EQ(z[lane], normal_quantile(u[lane])) << u[lane];
  }
}

RC_GTEST_PROP(NormalQuantile, OfLanesHasTheBitsOfEachNumberAloneEverywhere, (std::uint32_t seed)) {
  LaneStream stream({.seed = seed}, 0, entity("anywhere"));
  for (int block = 0; block < 20; ++block) {
    const units::Lane u = stream.uniform();
    const units::Lane z = normal_quantile(u);
    for (int lane = 0; lane < units::lane_count; ++lane) RC_ASSERT(z[lane] == normal_quantile(u[lane]));
  }
}

TEST(NormalQuantile, RisesThroughTheSeamsOfItsApproximations) {
  for (const double seam : {0.075, 0.925, std::exp(-25.0)}) {
    double before = normal_quantile(seam * (1.0 - 1e-9));
    for (int step = -99; step <= 100; ++step) {
      const double here = normal_quantile(seam * (1.0 + step * 1e-11));
      EXPECT_LE(before, here) << seam << " step " << step;
      before = here;
    }
  }
}

}  // namespace
}  // namespace jobcast::random
