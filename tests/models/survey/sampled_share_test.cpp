#include "models/survey/sampled_share.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "engine/random/stream.hpp"

namespace jobcast::survey {
namespace {

using units::Lane;

struct Moments {
  double mean = 0.0;
  double variance = 0.0;
};

/// Moments of the estimate over equal slices of the normal distribution.
Moments moments_of(double share, double effective_sample) {
  constexpr int slices = 200'000;
  double sum = 0.0;
  double squares = 0.0;
  for (int slice = 0; slice < slices; slice += units::lane_count) {
    const Lane u = (Lane::LinSpaced(slice, slice + units::lane_count - 1) + 0.5) / slices;
    const Lane x = sampled_share(Lane::Constant(share), Lane::Constant(effective_sample), random::normal_quantile(u));
    sum += x.sum();
    squares += x.square().sum();
  }
  const double mean = sum / slices;
  return {mean, squares / slices - mean * mean};
}

TEST(SampledShare, HasTheMeanAndTheVarianceOfAMultinomialSample) {
  for (const double share : {0.02, 0.08, 0.373, 0.5, 0.761, 0.86, 0.97}) {
    for (const double sample : {30.0, 112.0, 900.0, 5000.0}) {
      if (sample * share * (1.0 - share) < 0.5) continue;
      const auto [mean, variance] = moments_of(share, sample);
      EXPECT_NEAR(mean, share, 1e-5) << "share " << share << " sample " << sample;
      EXPECT_NEAR(variance, share * (1.0 - share) / sample, 2e-3 * share * (1.0 - share) / sample)
          << "share " << share << " sample " << sample;
    }
  }
}

TEST(SampledShare, KeepsTheMeanWhereASampleIsTooSmallForTheVariance) {
  for (const double share : {0.001, 0.01, 0.5, 0.95}) {
    for (const double sample : {0.0, 0.3, 1.4, 5.0}) {
      if (sample * share * (1.0 - share) >= 0.5) continue;
      const auto [mean, variance] = moments_of(share, sample);
      EXPECT_NEAR(mean, share, 1e-4) << "share " << share << " sample " << sample;
      EXPECT_NEAR(variance, 2.0 * std::pow(share * (1.0 - share), 2), 0.01 * std::pow(share * (1.0 - share), 2) + 1e-6)
          << "share " << share << " sample " << sample;
    }
  }
}

TEST(SampledShare, LeavesNobodyAndEverybodyAsTheyAre) {
  const Lane z = random::LaneStream({.seed = 1}, 0, random::entity("z")).normal();
  for (const double sample : {0.0, 1.0, 900.0}) {
    EXPECT_TRUE((sampled_share(Lane::Zero(), Lane::Constant(sample), z) == 0.0).all()) << sample;
    EXPECT_TRUE((sampled_share(Lane::Ones(), Lane::Constant(sample), z) == 1.0).all()) << sample;
  }
}

TEST(SampledShare, OfAnEndlessSampleIsTheShare) {
  for (const double share : {0.0, 0.001, 0.4, 0.9999, 1.0}) {
    const Lane estimate = sampled_share(Lane::Constant(share), Lane::Constant(1e12), Lane::LinSpaced(-5.0, 5.0));
    EXPECT_LT((estimate - share).abs().maxCoeff(), 5e-6) << share;
  }
}

TEST(SampledShare, IsCloseToTheNormalApproximationOfALargeSample) {
  const double error = std::sqrt(0.761 * 0.239 / 900.0);
  const Lane z = Lane::LinSpaced(-2.0, 2.0);
  const Lane estimate = sampled_share(Lane::Constant(0.761), Lane::Constant(900.0), z);
  EXPECT_LT((estimate - (0.761 + error * z)).abs().maxCoeff(), 0.05 * error) << estimate.transpose();
}

RC_GTEST_PROP(SampledShare, LiesBetweenNoneAndAllAndMirrorsItsComplement, ()) {
  const double share = *rc::gen::inRange(0, 10001) / 10000.0;
  const double sample = *rc::gen::inRange(0, 100'000) / 31.0;
  const Lane z = Lane::Constant(*rc::gen::inRange(-600, 601) / 100.0);
  const Lane estimate = sampled_share(Lane::Constant(share), Lane::Constant(sample), z);
  const Lane rest = sampled_share(Lane::Constant(1.0 - share), Lane::Constant(sample), -z);
  RC_ASSERT((estimate >= 0.0).all() && (estimate <= 1.0).all());
  RC_ASSERT((estimate + rest - 1.0).abs().maxCoeff() < 1e-9);
}

}  // namespace
}  // namespace jobcast::survey
