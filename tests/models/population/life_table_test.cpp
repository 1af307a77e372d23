#include "models/population/life_table.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "models/population/mortality.hpp"
#include "tests/models/population/jeongseon.hpp"

namespace jobcast::population {
namespace {

double group_rate(const LifeTable& table, int from, int to) {
  double deaths = 0.0;
  double years = 0.0;
  for (auto age = static_cast<std::size_t>(from); age <= static_cast<std::size_t>(to); ++age) {
    deaths += table.rate[age] * table.lived[age];
    years += table.lived[age];
  }
  return deaths / years;
}

TEST(LifeTable, ReproducesTheAbridgedRatesItIsGraduatedFrom) {
  std::vector<AbridgedRate> groups{{0, 0.002322}, {1, 0.000178}, {5, 0.000087}};
  for (int from = 10; from <= 100; from += 5) groups.push_back({from, 5e-5 * std::exp(0.1 * (from - 10))});
  const LifeTable table = make_life_table(graduate(groups));
  for (std::size_t group = 0; group + 1 < groups.size(); ++group) {
    const double rate = group_rate(table, groups[group].from, groups[group + 1].from - 1);
    EXPECT_NEAR(rate / groups[group].rate, 1.0, 1e-9) << "from age " << groups[group].from;
  }
  EXPECT_EQ(table.rate.back(), groups.back().rate);
}

TEST(LifeTable, GraduatesAGompertzLawToItself) {
  const auto law = [](double age) { return 2e-5 * std::exp(0.1 * age); };
  std::vector<AbridgedRate> groups{{0, law(0.5)}, {1, 0.0}};
  for (int from = 5; from <= 100; from += 5) groups.push_back({from, 0.0});
  AgeArray truth{};
  for (std::size_t age = 0; age < truth.size(); ++age) truth[age] = law(static_cast<double>(age) + 0.5);
  const LifeTable exact = make_life_table(truth);
  for (std::size_t group = 1; group < groups.size(); ++group) {
    const int to = group + 1 < groups.size() ? groups[group + 1].from - 1 : state::oldest_age;
    groups[group].rate = group_rate(exact, groups[group].from, to);
  }
  const AgeArray opened = graduate(groups);
  for (std::size_t age = 5; age < 95; ++age) EXPECT_NEAR(opened[age] / truth[age], 1.0, 0.004) << "age " << age;
}

TEST(LifeTable, HasTheExpectancyOfAConstantHazard) {
  AgeArray rates{};
  rates.fill(0.05);
  const LifeTable table = make_life_table(rates);
  // Deaths in the middle of a year of age: exact e0 is 20 years; the first year's share of 0.05 moves it by 0.02.
  EXPECT_NEAR(table.expectancy, 20.0, 0.03);
  EXPECT_EQ(table.alive.front(), 1.0);
  for (std::size_t age = 1; age < rates.size(); ++age) EXPECT_LT(table.alive[age], table.alive[age - 1]) << age;
}

TEST(LifeTable, SurvivalRatiosCarryAStationaryPopulationToItself) {
  AgeArray rates{};
  for (std::size_t age = 0; age < rates.size(); ++age) rates[age] = 1e-4 * std::exp(0.09 * static_cast<double>(age));
  const LifeTable table = make_life_table(rates);
  const AgeArray survival = survival_ratios(table);
  for (std::size_t age = 1; age < 100; ++age)
    EXPECT_NEAR(survival[age] * table.lived[age - 1], table.lived[age], 1e-14);
  EXPECT_NEAR(survival[100] * (table.lived[99] + table.lived[100]), table.lived[100], 1e-14);
}

// United Nations (2024), World Population Prospects: life expectancy at birth 2023, Republic of Korea, 81.19 and 87.16.
// The pack's rates are means of 2020-2025, which hold the epidemic year 2022 (79.57 and 85.77): the mean of the UN's
// own annual figures over the period is 80.58 and 86.78. Between the periods' middles 2023 must lie from that mean to
// the published year, some 0.4 years short of it.
TEST(Mortality, Gives2023ALifeExpectancyBetweenThePeriodsMeanAndThePublishedYear) {
  const SexAgeArray rates = Mortality(test::jeongseon()).rates(2023);
  const double men = make_life_table(rates[0]).expectancy;
  const double women = make_life_table(rates[1]).expectancy;
  EXPECT_GT(men, 80.58);
  EXPECT_LT(men, 81.19);
  EXPECT_GT(women, 86.78);
  EXPECT_LT(women, 87.16);
}

// The UN's own mean of 2020 to 2024 and of 2025 to 2029, from the annual figures.
TEST(Mortality, KeepsThePeriodsLifeExpectancyWhenAgesAreOpened) {
  const Mortality mortality(test::jeongseon());
  EXPECT_NEAR(make_life_table(mortality.rates(2022)[0]).expectancy, 80.58, 0.12);
  EXPECT_NEAR(make_life_table(mortality.rates(2022)[1]).expectancy, 86.78, 0.12);
  EXPECT_NEAR(make_life_table(mortality.rates(2027)[0]).expectancy, 81.67, 0.12);
  EXPECT_NEAR(make_life_table(mortality.rates(2027)[1]).expectancy, 87.63, 0.12);
}

TEST(Mortality, IsLogLinearBetweenThePeriodsMiddles) {
  const Mortality mortality(test::jeongseon());
  const auto early = mortality.rates(2022);
  const auto middle = mortality.rates(2024);
  const auto late = mortality.rates(2026);
  for (std::size_t sex = 0; sex < 2; ++sex) {
    for (std::size_t age = 0; age < age_count; ++age) {
      EXPECT_NEAR(middle[sex][age] * middle[sex][age] / (early[sex][age] * late[sex][age]), 1.0, 1e-12) << age;
    }
  }
}

TEST(Mortality, SaysWhenAPackHasNoLifeTable) {
  try {
    const Mortality mortality(test::jeongseon({.mortality = false}));
    FAIL() << "made a life table from nothing";
  } catch (const input::InputError& error) {
    EXPECT_EQ(error.faults().front().problem.id, "population.no_mortality");
  }
}

}  // namespace
}  // namespace jobcast::population
