#include "models/labour/survey_figure.hpp"

#include <gtest/gtest.h>

#include "tests/models/labour/jeongseon.hpp"

namespace jobcast::labour {
namespace {

TEST(SurveyAges, AreThoseThatLabourGroupsMakeUp) {
  const auto ages = survey_ages("15-64");
  ASSERT_TRUE(ages);
  EXPECT_EQ(ages->from, 15);
  EXPECT_EQ(ages->to, 64);
  EXPECT_EQ(survey_ages("65+")->to, state::oldest_age);
  EXPECT_EQ(survey_ages("all")->from, 15);
  EXPECT_EQ(survey_ages("")->from, 15);
  EXPECT_EQ(survey_ages("15+")->to, state::oldest_age);
}

TEST(SurveyAges, AreNothingForAgesThatCutAGroup) {
  for (const char* text : {"15-32", "17-29", "0-14", "fifteen", "15-", "64-15"})
    EXPECT_FALSE(survey_ages(text)) << text;
}

TEST(SurveyIndex, CountsHalfYears) {
  EXPECT_EQ(*survey_index("2023H2") - *survey_index("2022H2"), 2);
  EXPECT_EQ(*survey_index("2023H2") - *survey_index("2023H1"), 1);
  EXPECT_EQ(survey_name(*survey_index("2013H1")), "2013H1");
  for (const char* text : {"2023", "2023H3", "H2", "2023-10"}) EXPECT_FALSE(survey_index(text)) << text;
}

TEST(SurveyFigures, LeaveOutWhatStatesAndGroupsCannotMakeUp) {
  const plan::Plan plan = test::jeongseon();
  for (const SurveyFigure& figure : survey_figures(plan, "2023H2")) {
    EXPECT_NE(figure.fact->category, "agriculture");
    EXPECT_NE(figure.fact->category, "housework");
    EXPECT_EQ(figure.fact->period, "2023H2");
  }
  EXPECT_EQ(survey_figures(plan, "2023H2").size(), 34U);
}

TEST(SurveyFigures, ReadThousandsPersonsAndPercent) {
  const plan::Plan plan = test::plan_with({
      test::fact("employed", "2023H2", "both", "all", "", 21.8, "thousand_persons"),
      test::fact("unemployed", "2023H2", "both", "all", "", 100, "persons"),
      test::fact("employment_rate", "2023H2", "female", "15-64", "", 71.0, "percent"),
  });
  const auto figures = survey_figures(plan, "2023H2");
  ASSERT_EQ(figures.size(), 3U);
  EXPECT_DOUBLE_EQ(figures[0].value, 21800.0);
  EXPECT_DOUBLE_EQ(figures[1].value, 100.0);
  EXPECT_DOUBLE_EQ(figures[2].value, 0.71);
  EXPECT_TRUE(figures[2].base);
  EXPECT_FALSE(figures[2].covers(1, state::Sex::male));
  EXPECT_TRUE(figures[2].covers(6, state::Sex::female));
  EXPECT_FALSE(figures[2].covers(7, state::Sex::female));
}

TEST(LastSurvey, IsTheLatestWhoseReferenceWeekIsOver) {
  plan::Plan plan = test::jeongseon();
  EXPECT_EQ(last_survey(plan), "2023H2");
  plan.as_of = time::make_date(2023, 10, 1);
  EXPECT_EQ(last_survey(plan), "2023H1");
  plan.as_of = time::make_date(2010, 1, 1);
  try {
    last_survey(plan);
    FAIL() << "no survey, yet one was found";
  } catch (const input::InputError& error) {
    EXPECT_EQ(error.faults().at(0).problem.id, "labour.no_survey");
  }
}

}  // namespace
}  // namespace jobcast::labour
