#include "models/survey/survey_id.hpp"

#include <gtest/gtest.h>

namespace jobcast::survey {
namespace {

TEST(SurveyId, IsNamedByYearAndHalfAndReadBack) {
  EXPECT_EQ((SurveyId{2024, 2}.name()), "2024H2");
  EXPECT_EQ(parse_survey("2024H2"), (SurveyId{2024, 2}));
  for (const char* wrong :
       {"", "2024", "2024H3", "2024H0", "2024-2", "24H2", "2024H22", "2o24H1", "-024H1", " 024H1"}) {
    EXPECT_FALSE(parse_survey(wrong).has_value()) << wrong;
  }
}

TEST(SurveyId, FollowsTheCalendar) {
  EXPECT_EQ((SurveyId{2023, 2}.next()), (SurveyId{2024, 1}));
  EXPECT_EQ((SurveyId{2024, 1}.next()), (SurveyId{2024, 2}));
  EXPECT_EQ((SurveyId{2024, 1}.index() - SurveyId{2023, 2}.index()), 1);
  EXPECT_LT((SurveyId{2023, 2}), (SurveyId{2024, 1}));
  EXPECT_EQ(time::to_string(SurveyId{2024, 2}.reference_week()), "2024-10-13");
}

TEST(SurveyId, NamesItsOwnRandomStreams) {
  EXPECT_EQ(survey_entity("survey.sample", {2024, 2}).id, random::entity("survey.sample.2024H2").id);
  EXPECT_NE(survey_entity("survey.sample", {2024, 2}).id, survey_entity("survey.sample", {2024, 1}).id);
}

}  // namespace
}  // namespace jobcast::survey
