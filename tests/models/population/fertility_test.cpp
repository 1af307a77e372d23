#include "models/population/fertility.hpp"

#include <gtest/gtest.h>

#include <numeric>

#include "models/population/open_population.hpp"
#include "tests/models/population/jeongseon.hpp"

namespace jobcast::population {
namespace {

const std::vector<FertilityShare> korea{{{15, 19}, 0.00387}, {{20, 24}, 0.02728}, {{25, 29}, 0.16406},
                                        {{30, 34}, 0.47362}, {{35, 39}, 0.27856}, {{40, 44}, 0.05073},
                                        {{45, 49}, 0.00189}};

TEST(Fertility, GivesEachAgeGroupItsPublishedShareExactly) {
  const AgeArray pattern = open_fertility(korea);
  for (const FertilityShare& group : korea) {
    const double sum = std::accumulate(pattern.begin() + group.ages.from, pattern.begin() + group.ages.to + 1, 0.0);
    EXPECT_NEAR(sum, group.share, 1e-14) << "from age " << group.ages.from;
  }
  EXPECT_EQ(pattern[14], 0.0);
  EXPECT_EQ(pattern[50], 0.0);
}

TEST(Fertility, RisesToOnePeakAndFallsAgain) {
  const AgeArray pattern = open_fertility(korea);
  const auto peak = std::max_element(pattern.begin(), pattern.end());
  EXPECT_TRUE(std::is_sorted(pattern.begin() + 15, peak));
  EXPECT_TRUE(std::is_sorted(peak, pattern.begin() + 50, std::greater<>()));
  EXPECT_NEAR(static_cast<double>(peak - pattern.begin()), 32.5, 1.0);
}

TEST(Fertility, KeepsAShareOfZeroAtZero) {
  auto groups = korea;
  groups.front().share = 0.0;
  const AgeArray pattern = open_fertility(groups);
  for (std::size_t age = 15; age < 20; ++age) EXPECT_EQ(pattern[age], 0.0) << age;
}

TEST(Fertility, InterpolatesBetweenPublishedYearsAndKnowsNothingLater) {
  const auto plan = test::jeongseon();
  const Fertility known(plan, 2023);
  EXPECT_DOUBLE_EQ(known.total(2018), 0.93);
  EXPECT_DOUBLE_EQ(known.total(2023), 0.971);
  EXPECT_NEAR(known.total(2020), 0.93 + 0.041 * 2 / 5, 1e-12);
  EXPECT_DOUBLE_EQ(known.total(2010), 1.09);
  EXPECT_DOUBLE_EQ(Fertility(plan, 2021).total(2023), 0.93);
  const AgeArray rates = known.rates(2023);
  EXPECT_NEAR(std::accumulate(rates.begin(), rates.end(), 0.0), 0.971, 1e-12);
}

// Statistics Korea: 96 births in 2023. A Poisson standard error is 9.8.
TEST(Fertility, ExplainsTheCountysBirthsOf2023) {
  const auto plan = test::jeongseon();
  const AgeArray rates = Fertility(plan, 2023).rates(2023);
  const auto before = open_population(plan, 2022);
  const auto after = open_population(plan, 2023);
  double births = 0.0;
  for (int age = 15; age < 50; ++age) {
    const double women = 0.5 * (before.of(state::Sex::female, age) + after.of(state::Sex::female, age));
    births += women * rates[static_cast<std::size_t>(age)];
  }
  EXPECT_NEAR(births, 96.0, 5.0);
}

}  // namespace
}  // namespace jobcast::population
