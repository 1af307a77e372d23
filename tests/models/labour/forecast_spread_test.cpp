#include <gtest/gtest.h>

#include <cmath>

#include "models/labour/log_odds.hpp"
#include "tests/models/labour/frozen_county.hpp"

// What the labour market alone says of October 2024, one year after the last survey: nobody is born, dies or moves.

namespace jobcast::labour {
namespace {

using units::Lane;

constexpr int blocks = 60;
constexpr double count = blocks * static_cast<double>(units::lane_count);

using test::model;

/// The rate of some ages in the survey's population, percent.
Lane rate_in_october(const LabourDraw& draw, state::AgeRange ages) {
  test::FrozenCounty county(model(), draw, false);
  county.pass_months(2024, 1, 10);
  state::CellCounts counts;
  state::count_cells(county.block, time::reference_week(2024, 2), counts);
  Lane employed = Lane::Zero();
  Lane persons = Lane::Zero();
  for (int cell = 0; cell < state::cell_count; ++cell) {
    const int group = cell / state::sex_count;
    if (!ages.contains(state::labour_groups[static_cast<std::size_t>(group)].from)) continue;
    const double coverage = model().start().coverage[static_cast<std::size_t>(state::band_of_labour_group(group))];
    employed += coverage * counts.employed(cell);
    persons += coverage * counts.total(cell);
  }
  return 100.0 * employed / persons;
}

struct Moments {
  double sum = 0.0;
  double squares = 0.0;

  void add(const Lane& values) {
    sum += values.sum();
    squares += values.square().sum();
  }
  [[nodiscard]] double mean() const { return sum / count; }
  [[nodiscard]] double sd() const { return std::sqrt(squares / count - mean() * mean()); }
};

struct Spread {
  Moments forecast;
  Moments frozen;
  Moments behaviour;  ///< the difference of the two, draw by draw
};

Spread spread_of(state::AgeRange ages) {
  Spread spread;
  for (int block = 0; block < blocks; ++block) {
    LabourDraw draw = draw_labour(model(), test::parameters_key, static_cast<std::uint32_t>(16 * block));
    const Lane moving = rate_in_october(draw, ages);
    draw.behaviour = Behaviour::frozen;
    const Lane frozen = rate_in_october(draw, ages);
    spread.forecast.add(moving);
    spread.frozen.add(frozen);
    spread.behaviour.add(moving - frozen);
  }
  return spread;
}

// The counties' rates of 15-64 stray by 1.27 points a year for real; what is not known of the drift comes on top.
TEST(ForecastSpread, OfBehaviourAloneIsWhatTheCountiesShow) {
  double of_drift = 0.0;
  const std::array<double, 3> weight{900 / 0.373, 5800 / 0.859, 8100 / 0.791};
  for (std::size_t band = 0; band < weight.size(); ++band) {
    const TrendState& now = model().history().bands[band].now;
    const double points = 100.0 * slope_at(now.level) * weight[band] / (weight[0] + weight[1] + weight[2]);
    of_drift += std::pow(2.0 * now.drift_sd * points, 2);
  }
  const double expected = std::sqrt(1.27 * 1.27 + of_drift);
  const Spread spread = spread_of({15, 64});
  // 60 blocks of 16: the sample's own error is 2.3 %; log-odds are not quite points.
  EXPECT_NEAR(spread.behaviour.sd() / expected, 1.0, 3.0 / std::sqrt(2.0 * count) + 0.03);
}

// A last value of 76.1 and a history just above it; the counties' changes have a sd of 2.1 in a year with sampling
// error and all, which is 1.4 (1.1 to 1.8).
TEST(ForecastSpread, OfTheRateOf15To64IsBetweenTheLastSurveyAndItsHistory) {
  const Spread spread = spread_of({15, 64});
  EXPECT_GT(spread.forecast.mean(), 76.1);
  EXPECT_LT(spread.forecast.mean(), 77.3);
  const double published = std::hypot(spread.forecast.sd(), 1.4);
  EXPECT_GT(published, 1.9);
  EXPECT_LT(published, 2.3);
  EXPECT_LT(std::abs(spread.behaviour.mean()), 0.25);
}

// Up by 2.9 points a year since 2013. Other counties rose by 0.8 to 1: half of it or less goes on.
TEST(ForecastSpread, DampsTheRiseAt65AndOver) {
  const Spread spread = spread_of({65, 100});
  EXPECT_GT(spread.behaviour.mean(), 0.3);
  EXPECT_LT(spread.behaviour.mean(), 1.5);
  EXPECT_GT(spread.forecast.sd(), 2.0);
}

TEST(ForecastSpread, OfTheYoungIsWide) {
  const Spread spread = spread_of({15, 29});
  EXPECT_GT(spread.forecast.mean(), 37.0);
  EXPECT_LT(spread.forecast.mean(), 43.0);
  EXPECT_GT(spread.forecast.sd(), 3.0);
}

}  // namespace
}  // namespace jobcast::labour
