#include "models/labour/labour_start.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <string>

#include "models/labour/labour_model.hpp"
#include "tests/models/labour/jeongseon.hpp"

namespace jobcast::labour {
namespace {

std::string describe(const FitLine& line) {
  return line.survey + " " + line.item + " " + line.sex + " " + line.age + " " + line.category + ": published " +
         std::to_string(line.published) + ", model " + std::to_string(line.model);
}

class PublishedSurvey : public ::testing::TestWithParam<int> {
 protected:
  [[nodiscard]] LabourStart start() const {
    return open_labour(test::jeongseon(), std::to_string(GetParam()) + "H2", test::registered(GetParam()));
  }
};

// Plan document, tables 7 to 14.
TEST_P(PublishedSurvey, IsMetWithinRoundingOrOneSamplingError) {
  const LabourStart found = start();
  EXPECT_EQ(found.fit.size(), 34U);
  for (const FitLine& line : found.fit) {
    EXPECT_TRUE(line.within) << describe(line);
  }
}

TEST_P(PublishedSurvey, HasEmploymentByBandSexAndStatusMetWithinRounding) {
  for (const FitLine& line : start().fit) {
    if (line.item != "employed" && line.item != "employment_rate") continue;
    EXPECT_NEAR(line.model, line.published, line.rounding + 1e-9) << describe(line);
  }
}

TEST_P(PublishedSurvey, LeavesSharesThatSumToOne) {
  for (const auto& shares : start().shares) {
    EXPECT_NEAR(std::accumulate(shares.begin(), shares.end(), 0.0), 1.0, 1e-12);
    for (const double share : shares) EXPECT_GT(share, 0.0);
  }
}

INSTANTIATE_TEST_SUITE_P(Jeongseon, PublishedSurvey, ::testing::Values(2022, 2023),
                         [](const auto& year) { return std::to_string(year.param); });

TEST(LabourModel, MeetsTheLastSurveyAndTheOneAYearBefore) {
  const LabourModel model(test::jeongseon(), test::registered());
  EXPECT_EQ(model.start().survey, "2023H2");
  EXPECT_EQ(model.year_before().survey, "2022H2");
  for (const LabourStart* start : {&model.start(), &model.year_before()}) {
    EXPECT_EQ(start->fit.size(), 34U);
    for (const FitLine& line : start->fit) EXPECT_TRUE(line.within) << describe(line);
  }
}

// Survey population over the register, end of 2023: 2.41 / 3.43 thousand at 15-29, 10.85 / 11.25 at 65 and over.
TEST(LabourStart, FindsWhomTheSurveySees) {
  const LabourStart start = open_labour(test::jeongseon(), "2023H2", test::registered());
  EXPECT_NEAR(start.coverage[0], 0.70, 0.04);
  EXPECT_NEAR(start.coverage[1], 1.04, 0.02);
  EXPECT_NEAR(start.coverage[2], 0.965, 0.015);
  EXPECT_NEAR(start.coverage[3], 0.965, 0.015);
}

TEST(LabourStart, WorksFromOneCountAndOneRate) {
  const LabourStart start = open_labour(test::jeongseon({.totals_only = true}), "2023H2", test::registered());
  ASSERT_EQ(start.fit.size(), 2U);
  for (const FitLine& line : start.fit) EXPECT_NEAR(line.model, line.published, line.rounding) << describe(line);
  double employed = 0.0;
  for (int cell = 0; cell < state::cell_count; ++cell) {
    const auto& shares = start.shares[static_cast<std::size_t>(cell)];
    const auto group = static_cast<std::size_t>(cell / state::sex_count);
    const auto band = static_cast<std::size_t>(state::band_of_labour_group(cell / state::sex_count));
    employed += start.coverage[band] * (shares[2] + shares[3] + shares[4]) *
                test::registered().sum(state::sexes[static_cast<std::size_t>(cell % 2)], state::labour_groups[group]);
  }
  EXPECT_NEAR(employed, 21800.0, 50.0);
}

TEST(LabourStart, NamesTheSurveyItCannotFind) {
  try {
    open_labour(test::jeongseon(), "2021H2", test::registered());
    // Rates by band of 2021H2 are in the history: they are enough.
    open_labour(test::jeongseon(), "2030H2", test::registered());
    FAIL() << "nothing was published of 2030H2";
  } catch (const input::InputError& error) {
    EXPECT_EQ(error.faults().at(0).problem.id, "labour.no_survey");
    EXPECT_EQ(error.faults().at(0).problem.arguments.at(0), "2030H2");
  }
}

}  // namespace
}  // namespace jobcast::labour
