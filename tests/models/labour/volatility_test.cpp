#include "models/labour/volatility.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "models/labour/log_odds.hpp"

namespace jobcast::labour {
namespace {

TEST(ShrunkInnovation, IsThePanelsWithoutAHistory) {
  EXPECT_DOUBLE_EQ(shrunk_innovation({}, 1.4, 2.5, 30.0), 2.5);
  EXPECT_DOUBLE_EQ(shrunk_innovation({{0, 0.1}, {2, 0.2}, {4, 0.1}}, 1.4, 2.5, 30.0), 2.5);
}

// Annual changes of +2 and -2 points, eight of them in the two half-years alike: variance 4 * 8 / 7.
TEST(ShrunkInnovation, WeighsItsOwnMomentAgainstThePanels) {
  Series series;
  for (int step = 0; step < 10; ++step) series.push_back({step, log_odds((step / 2) % 2 == 0 ? 0.70 : 0.72)});
  const double own = 4.0 * 8.0 / 7.0 - 2.0 * 0.5 * 0.5;
  const double weight = 4.0 / (4.0 + 12.0);
  EXPECT_NEAR(shrunk_innovation(series, 0.5, 3.0, 12.0), std::sqrt(weight * own + (1.0 - weight) * 9.0), 1e-9);
  // More error than change: nothing is left of its own.
  EXPECT_NEAR(shrunk_innovation(series, 5.0, 3.0, 12.0), std::sqrt((1.0 - weight) * 9.0), 1e-9);
}

RC_GTEST_PROP(Reconcile, MakesTheRateStrayAsAsked, ()) {
  const auto positive = [] { return *rc::gen::inRange(1, 400) / 100.0; };
  std::array<double, state::survey_band_count> innovation{positive(), positive(), positive(), positive()};
  const std::array<double, state::survey_band_count> effect{positive(), positive(), positive(), 0.0};
  const double target = positive();
  const double last = innovation.back();
  const double common = reconcile(innovation, effect, target);
  RC_ASSERT(common >= 0.0);
  RC_ASSERT(common <= 1.0);
  RC_ASSERT(innovation.back() == last);
  double apart = 0.0;
  double sum = 0.0;
  for (std::size_t band = 0; band < 3; ++band) {
    apart += std::pow(effect[band] * innovation[band], 2);
    sum += effect[band] * innovation[band];
  }
  RC_ASSERT(std::abs(std::sqrt((1.0 - common) * apart + common * sum * sum) / target - 1.0) < 1e-9);
}

}  // namespace
}  // namespace jobcast::labour
