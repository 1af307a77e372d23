#include "engine/stats/crps.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <stdexcept>
#include <vector>

namespace jobcast::stats {
namespace {

double by_all_pairs(const std::vector<double>& members, double outcome) {
  double from_outcome = 0.0;
  double apart = 0.0;
  for (const double x : members) {
    from_outcome += std::abs(x - outcome);
    for (const double other : members) apart += std::abs(x - other);
  }
  const auto count = static_cast<double>(members.size());
  return from_outcome / count - apart / (2.0 * count * count);
}

/// Integral of (F(x) - [x >= y])² over x for a normal forecast, by the midpoint rule.
double normal_by_quadrature(double mean, double sd, double outcome) {
  const double low = std::min(mean - 12.0 * sd, outcome);
  const double high = std::max(mean + 12.0 * sd, outcome);
  double sum = 0.0;
  const auto part = [&](double from, double to, double step_height) {
    constexpr int steps = 20000;
    for (int step = 0; step < steps; ++step) {
      const double x = from + (to - from) * (step + 0.5) / steps;
      const double gap = 0.5 * std::erfc(-(x - mean) / (sd * std::sqrt(2.0))) - step_height;
      sum += gap * gap * (to - from) / steps;
    }
  };
  part(low, outcome, 0.0);
  part(outcome, high, 1.0);
  return sum;
}

RC_GTEST_PROP(CrpsOfEnsemble, EqualsTheSumOverAllPairs, ()) {
  const auto members = *rc::gen::nonEmpty(rc::gen::container<std::vector<double>>(
      rc::gen::map(rc::gen::inRange(-500, 500), [](int x) { return 1e6 + x / 9.0; })));
  const double outcome = 1e6 + *rc::gen::inRange(-900, 900) / 9.0;
  RC_ASSERT(std::abs(crps_of_ensemble(members, outcome) - by_all_pairs(members, outcome)) < 1e-7);
}

TEST(CrpsOfEnsemble, OfOneMemberIsTheAbsoluteError) {
  EXPECT_EQ(crps_of_ensemble(std::vector{76.1}, 75.0), 76.1 - 75.0);
}

TEST(CrpsOfEnsemble, OfTwoMembersIsTheHandCalculation) {
  // |0 - 1| and |4 - 1| average to 2; the pair is 4 apart, a quarter of that is taken off, in the fair form a half.
  EXPECT_EQ(crps_of_ensemble(std::vector{4.0, 0.0}, 1.0), 1.0);
  EXPECT_EQ(fair_crps_of_ensemble(std::vector{4.0, 0.0}, 1.0), 0.0);
}

TEST(CrpsOfEnsemble, OfManyNormalQuantilesIsNearTheClosedForm) {
  std::vector<double> members;
  constexpr int count = 4000;
  double x = -6.0;
  for (int i = 0; i < count; ++i) {  // member i has distribution function (i + 1/2) / n, found by Newton's steps
    const double wanted = (i + 0.5) / count;
    for (int step = 0; step < 50; ++step) {
      const double slope = std::exp(-0.5 * x * x) / std::sqrt(2.0 * M_PI);
      x -= std::clamp((0.5 * std::erfc(-x / std::sqrt(2.0)) - wanted) / slope, -0.5, 0.5);
    }
    members.push_back(3.0 + 2.0 * x);
  }
  EXPECT_NEAR(crps_of_ensemble(members, 4.5), crps_of_normal(3.0, 2.0, 4.5), 1e-4);
}

TEST(CrpsOfNormal, EqualsTheIntegralOfTheSquaredGap) {
  for (const double outcome : {-3.0, 0.0, 1.0, 2.5, 9.0}) {
    EXPECT_NEAR(crps_of_normal(1.0, 1.5, outcome), normal_by_quadrature(1.0, 1.5, outcome), 1e-7) << outcome;
  }
}

TEST(CrpsOfNormal, WithoutSpreadIsTheAbsoluteError) { EXPECT_EQ(crps_of_normal(2.0, 0.0, 5.0), 3.0); }

TEST(Crps, RefusesWhatCannotBeScored) {
  EXPECT_THROW(crps_of_ensemble({}, 0.0), std::invalid_argument);
  EXPECT_THROW(fair_crps_of_ensemble(std::vector{1.0}, 0.0), std::invalid_argument);
  EXPECT_THROW(crps_of_ensemble(std::vector{std::nan("")}, 0.0), std::invalid_argument);
  EXPECT_THROW(crps_of_ensemble(std::vector{1.0}, std::nan("")), std::invalid_argument);
  EXPECT_THROW(crps_of_normal(0.0, -1.0, 0.0), std::invalid_argument);
}

}  // namespace
}  // namespace jobcast::stats
