#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>
#include <functional>
#include <vector>

#include "models/population/hamilton_perry.hpp"
#include "models/population/open_population.hpp"
#include "models/population/population_step.hpp"
#include "models/state/cell_counts.hpp"
#include "tests/models/population/jeongseon.hpp"
#include "tests/models/population/made_model.hpp"

namespace jobcast::population {
namespace {

using Groups = std::array<double, state::plan_age_groups.size()>;
/// Forecast of one group table a year, from origin + 1 on, knowing nothing later than the origin.
using Forecast = std::function<std::vector<Groups>(int origin)>;

constexpr int last_year = 2023;

Groups groups_of(const state::AgePyramid& pyramid) {
  Groups groups{};
  for (std::size_t group = 0; group < groups.size(); ++group)
    groups[group] = pyramid.sum(state::plan_age_groups[group]);
  return groups;
}

std::vector<Groups> central_run(const PopulationModel& model) {
  const PopulationDraw draw = central_population(model);
  state::CountyBlock block(model.start_year(), model.last_year() - model.start_year());
  PopulationStep step;
  step.begin_block(model, draw, test::chance_key, 0, false);
  step.open(block);
  std::vector<Groups> result;
  for (int year = model.start_year() + 1; year <= model.last_year(); ++year) {
    MonthFlows flows;
    step.begin_year(block, year);
    for (int month = 1; month <= 12; ++month) step.step_month(block, time::first_of_month(year, month), flows);
    step.end_year(block);
    state::AgeGroupCounts counts;
    state::count_age_groups(block, counts);
    Groups groups{};
    for (std::size_t group = 0; group < groups.size(); ++group)
      groups[group] = counts[2 * group][0] + counts[2 * group + 1][0];
    result.push_back(groups);
  }
  return result;
}

/// Mean over origins 2020-2022 and horizons of the share of persons in the wrong age group, in percent.
double error_of(const plan::Plan& plan, const char* name, const Forecast& forecast) {
  double sum = 0.0;
  int count = 0;
  std::printf("%-22s", name);
  for (int origin = 2020; origin < last_year; ++origin) {
    const auto groups = forecast(origin);
    for (int year = origin + 1; year <= last_year; ++year) {
      const Groups truth = groups_of(open_population(plan, year));
      double miss = 0.0;
      double persons = 0.0;
      for (std::size_t group = 0; group < truth.size(); ++group) {
        miss += std::abs(groups[static_cast<std::size_t>(year - origin - 1)][group] - truth[group]);
        persons += truth[group];
      }
      std::printf("  %d>%d %.2f", origin, year, 100.0 * miss / persons);
      sum += 100.0 * miss / persons;
      ++count;
    }
  }
  std::printf("  mean %.2f %%\n", sum / count);
  return sum / count;
}

TEST(Backtest, SmoothRatesBeatOneUniformRateAndHamiltonPerryOn2019To2023) {
  using Shape = MigrationSettings::Shape;
  const auto plan = test::jeongseon();
  const auto with = [&](Shape shape) {
    return [&plan, shape](int origin) { return central_run({plan, origin, last_year, {.shape = shape}}); };
  };
  const double smooth = error_of(plan, "smooth", with(Shape::smooth));
  const double level = error_of(plan, "schedule level", with(Shape::schedule_level));
  const double uniform = error_of(plan, "uniform rate", with(Shape::uniform_rate));
  const double ratios = error_of(plan, "Hamilton-Perry", [&](int origin) {
    const auto before = open_population(plan, origin - 1, origin);
    const auto now = open_population(plan, origin, origin);
    std::vector<Groups> result;
    for (int year = origin + 1; year <= last_year; ++year) {
      result.push_back(groups_of(hamilton_perry(before, now, year - origin)));
    }
    return result;
  });
  const double still = error_of(plan, "no change", [&](int origin) {
    return std::vector<Groups>(static_cast<std::size_t>(last_year - origin), groups_of(open_population(plan, origin)));
  });
  EXPECT_LT(smooth, level);
  EXPECT_LT(level, uniform);
  EXPECT_LT(smooth, ratios);
  EXPECT_LT(uniform, still);
}

TEST(Backtest, ForecastOf2023From2022MissesNoGroupByMoreThanItsChance) {
  const auto plan = test::jeongseon();
  const Groups forecast = central_run({plan, 2022, 2023}).front();
  const Groups truth = groups_of(open_population(plan, 2023));
  for (std::size_t group = 0; group < truth.size(); ++group) {
    // Some 20 % of a group's members die, come or go in a year: three Poisson standard errors.
    const double chance = 3.0 * std::sqrt(0.2 * truth[group]);
    EXPECT_NEAR(forecast[group], truth[group], chance) << state::plan_age_group_names[group];
  }
}

TEST(Forecast, LosesAboutTwoPercentAYearTo2028) {
  const auto years = central_run(PopulationModel(test::jeongseon()));
  double before = 34202.0;
  for (std::size_t year = 0; year < years.size(); ++year) {
    double total = 0.0;
    for (const double group : years[year]) total += group;
    std::printf("%zu  %.0f (%+.2f %%)\n", 2024 + year, total, 100.0 * (total / before - 1.0));
    EXPECT_NEAR(total / before, 0.98, 0.006) << 2024 + year;
    before = total;
  }
}

TEST(HamiltonPerry, RepeatsAConstantSurvival) {
  state::AgePyramid before = test::even_population(100.0);
  state::AgePyramid now;
  for (const state::Sex sex : state::sexes) {
    for (int age = 0; age <= 100; ++age) now.of(sex, age) = age == 100 ? 180.0 : 90.0;
  }
  const auto next = hamilton_perry(before, now, 1);
  EXPECT_NEAR(next.of(state::Sex::male, 40), 81.0, 1e-9);
  EXPECT_NEAR(next.of(state::Sex::female, 0),
              90.0 * next.sum(state::Sex::female, {15, 49}) / now.sum(state::Sex::female, {15, 49}), 1e-9);
}

}  // namespace
}  // namespace jobcast::population
