#include "models/population/trajectories.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

#include "models/population/life_table.hpp"

namespace jobcast::population {
namespace {

using state::AgeGroupCounts;
using units::Lane;

constexpr int year_count = 20;  // more than people can grow older without being moved

Population<double> some_people() {
  Population<double> people{};
  for (std::size_t sex = 0; sex < 2; ++sex) {
    for (std::size_t age = 0; age < age_count; ++age) {
      people[sex][age] = std::max(0.0, 400.0 - 4.0 * static_cast<double>(age) + static_cast<double>(age * sex % 7));
    }
  }
  return people;
}

std::vector<AnnualRates> some_years() {
  std::vector<AnnualRates> years(year_count);
  for (std::size_t year = 0; year < years.size(); ++year) {
    AnnualRates& rates = years[year];
    for (std::size_t sex = 0; sex < 2; ++sex) {
      AgeArray death{};
      for (std::size_t age = 0; age < age_count; ++age) {
        death[age] = (2.0 - static_cast<double>(sex)) * std::pow(0.99, static_cast<double>(year)) *
                     (1e-4 + 1.5e-5 * std::exp(0.1 * static_cast<double>(age)));
        rates.net_migrants[sex][age] = age > 17 && age < 30 ? -150.0 : 0.02 * static_cast<double>(age);
      }
      rates.survival[sex] = survival_ratios(make_life_table(death));
    }
    for (std::size_t age = 15; age < 50; ++age) rates.fertility[age] = 0.02 + 0.0005 * static_cast<double>(age % 9);
    rates.boys_per_girl = 1.05;
  }
  return years;
}

struct Alone {
  std::vector<std::array<double, 14>> kept;
  int emptied = 0;  ///< ages that would have held fewer than nobody
};

/// One trajectory by the scalar step, with the survival of its own mortality.
Alone alone(const std::vector<AnnualRates>& years, double mortality, double fertility, double migration) {
  auto people = some_people();
  Alone result;
  auto& kept = result.kept;
  for (AnnualRates rates : years) {
    for (auto& ages : rates.survival) {
      for (double& survival : ages) survival = std::pow(survival, mortality);
    }
    step_annual(people, rates, MigrationConvention::end_of_step, fertility, migration);
    kept.emplace_back();
    for (std::size_t sex = 0; sex < 2; ++sex) {
      for (std::size_t age = 0; age < age_count; ++age) {
        result.emptied += people[sex][age] < 0.0 ? 1 : 0;
        people[sex][age] = std::max(0.0, people[sex][age]);
        for (std::size_t group = 0; group < state::plan_age_groups.size(); ++group) {
          if (state::plan_age_groups[group].contains(static_cast<int>(age))) {
            kept.back()[2 * group + sex] += people[sex][age];
          }
        }
      }
    }
  }
  return result;
}

TrajectoryFactors some_factors() {
  return {.mortality = Lane::LinSpaced(0.0, 2.0),
          .fertility = Lane::LinSpaced(1.6, 0.4),
          .migration = Lane::LinSpaced(-0.5, 3.0)};
}

TEST(Trajectories, AreTheAnnualStepWithEachTrajectorysOwnSurvival) {
  const auto years = some_years();
  const TrajectoryModel model(some_people(), years);
  const auto factors = some_factors();
  std::vector<AgeGroupCounts> kept(years.size());
  model.project(factors, kept);
  int emptied = 0;
  for (int lane = 0; lane < units::lane_count; ++lane) {
    const auto expected = alone(years, factors.mortality[lane], factors.fertility[lane], factors.migration[lane]);
    for (std::size_t year = 0; year < years.size(); ++year) {
      for (std::size_t group = 0; group < 14; ++group) {
        const double exact = expected.kept[year][group];
        EXPECT_NEAR(kept[year][group][lane], exact, 1e-12 * std::max(1.0, exact))
            << lane << ' ' << year << ' ' << group;
      }
    }
    emptied += expected.emptied;
  }
  EXPECT_GT(emptied, 0) << "nothing was said of counts below zero";
}

TEST(Trajectories, OfALaneDoNotDependOnItsNeighbours) {
  const auto years = some_years();
  const TrajectoryModel model(some_people(), years);
  TrajectoryFactors factors = some_factors();
  std::vector<AgeGroupCounts> kept(years.size()), reversed(years.size());
  model.project(factors, kept);
  for (Lane* lanes : {&factors.mortality, &factors.fertility, &factors.migration}) *lanes = lanes->reverse().eval();
  model.project(factors, reversed);
  for (std::size_t year = 0; year < years.size(); ++year) {
    for (std::size_t group = 0; group < 14; ++group) {
      EXPECT_TRUE((kept[year][group] == reversed[year][group].reverse()).all());
    }
  }
}

TEST(Trajectories, RefuseWhatThePolynomialsAreNotMadeFor) {
  auto years = some_years();
  const TrajectoryModel model(some_people(), years);
  std::vector<AgeGroupCounts> kept(years.size());
  TrajectoryFactors factors = some_factors();
  factors.mortality[3] = 2.1;
  EXPECT_THROW(model.project(factors, kept), std::invalid_argument);
  factors = some_factors();
  EXPECT_THROW(model.project(factors, std::span(kept).first(3)), std::invalid_argument);
  years[4].survival[1][70] = 0.0;
  EXPECT_THROW(TrajectoryModel(some_people(), years), std::invalid_argument);
}

}  // namespace
}  // namespace jobcast::population
