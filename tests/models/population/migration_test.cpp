#include "models/population/migration.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "models/population/open_population.hpp"
#include "tests/models/population/jeongseon.hpp"

namespace jobcast::population {
namespace {

constexpr double crude = 0.095;

std::vector<Transition> made_transitions(const SexAgeArray& leaving, const SexAgeArray& effectiveness,
                                         const std::vector<double>& shifts) {
  std::vector<Transition> transitions;
  for (std::size_t t = 0; t < shifts.size(); ++t) {
    Transition transition{.year = 2020 + static_cast<int>(t),
                          .expected = open_population(test::jeongseon(), 2023),
                          .deaths = {},
                          .counted = {}};
    const auto net = [&](std::size_t sex, std::size_t age) {
      return leaving[sex][age] * (effectiveness[sex][age] + shifts[t]);
    };
    for (const state::Sex sex : state::sexes) {
      const auto s = static_cast<std::size_t>(sex);
      for (int from = 0; from <= 100; from += 5) {
        Margin margin{.sex = sex, .ages = {from, std::min(from + 4, 100)}, .persons = 0.0};
        for (auto age = static_cast<std::size_t>(from); age <= static_cast<std::size_t>(margin.ages.to); ++age) {
          const double rate = 0.5 * (net(s, age) + (age > 0 ? net(s, age - 1) : 0.0));
          margin.persons += transition.expected.persons[s][age] * (1.0 + rate);
        }
        transition.counted.push_back(margin);
      }
    }
    transitions.push_back(transition);
  }
  return transitions;
}

TEST(RogersCastro, MovesTheYoungMostAndTheOldLeast) {
  const AgeArray schedule = RogersCastro{}.schedule();
  const auto peak = std::max_element(schedule.begin() + 10, schedule.end()) - schedule.begin();
  // The standard schedule peaks at mu + ln(lambda / alpha) / lambda = 23.5 years.
  EXPECT_NEAR(static_cast<double>(peak), 23.0, 1.0);
  EXPECT_GT(schedule[0], schedule[12]);
  EXPECT_NEAR(schedule[23] / schedule[70], 4.0, 0.7);
}

TEST(Migration, ScalesLeavingToTheCrudeRate) {
  const auto population = open_population(test::jeongseon(), 2023);
  const SexAgeArray hazards = leaving_hazards(population, crude);
  double leavers = 0.0;
  for (std::size_t sex = 0; sex < 2; ++sex) {
    for (std::size_t age = 0; age < age_count; ++age) leavers += hazards[sex][age] * population.persons[sex][age];
  }
  EXPECT_NEAR(leavers / population.sum({0, 100}), crude, 1e-12);
}

TEST(Migration, RecoversASmoothEffectivenessFromCountsMadeWithIt) {
  const SexAgeArray leaving = leaving_hazards(open_population(test::jeongseon(), 2023), crude);
  SexAgeArray truth{};
  for (std::size_t sex = 0; sex < 2; ++sex) {
    for (std::size_t age = 0; age < age_count; ++age) {
      truth[sex][age] =
          -0.3 * std::exp(-0.5 * std::pow((static_cast<double>(age) - 25.0) / 9.0, 2)) + 0.1 * static_cast<double>(sex);
    }
  }
  const auto net = estimate_migration(made_transitions(leaving, truth, {0.0, 0.0, 0.0}), leaving, {});
  for (std::size_t sex = 0; sex < 2; ++sex) {
    for (std::size_t age = 15; age < 80; ++age) {
      EXPECT_NEAR(net.effectiveness[sex][age], truth[sex][age], 0.05) << "sex " << sex << " age " << age;
    }
  }
  EXPECT_NEAR(net.yearly_sd, 0.0, 1e-4);
}

TEST(Migration, WeighsTheLatestYearMostAndReportsTheSpread) {
  const SexAgeArray leaving = leaving_hazards(open_population(test::jeongseon(), 2023), crude);
  const auto transitions = made_transitions(leaving, {}, {0.3, 0.0});
  const auto net = estimate_migration(transitions, leaving, {.smoothing = 300.0, .half_life_years = 1.0});
  // Weights 1/2 and 1: the level of the forecast lies a third of the way to the earlier year.
  EXPECT_NEAR(net.effectiveness[0][40], 0.1, 0.01);
  EXPECT_NEAR(net.level.at(2020) / crude, 0.2, 0.02);
  EXPECT_NEAR(net.level.at(2021) / crude, -0.1, 0.01);
  EXPECT_NEAR(net.yearly_sd / crude, 0.3 / std::sqrt(2.0), 0.03);
}

TEST(Migration, AssumesNoNetMigrationWithoutAnyYearToLearnFrom) {
  const auto net = estimate_migration({}, {}, {});
  for (const auto& ages : net.effectiveness) {
    for (const double value : ages) EXPECT_EQ(value, 0.0);
  }
  EXPECT_GT(net.yearly_sd, 0.0);
}

// Residual of the register 2022 to 2023 after ageing, births and deaths: about -420 over all ages.
TEST(Migration, LeavesAbout420PersonsMissingIn2023) {
  const auto transitions = read_transitions(test::jeongseon(), 2023, 1.03);
  ASSERT_EQ(transitions.size(), 4U);
  const Transition& last = transitions.back();
  double counted = 0.0;
  for (const Margin& margin : last.counted) counted += margin.persons;
  EXPECT_NEAR(counted - last.expected.sum({0, 100}), -420.0, 25.0);
}

TEST(Migration, TakesThePeopleInTheirTwentiesAway) {
  const auto plan = test::jeongseon();
  const auto population = open_population(plan, 2023);
  const SexAgeArray leaving = leaving_hazards(population, crude);
  const auto net = estimate_migration(read_transitions(plan, 2023, 1.03), leaving, {});
  const auto persons = [&](int from, int to) {
    double sum = 0.0;
    for (std::size_t sex = 0; sex < 2; ++sex) {
      for (auto age = static_cast<std::size_t>(from); age <= static_cast<std::size_t>(to); ++age) {
        sum += population.persons[sex][age] * leaving[sex][age] * net.effectiveness[sex][age];
      }
    }
    return sum;
  };
  EXPECT_LT(persons(20, 29), -150.0);
  EXPECT_GT(persons(55, 64), 0.0);
  EXPECT_NEAR(persons(0, 100), -420.0, 60.0);
}

}  // namespace
}  // namespace jobcast::population
