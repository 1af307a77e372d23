#include "models/calibration/survey_record.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/input/diagnostic.hpp"
#include "tests/models/calibration/plans.hpp"

namespace jobcast::calibration {
namespace {

TEST(ReadRecord, HoldsEverySurveyOfTheCounty) {
  const auto record = read_record(test::jeongseon());
  ASSERT_EQ(record.rounds.size(), 22U);
  EXPECT_EQ(record.rounds.front().step, 2 * 2013);
  EXPECT_EQ(record.last(), 2 * 2023 + 1);
  EXPECT_NEAR(*record.rounds.back().rate[0], 0.373, 1e-12);
  EXPECT_FALSE(record.rounds.front().rate[4].has_value()) << "15-64 is published from 2017H2";
  EXPECT_NEAR(record.rounds.back().population[2], 8.1 / 0.791, 1e-9);
  EXPECT_EQ(record.rounds.front().figures.size(), 10U) << "four bands and all, employed and rate";
  EXPECT_EQ(record.rounds.back().figures.size(), 34U);
}

TEST(ReadRecord, LinksTotalsByTheNearestRoundWhereABandIsMissing) {
  const auto plan = test::with_facts(test::jeongseon(), [](plan::Fact& fact) {
    return fact.period != "2023H2" || fact.age != "15-29" || fact.sex != "both";
  });
  const auto record = read_record(plan);
  EXPECT_FALSE(record.rounds.back().rate[0].has_value());
  EXPECT_NEAR(record.rounds.back().near_rate[0], 0.434, 1e-12);
}

TEST(ReadRecord, OfAPlanWithoutSurveysIsEmpty) {
  const auto plan = test::with_facts(
      test::jeongseon(), [](plan::Fact& fact) { return fact.item != "employment_rate" && fact.item != "employed"; });
  EXPECT_TRUE(read_record(plan).empty());
}

/// Where the first fault of a plan with one figure changed stands, and its message.
input::Diagnostic fault_with(const char* item, const char* period, const char* age, double value) {
  const auto plan = test::with_facts(test::jeongseon(), [&](plan::Fact& fact) {
    if (fact.use && fact.item == item && fact.period == period && fact.age == age && fact.category.empty()) {
      fact.value = value;
    }
    return true;
  });
  try {
    refuse_impossible(plan);
  } catch (const input::InputError& error) {
    return error.faults().front();
  }
  return {};
}

TEST(RefuseImpossible, NamesFileAndLineOfARateOver100) {
  const auto fault = fault_with("employment_rate", "2020H1", "15-29", 140.0);
  EXPECT_EQ(fault.problem.id, "calibration.impossible_rate");
  EXPECT_TRUE(fault.where.file.ends_with("survey-history.csv")) << fault.where.file;
  EXPECT_GT(fault.where.line, 1);
}

TEST(RefuseImpossible, NamesFileAndLineOfMoreEmployedThanPeople) {
  const auto beyond_survey = fault_with("employed", "2023H2", "15+", 31.0);
  EXPECT_EQ(beyond_survey.problem.id, "calibration.more_than_all");
  EXPECT_GT(beyond_survey.where.line, 1);
  EXPECT_EQ(fault_with("employed", "2021H2", "15+", 36.5).problem.id, "calibration.more_than_all");
  const auto beyond_the_whole = fault_with("employed", "2021H2", "15-64", 26.0);
  EXPECT_EQ(beyond_the_whole.problem.id, "calibration.more_than_all") << "more than the employed of 15 and over";
  EXPECT_NO_THROW(refuse_impossible(test::jeongseon()));
}

}  // namespace
}  // namespace jobcast::calibration
