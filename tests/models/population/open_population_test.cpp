#include "models/population/open_population.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "models/population/composite_link.hpp"
#include "models/population/population_facts.hpp"
#include "models/population/raking.hpp"
#include "tests/models/population/jeongseon.hpp"

namespace jobcast::population {
namespace {

void expect_all_totals_met(const plan::Plan& plan, int year) {
  const auto pyramid = open_population(plan, year);
  const auto margins = year_end_margins(plan, "population", year);
  ASSERT_FALSE(margins.empty());
  for (const Margin& margin : margins) {
    EXPECT_NEAR(total_within(pyramid, margin), margin.persons, 1e-9) << margin.fact->row << " " << year;
  }
  for (const state::Sex sex : state::sexes) {
    for (int age = 0; age <= state::oldest_age; ++age) {
      EXPECT_GT(pyramid.of(sex, age), 0.0) << "age " << age << " in " << year;
    }
  }
}

TEST(OpenPopulation, MeetsEveryPublishedTotalOfEveryYear) {
  const auto plan = test::jeongseon();
  for (int year = 2019; year <= 2023; ++year) expect_all_totals_met(plan, year);
}

TEST(OpenPopulation, MeetsThemWithWhateverAPackLeavesOut) {
  for (const bool residents : {true, false}) {
    for (const bool register_2020 : {true, false}) {
      for (const bool by_sex : {true, false}) {
        for (const bool mortality : {true, false}) {
          const auto plan = test::jeongseon({residents, register_2020, by_sex, mortality});
          SCOPED_TRACE(testing::Message() << residents << register_2020 << by_sex << mortality);
          expect_all_totals_met(plan, 2019);
          expect_all_totals_met(plan, 2023);
        }
      }
    }
  }
}

TEST(OpenPopulation, OpensATotalAloneLikeASurvivorsPattern) {
  const auto plan = test::plan_with({test::fact("population", "2023", "both", "all", 1000)});
  const auto pyramid = open_population(plan, 2023);
  EXPECT_NEAR(pyramid.sum({0, 100}), 1000.0, 1e-9);
  EXPECT_GT(pyramid.sum({20, 24}), pyramid.sum({90, 94}));
}

TEST(OpenPopulation, ReadsThePublishedSexOfGroupsToo) {
  const auto pyramid = open_population(test::jeongseon(), 2023);
  EXPECT_NEAR(pyramid.sum(state::Sex::male, {15, 29}), 1925.0, 1e-9);
  EXPECT_NEAR(pyramid.sum(state::Sex::female, {60, 100}), 8104.0, 1e-9);
  EXPECT_NEAR(pyramid.sum({60, 64}), 4281.0, 1e-9);
  EXPECT_NEAR(pyramid.sum({0, 100}), 34202.0, 1e-9);
}

TEST(OpenPopulation, SeesNothingLaterThanItIsAllowedTo) {
  const auto with = test::jeongseon({.residents = true, .register_2020 = false, .by_sex_2023 = false});
  const auto without = test::jeongseon({.residents = false, .register_2020 = false, .by_sex_2023 = false});
  const auto open = open_population(with, 2021, 2021);
  EXPECT_EQ(open.persons, open_population(without, 2021).persons);
  EXPECT_NE(open.persons, open_population(with, 2021).persons);
}

TEST(OpenPopulation, NamesAYearWithoutCounts) {
  try {
    (void)open_population(test::jeongseon(), 2010);
    FAIL();
  } catch (const input::InputError& error) {
    EXPECT_EQ(error.faults().front().problem.id, "population.no_facts");
    EXPECT_EQ(error.faults().front().problem.arguments, std::vector<std::string>{"2010"});
  }
}

TEST(OpenPopulation, RefusesTotalsThatContradictEachOther) {
  const auto plan = test::plan_with({test::fact("population", "2023", "both", "0-14", 100),
                                     test::fact("population", "2023", "both", "15+", 900),
                                     test::fact("population", "2023", "both", "all", 1001)});
  try {
    (void)open_population(plan, 2023);
    FAIL();
  } catch (const input::InputError& error) {
    EXPECT_EQ(error.faults().front().problem.id, "population.totals_disagree");
  }
}

TEST(OpenPopulation, ListsTheYearsAPackCounts) {
  EXPECT_EQ(population_years(test::jeongseon()), (std::vector<int>{2019, 2020, 2021, 2022, 2023}));
}

TEST(PopulationFacts, ReadAgesAsPacksWriteThem) {
  EXPECT_EQ(parse_ages("0-14")->to, 14);
  EXPECT_EQ(parse_ages("65+")->from, 65);
  EXPECT_EQ(parse_ages("65+")->to, 100);
  EXPECT_EQ(parse_ages("7")->from, 7);
  EXPECT_EQ(parse_ages("all")->to, 100);
  for (const char* wrong : {"x", "15-", "-3", "20-15", "+", "15–29"}) EXPECT_FALSE(parse_ages(wrong)) << wrong;
  EXPECT_EQ(year_end_of("2023-12-31"), 2023);
  EXPECT_EQ(year_end_of("2023"), 2023);
  EXPECT_FALSE(year_end_of("2023H2"));
  EXPECT_FALSE(year_end_of("2020-2025"));
}

// Rizzi, Gampe & Eilers (2015): a smooth density is recovered from its groups.
TEST(CompositeLink, RecoversASmoothPatternFromItsGroups) {
  Eigen::VectorXd truth(101);
  for (int age = 0; age <= 100; ++age) truth[age] = 400.0 * std::exp(-0.5 * std::pow((age - 58.0) / 22.0, 2));
  GroupedCounts data;
  data.counts.resize(20);
  for (int group = 0; group < 20; ++group) {
    const int to = group == 19 ? 100 : 5 * group + 4;
    data.groups.push_back({5 * group, to});
    data.counts[group] = truth.segment(5 * group, to - 5 * group + 1).sum();
  }
  const auto fit = open_groups(data, Eigen::VectorXd::Ones(101));
  EXPECT_LT((fit.cells - truth).cwiseAbs().sum() / truth.sum(), 0.005) << "lambda " << fit.lambda;
}

TEST(CompositeLink, KeepsTheOffsetsPatternWhereOneGroupSaysNothing) {
  Eigen::VectorXd offset(101);
  for (int age = 0; age <= 100; ++age) offset[age] = 1.0 + age % 7;
  GroupedCounts data{.groups = {{0, 100}}, .counts = Eigen::VectorXd::Constant(1, 5000.0)};
  const auto fit = open_groups(data, offset, 100.0);
  for (int age = 0; age <= 100; ++age) EXPECT_NEAR(fit.cells[age], 5000.0 * offset[age] / offset.sum(), 0.01) << age;
}

RC_GTEST_PROP(Raking, MeetsConsistentMarginsAndKeepsRatiosWithinThem, ()) {
  state::AgePyramid truth;
  state::AgePyramid pyramid;
  for (auto& ages : truth.persons) {
    for (double& cell : ages) cell = *rc::gen::inRange(0, 400);
  }
  for (auto& ages : pyramid.persons) {
    for (double& cell : ages) cell = *rc::gen::inRange(1, 400);
  }
  std::vector<Margin> margins;
  for (const auto& ages : state::plan_age_groups) {
    margins.push_back({.sex = std::nullopt, .ages = ages, .persons = truth.sum(ages)});
  }
  for (const state::Sex sex : state::sexes) {
    margins.push_back({.sex = sex, .ages = {0, 100}, .persons = truth.sum(sex, {0, 100})});
  }
  const state::AgePyramid before = pyramid;
  RC_ASSERT(rake(pyramid, margins) < 1e-9);
  for (const Margin& margin : margins) RC_ASSERT(std::abs(total_within(pyramid, margin) - margin.persons) < 1e-9);
  const double ratio = pyramid.of(state::Sex::male, 33) / pyramid.of(state::Sex::male, 38);
  const double ratio_before = before.of(state::Sex::male, 33) / before.of(state::Sex::male, 38);
  RC_ASSERT(!(pyramid.of(state::Sex::male, 38) > 0.0) || std::abs(ratio / ratio_before - 1.0) < 1e-9);
}

}  // namespace
}  // namespace jobcast::population
