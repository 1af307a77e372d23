#include "models/population/chance.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "models/population/population_step.hpp"
#include "tests/models/population/jeongseon.hpp"
#include "tests/models/population/made_model.hpp"

namespace jobcast::population {
namespace {

struct Moments {
  double mean = 0.0;
  double variance = 0.0;
  double count = 0.0;

  explicit Moments(const std::vector<double>& values) : count(static_cast<double>(values.size())) {
    for (const double value : values) mean += value / count;
    for (const double value : values) variance += (value - mean) * (value - mean) / (count - 1.0);
  }
  [[nodiscard]] double error_of_mean() const { return std::sqrt(variance / count); }
};

TEST(Chance, KeepsTheMeanOfSmallCells) {
  EventLanes expected;
  expected.fill(2.0);
  std::vector<double> births;
  for (std::uint32_t block = 0; block < 400; ++block) {
    Chance chance;
    chance.begin(test::chance_key, block * units::lane_count);
    EventLanes factors;
    chance.draw(expected, factors);
    for (const double factor : factors.births[1]) births.push_back(2.0 * factor);
  }
  EXPECT_NEAR(Moments(births).mean, 2.0, 4.0 * std::sqrt(2.0 / 6400.0));
}

TEST(Chance, HasMeanOneAndThePoissonVariance) {
  EventLanes expected;
  expected.fill(20.0);
  std::vector<double> deaths;
  for (std::uint32_t block = 0; block < 400; ++block) {
    Chance chance;
    chance.begin(test::chance_key, block * units::lane_count);
    EventLanes factors;
    chance.draw(expected, factors);
    for (const double factor : factors.deaths[3]) deaths.push_back(20.0 * factor);
  }
  const Moments moments(deaths);
  EXPECT_NEAR(moments.mean, 20.0, 4.0 * std::sqrt(20.0 / moments.count));
  // Fourth moment of this lognormal: the variance's relative standard error is about sqrt(2.9 / n).
  EXPECT_NEAR(moments.variance, 20.0, 4.0 * 20.0 * std::sqrt(2.9 / moments.count));
}

TEST(Chance, LeavesWhereNothingIsExpectedAlone) {
  EventLanes expected;
  expected.fill(0.0);
  EventLanes factors;
  Chance chance;
  chance.begin(test::chance_key, 0);
  chance.draw(expected, factors);
  EXPECT_TRUE((factors.births[0] == 1.0).all());
  EXPECT_TRUE((factors.leavers[5] == 1.0).all());
}

TEST(Chance, DrawsCellsIndependently) {
  EventLanes expected;
  expected.fill(100.0);
  double together = 0.0;
  double count = 0.0;
  for (std::uint32_t block = 0; block < 200; ++block) {
    Chance chance;
    chance.begin(test::chance_key, block * units::lane_count);
    EventLanes factors;
    chance.draw(expected, factors);
    together += ((factors.deaths[0] - 1.0) * (factors.deaths[1] - 1.0) * 100.0).sum();
    together += ((factors.deaths[2] - 1.0) * (factors.leavers[2] - 1.0) * 100.0).sum();
    count += 2.0 * units::lane_count;
  }
  EXPECT_LT(std::abs(together / count), 4.0 / std::sqrt(count));
}

TEST(Chance, MeanOfManyLanesIsTheDeterministicRun) {
  const PopulationModel model(test::jeongseon());
  const PopulationDraw draw = central_population(model);
  PopulationStep step;
  state::CountyBlock block(2023, 5);
  MonthFlows flows;
  const auto run = [&](std::uint32_t first_draw, bool with_chance, std::vector<double>& deaths) {
    step.begin_block(model, draw, test::chance_key, first_draw, with_chance);
    step.open(block);
    units::Lane died = units::Lane::Zero();
    for (int year = 2024; year <= 2025; ++year) {
      step.begin_year(block, year);
      for (int month = 1; month <= 12; ++month) {
        step.step_month(block, time::first_of_month(year, month), flows);
        if (year == 2024) died += flows.deaths[0] + flows.deaths[1];
      }
      step.end_year(block);
    }
    deaths.insert(deaths.end(), died.begin(), died.end());
    return test::total_of(block);
  };
  std::vector<double> ignored;
  const double certain = run(0, false, ignored)[0];
  std::vector<double> totals;
  std::vector<double> deaths;
  for (std::uint32_t first = 0; first < 1024; first += units::lane_count) {
    const units::Lane total = run(first, true, deaths);
    totals.insert(totals.end(), total.begin(), total.end());
  }
  const Moments moments(totals);
  EXPECT_NEAR(moments.mean, certain, 4.0 * moments.error_of_mean());
  EXPECT_NEAR(Moments(deaths).mean, ignored[0], 4.0 * std::sqrt(ignored[0] / 1024.0));
  EXPECT_NEAR(Moments(deaths).variance / ignored[0], 1.0, 4.0 * std::sqrt(2.0 / 1024.0) + 0.03);
}

}  // namespace
}  // namespace jobcast::population
