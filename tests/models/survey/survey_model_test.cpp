#include "models/survey/survey_model.hpp"

#include <gtest/gtest.h>

#include "engine/input/diagnostic.hpp"
#include "models/survey/register_history.hpp"
#include "models/survey/survey_populations.hpp"
#include "tests/models/survey/jeongseon_plan.hpp"

namespace jobcast::survey {
namespace {

std::vector<CoverageObservation> jeongseon_populations() {
  const plan::Plan plan = testing::jeongseon_plan();
  return survey_populations(plan, RegisterHistory(plan, testing::jeongseon_register()));
}

TEST(RegisterHistory, IsLinearBetweenYearEnds) {
  const RegisterHistory history(testing::jeongseon_plan(), testing::jeongseon_register());
  EXPECT_NEAR((*history.on(time::make_date(2022, 12, 31)))[0], 3641.0, 1e-9);
  EXPECT_NEAR((*history.on(time::make_date(2023, 12, 31)))[3], 11'250.0, 1e-9);
  EXPECT_NEAR((*history.on(time::make_date(2023, 7, 1)))[1], 6951.0 + (6490.0 - 6951.0) * 182.0 / 365.0, 1e-9);
  EXPECT_FALSE(history.on(time::make_date(2019, 4, 14)).has_value()) << "before the first year end";
  EXPECT_FALSE(history.on(time::make_date(2024, 1, 1)).has_value()) << "after the plan's own date";
}

TEST(SurveyPopulations, AreEmployedOverRateWhereTheRegisterIsKnown) {
  const auto populations = jeongseon_populations();
  ASSERT_EQ(populations.size(), 8u * 6u) << "2020H1 .. 2023H2, six ages each";
  EXPECT_EQ(populations.front().survey.name(), "2020H1");
  const CoverageObservation& youth = populations[populations.size() - 6];
  EXPECT_NEAR(youth.persons, 900.0 / 0.373, 1e-9);
  // 0.9 thousand stands for 850 .. 950, 37.3 for 37.25 .. 37.35; uniform errors.
  EXPECT_NEAR(youth.standard_error / youth.persons, 28.87 / 900.0, 1e-4);
  EXPECT_GT(youth.registered[0], 0.0);
  EXPECT_EQ(youth.registered[1], 0.0);
  const CoverageObservation& working_age = populations[populations.size() - 2];
  EXPECT_NEAR(working_age.persons, 14'800.0 / 0.761, 1e-9);
  EXPECT_GT(working_age.registered[2], 0.0);
  EXPECT_EQ(working_age.registered[3], 0.0);
}

TEST(SurveyPopulations, LeaveOutSurveysAfterThePlansOwnDate) {
  plan::Plan plan = testing::jeongseon_plan();
  plan.as_of = time::make_date(2022, 12, 31);
  const auto populations = survey_populations(plan, RegisterHistory(plan, testing::jeongseon_register()));
  ASSERT_FALSE(populations.empty());
  EXPECT_EQ(populations.back().survey.name(), "2022H2");
}

TEST(SurveyPopulations, UseThePopulationItselfWhereItIsPublished) {
  plan::Plan plan = testing::jeongseon_plan();
  plan::Table own{.id = "8", .file = "08.csv", .title = {}, .provenance = {}, .facts = {}};
  own.facts.push_back({.table = "8",
                       .row = "15+",
                       .column = "2023",
                       .item = "survey_population",
                       .period = "2023H2",
                       .sex = "both",
                       .age = "15+",
                       .category = "",
                       .value = 30'300.0,
                       .unit = "persons",
                       .use = true,
                       .note = "",
                       .provenance = {}});
  plan.facts = plan::FactBook({testing::survey_table(), testing::register_table(), own});
  const auto populations = survey_populations(plan, RegisterHistory(plan, testing::jeongseon_register()));
  EXPECT_EQ(populations.back().persons, 30'300.0);
  EXPECT_NEAR(populations.back().standard_error, 28.87, 0.01);
}

TEST(SurveyModel, FindsTheCoverageThatTheSurveysImply) {
  const SurveyModel model(testing::jeongseon_plan(), testing::jeongseon_register());
  const CoverageEstimate& coverage = model.coverage();
  EXPECT_EQ(coverage.last.name(), "2023H2");
  // Employed over rate of 2023H2 against the register of that October: 0.695, 1.025, 0.960, 0.972.
  EXPECT_NEAR(coverage.level(0), 0.695, 0.02);
  EXPECT_NEAR(coverage.level(1), 1.020, 0.01);
  EXPECT_NEAR(coverage.level(2), 0.960, 0.01);
  EXPECT_NEAR(coverage.level(3), 0.972, 0.01);
  for (int band = 0; band < state::survey_band_count; ++band) {
    EXPECT_GT(coverage.level_error(band), 0.001) << band;
    EXPECT_LT(coverage.level_error(band), 0.015) << band;
  }
  EXPECT_GT(coverage.level_error(0), coverage.level_error(2)) << "0.9 thousand is rounded more coarsely than 8.1";
}

TEST(SurveyModel, SeesThatTheRegisterShrinksFasterThanTheSurveysPopulation) {
  const SurveyModel model(testing::jeongseon_plan(), testing::jeongseon_register());
  for (const int band : {1, 2, 3}) {
    EXPECT_GT(model.coverage().drift(band), model.coverage().drift_error(band)) << "band " << band;
    EXPECT_LT(model.coverage().drift(band), 0.01) << "band " << band;
  }
}

TEST(SurveyModel, AssumesACoverageStepThatTheHistoryOfTheCountySupports) {
  const auto populations = jeongseon_populations();
  const auto likelihood = [&](double step) { return estimate_coverage(populations, {.step = step}).log_likelihood; };
  const double assumed = likelihood(testing::jeongseon_plan().assumption("survey.coverage_step").central());
  for (const double step : {0.0005, 0.002, 0.004, 0.012, 0.02, 0.05}) {
    EXPECT_GT(assumed + 2.0, likelihood(step)) << "step " << step;  // within two units of any other
  }
  EXPECT_GT(assumed, likelihood(0.03) + 2.0);
}

TEST(SurveyModel, PredictsTheSurveyPopulationsOfAYearAheadWithinItsOwnUncertainty) {
  plan::Plan plan = testing::jeongseon_plan();
  plan.as_of = time::make_date(2022, 12, 31);
  state::AgePyramid end_of_2022;
  for (std::size_t group = 0; group < state::plan_age_groups.size(); ++group) {
    end_of_2022.of(state::Sex::male, state::plan_age_groups[group].from) = testing::registered_by_year[3][group];
  }
  const SurveyModel model(plan, end_of_2022);
  const auto truth = jeongseon_populations();
  for (std::size_t band = 0; band < 4; ++band) {
    const CoverageObservation& seen = truth[truth.size() - 6 + band];
    const double coverage = seen.persons / seen.registered[band];
    const int index = static_cast<int>(band);
    const double expected = model.coverage().level(index) + 1.5 * model.coverage().drift(index);
    const double error = std::hypot(model.coverage().level_error(index), 1.5 * model.coverage().drift_error(index),
                                    0.006 * std::sqrt(2.0));
    EXPECT_NEAR(expected, coverage, 2.5 * std::hypot(error, seen.standard_error / seen.registered[band])) << band;
  }
}

TEST(SurveyModel, OfOneRegisterCountUsesTheSurveysOfItsYear) {
  plan::Plan plan = testing::jeongseon_plan();
  plan.facts = plan::FactBook({testing::survey_table()});
  const SurveyModel model(plan, testing::jeongseon_register());
  EXPECT_NEAR(model.coverage().level(1), 0.5 * (6868.0 + 6752.0) / 6490.0, 0.02);
  EXPECT_NEAR(model.coverage().drift_error(1), 0.005, 0.002) << "two surveys say little about a trend";
}

TEST(SurveyModel, NeedsEmployedPersonsAndARateForEveryBand) {
  plan::Plan plan = testing::jeongseon_plan();
  plan.folder = "somewhere";
  plan.facts = plan::FactBook({testing::register_table()});
  try {
    const SurveyModel model(plan, testing::jeongseon_register());
    FAIL() << "no survey, no coverage";
  } catch (const input::InputError& error) {
    ASSERT_EQ(error.faults().size(), 1u);
    EXPECT_EQ(error.faults()[0].problem.id, "survey.no_history");
    EXPECT_EQ(error.faults()[0].where.file, "somewhere");
  }
}

TEST(SurveyModel, PrintsInTheStepsOfThePlansIndicators) {
  const SurveyModel model(testing::jeongseon_plan(), testing::jeongseon_register());
  EXPECT_DOUBLE_EQ(model.published_step(plan::Indicator::Id::employment_rate_15_64).step(), 0.1);
  EXPECT_DOUBLE_EQ(model.published_step(plan::Indicator::Id::employed_persons).step(), 100.0);
}

}  // namespace
}  // namespace jobcast::survey
