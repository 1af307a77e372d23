#include "models/tracking/actuals.hpp"

#include <gmock/gmock.h>

#include <fstream>

#include "tests/support/small_pack.hpp"

namespace jobcast::tracking {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

class ActualsTable : public ::testing::Test {
 protected:
  Actuals read(const std::string& text, std::optional<time::Date> as_of = {}) {
    pack_.write("actuals.csv", text);
    return read_actuals(pack_.path("actuals.csv"), plan_, as_of);
  }
  std::vector<std::string> faults(const std::string& text) {
    try {
      read(text);
    } catch (const input::InputError& error) {
      std::vector<std::string> found;
      for (const auto& fault : error.faults()) {
        found.push_back(std::to_string(fault.where.line) + ":" + std::to_string(fault.where.column) + " " +
                        fault.problem.id + (fault.mend.id.empty() ? "" : " " + fault.mend.id));
      }
      return found;
    }
    return {};
  }

  testing::SmallPack pack_;
  plan::Plan plan_ = plan::load_plan(pack_.folder());
};

TEST_F(ActualsTable, IsReadInEitherLanguageAndEncoding) {
  // These figures are invented for the test.
  const std::string english =
      "kind,id,date,value\nspending,senior-jobs,2024-06-30,450000\nplacements,youth-jobs,2024-06-30,12\n"
      "survey,employment_rate_15_64,2024H1,70.9\n";
  const std::string korean =
      "\xEF\xBB\xBF구분,식별자,이름,기준일,값,단위,비고\r\n집행액,senior-jobs,노인 일자리,2024-06-30,450,백만원,\r\n"
      "참여인원,youth-jobs,,2024-06-30,12,명,\r\n고용조사,employment_rate_15_64,,2024H1,70.9,%,\r\n";
  // The header and the first word in CP949: 구분,식별자,기준일,값 and 참여인원.
  const std::string cp949 =
      "\xB1\xB8\xBA\xD0,\xBD\xC4\xBA\xB0\xC0\xDA,\xB1\xE2\xC1\xD8\xC0\xCF,\xB0\xAA\r\n"
      "\xC2\xFC\xBF\xA9\xC0\xCE\xBF\xF8,youth-jobs,2024-06-30,12\r\n";
  for (const auto& text : {english, korean}) {
    const auto actuals = read(text);
    ASSERT_THAT(actuals.programmes, SizeIs(2));
    EXPECT_EQ(actuals.programmes[0].kind, Kind::spending);
    EXPECT_EQ(plan_.programmes[actuals.programmes[0].programme].id, "senior-jobs");
    EXPECT_EQ(actuals.programmes[0].value, 450e6) << "won";
    EXPECT_EQ(actuals.programmes[1].value, 12.0);
    ASSERT_THAT(actuals.surveys, SizeIs(1));
    EXPECT_EQ(actuals.surveys[0].survey.name(), "2024H1");
    EXPECT_EQ(actuals.surveys[0].value, 70.9);
    EXPECT_EQ(time::to_string(actuals.as_of), "2024-06-30") << "the latest date";
  }
  EXPECT_THAT(read(cp949).programmes, SizeIs(1));
}

TEST_F(ActualsTable, TakesTheLatestSumUpToTheDateAskedFor) {
  const std::string text =
      "kind,id,date,value\nplacements,youth-jobs,2024-09-30,15\nplacements,youth-jobs,2024-03-31,5\n"
      "placements,youth-jobs,2024-06-30,12\n";
  EXPECT_EQ(read(text).programmes.at(0).value, 15.0);
  const auto june = read(text, time::make_date(2024, 7, 15));
  ASSERT_THAT(june.programmes, SizeIs(1));
  EXPECT_EQ(june.programmes[0].value, 12.0);
  EXPECT_EQ(june.later, 1U);
  EXPECT_EQ(time::to_string(june.as_of), "2024-07-15");
  const auto january = read(text, time::make_date(2024, 1, 15));
  EXPECT_TRUE(january.programmes.empty());
  EXPECT_EQ(january.later, 3U);
}

TEST_F(ActualsTable, PassesOverRowsWithoutAValue) {
  const auto actuals = read("kind,id,date,value\nspending,senior-jobs,,\nsurvey,employed_persons,2024H1,\n");
  EXPECT_TRUE(actuals.programmes.empty());
  EXPECT_TRUE(actuals.surveys.empty());
  EXPECT_EQ(actuals.as_of, plan_.as_of);
}

TEST_F(ActualsTable, TellsEveryFaultWithItsPlace) {
  EXPECT_THAT(faults("kind,id,date,value\n"
                     "spnding,senior-jobs,2024-06-30,1\n"
                     "spending,senior-job,2024-06-30,1\n"
                     "spending,senior-jobs,2023-06-30,1\n"
                     "spending,senior-jobs,2024-06-31,1\n"
                     "placements,youth-jobs,2024-06-30,-3\n"
                     "placements,youth-jobs,2024-06-30,\"1,200\"\n"
                     "survey,employment_rate,2024H1,70\n"
                     "survey,employment_rate_15_64,2024H2,70\n"
                     "survey,employment_rate_15_64,2023H2,70\n"
                     "survey,employment_rate_15_64,2024H1,170\n"),
              ElementsAre("2:1 csv.unknown_word input.did_you_mean", "3:10 track.unknown_programme input.did_you_mean",
                          "4:22 track.bad_date", "5:22 track.bad_date", "6:34 csv.out_of_range",
                          HasSubstr("7:34 csv.bad_number"), "8:8 track.unknown_indicator", "9:30 track.last_survey",
                          "10:30 track.bad_survey track.mend_survey", "11:37 csv.out_of_range"));
}

TEST_F(ActualsTable, RefusesSumsThatFallAndFiguresGivenTwice) {
  EXPECT_THAT(faults("kind,id,date,value\nplacements,youth-jobs,2024-05-31,5\nplacements,youth-jobs,2024-06-30,4\n"),
              ElementsAre("3:34 track.falls track.mend_sum"));
  EXPECT_THAT(faults("kind,id,date,value\nplacements,youth-jobs,2024-05-31,5\nplacements,youth-jobs,2024-05-31,5\n"
                     "survey,employed_persons,2024H1,500\nsurvey,employed_persons,2024H1,600\n"),
              ElementsAre("3:34 track.twice", "5:32 track.twice"));
}

TEST_F(ActualsTable, RefusesFiguresFarOverTheYearsPlan) {
  // Won where thousand won were meant, and somebody else's placements.
  EXPECT_THAT(faults("kind,id,date,value\nspending,senior-jobs,2024-05-31,400000000\n"
                     "placements,youth-jobs,2024-05-31,900\nspending,senior-jobs,2024-06-30,1200000\n"),
              ElementsAre("2:33 track.beyond_money track.mend_within", "3:34 track.beyond_jobs track.mend_within"));
}

TEST_F(ActualsTable, NamesColumnsInTheLanguageOfItsHeadings) {
  EXPECT_THAT(faults("kind,id,value\n"), ElementsAre("1:1 csv.missing_column"));
  EXPECT_THAT(faults("구분,식별자,값\n"), ElementsAre("1:1 csv.missing_column"));
  EXPECT_THAT(faults("kind,id,date,value,colour\n"), ElementsAre(HasSubstr("csv.unknown_column")));
}

TEST_F(ActualsTable, ReadsItsOwnEmptyTable) {
  for (const bool korean : {false, true}) {
    const auto text = empty_table(plan_, korean);
    EXPECT_THAT(text, HasSubstr("senior-jobs"));
    EXPECT_THAT(text, HasSubstr(korean ? "집행액,senior-jobs,,,천원,노인 일자리,1000000," : "spending,senior-jobs,"));
    EXPECT_THAT(text, HasSubstr("employed_persons,2024H1,"));
    const auto actuals = read(text);
    EXPECT_TRUE(actuals.programmes.empty() && actuals.surveys.empty());
  }
}

}  // namespace
}  // namespace jobcast::tracking
