#include <gmock/gmock.h>

#include <cmath>

#include "engine/input/diagnostic.hpp"
#include "engine/input/text_encoding.hpp"
#include "models/panel/labels.hpp"
#include "models/panel/panel.hpp"

namespace jobcast::panel {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

const Figure& figure(const Panel& panel, const char* area, const char* group, HalfYear survey) {
  return panel.at(panel.area(area).value(), panel.position(survey).value(), panel.group(group).value());
}

std::string refusal_of_file(const std::string& text) {
  try {
    (void)parse_panel(text, "p.csv");
  } catch (const input::InputError& error) {
    return error.what();
  }
  return "accepted";
}

const char* const two_header_rows =
    "\"행정구역별(시군구)\",\"연령별\",\"2023.1/2\",\"2023.1/2\",\"2023.1/2\",\"2023.2/2\",\"2023.2/2\",\"2023.2/"
    "2\"\r\n"
    "\"행정구역별(시군구)\",\"연령별\",\"취업자 (천명)\",\"고용률 (%)\",\"상대표준오차 (%)\",\"취업자 "
    "(천명)\",\"고용률 (%)\","
    "\"상대표준오차 (%)\"\r\n"
    "\"정선군\",\"계\",\"22\",\"72.6\",\"1.2\",\"21.8\",\"72\",\"1.4\"\r\n"
    "\"정선군\",\"15 - 64세\",\"15.3\",\"77.7\",\"1.1\",\"-\",\"76.1\",\"…\"\r\n"
    "\"정선군\",\"65세이상\",\"6.7\",\"63.1\",\"\",\".\",\"64.5\",\"\"\r\n"
    "\"고성군\",\"계\",\"1,030.5\",\"60.1\",\"\",\"10\",\"61\",\"\"\r\n"
    "\"고성군\",\"계\",\"30.1\",\"65.2\",\"\",\"31\",\"66\",\"\"\r\n";

void expect_figures(const Panel& panel) {
  EXPECT_THAT(panel.areas, ElementsAre("정선군", "고성군", "고성군 (2)"));
  EXPECT_THAT(panel.groups, ElementsAre("15+", "15-64", "65+"));
  EXPECT_EQ(panel.first, half_year(2023, 1));
  EXPECT_EQ(panel.surveys, 2U);
  EXPECT_EQ(figure(panel, "정선군", "15+", half_year(2023, 2)).employed, 21.8);
  EXPECT_EQ(figure(panel, "정선군", "15-64", half_year(2023, 1)).rate, 77.7);
  EXPECT_TRUE(std::isnan(figure(panel, "정선군", "15-64", half_year(2023, 2)).employed));
  EXPECT_EQ(figure(panel, "정선군", "15-64", half_year(2023, 2)).rate, 76.1);
  EXPECT_TRUE(std::isnan(figure(panel, "정선군", "65+", half_year(2023, 2)).employed));
  EXPECT_EQ(figure(panel, "고성군", "15+", half_year(2023, 1)).employed, 1030.5);
  EXPECT_EQ(figure(panel, "고성군 (2)", "15+", half_year(2023, 2)).rate, 66.0);
}

TEST(ReadPanel, TakesKosisWithTwoHeaderRows) { expect_figures(parse_panel(two_header_rows, "p.csv")); }

TEST(ReadPanel, TakesMergedHeadings) {
  std::string merged = two_header_rows;
  const auto once = [&](const std::string& doubled, const std::string& left) {
    merged.replace(merged.find(doubled), doubled.size(), left);
  };
  once("\"2023.1/2\",\"2023.1/2\",\"2023.1/2\"", "\"2023.1/2\",,");
  once("\r\n\"행정구역별(시군구)\",\"연령별\",\"취업자", "\r\n,,\"취업자");
  once("\r\n\"정선군\",\"15 - 64세\"", "\r\n,\"15 - 64세\"");
  expect_figures(parse_panel(merged, "p.csv"));
}

TEST(ReadPanel, TakesCp949) {
  // "행정구역별,연령별,2023.2/2 고용률 (%)\n정선군,15~29세,37.3\n" as Excel saves it.
  const std::string bytes =
      "\xC7\xE0\xC1\xA4\xB1\xB8\xBF\xAA\xBA\xB0,\xBF\xAC\xB7\xC9\xBA\xB0,2023.2/2 \xB0\xED\xBF\xEB\xB7\xFC (%)\n"
      "\xC1\xA4\xBC\xB1\xB1\xBA,15~29\xBC\xBC,37.3\n";
  const auto panel = parse_panel(input::decode(bytes, "p.csv").text, "p.csv");
  EXPECT_EQ(figure(panel, "정선군", "15-29", half_year(2023, 2)).rate, 37.3);
}

TEST(ReadPanel, TakesAColumnOfItemsOrOfSurveysOrOfBoth) {
  const auto items = parse_panel(
      "행정구역별,성별,연령별,항목,2022 2/2,2023 1/2\n"
      "정선군,계,15-64세,취업자,15.4,15.3\n정선군,계,15-64세,고용률,76.7,77.7\n정선군,계,15-64세,실업률,1.0,1.0\n"
      "정선군,여자,15-64세,고용률,70,71\n",
      "p.csv");
  EXPECT_EQ(figure(items, "정선군", "15-64", half_year(2023, 1)).rate, 77.7);
  EXPECT_EQ(figure(items, "정선군", "15-64", half_year(2022, 2)).employed, 15.4);
  const auto surveys =
      parse_panel("시점,행정구역별,연령별,취업자 (천명),고용률 (%)\n2023.1/2,정선군,계,22,72.6\n", "p.csv");
  EXPECT_EQ(figure(surveys, "정선군", "15+", half_year(2023, 1)).rate, 72.6);
  const auto both = parse_panel("시점,행정구역별,연령별,항목,데이터\n2023.1/2,정선군,계,고용률 (%),72.6\n", "p.csv");
  EXPECT_EQ(figure(both, "정선군", "15+", half_year(2023, 1)).rate, 72.6);
}

TEST(ReadPanel, TakesTheTidyForm) {
  const auto panel = parse_panel(
      "area,age_group,survey,employed_thousand,employment_rate_percent\n서울 종로구,15+,2021H1,73.1,52.8\n"
      "서울 종로구,15-29,2022H1,.9,32.5\n",
      "p.csv");
  EXPECT_EQ(panel.surveys, 3U);
  EXPECT_EQ(figure(panel, "서울 종로구", "15-29", half_year(2022, 1)).employed, 0.9);
  EXPECT_TRUE(std::isnan(figure(panel, "서울 종로구", "15-29", half_year(2021, 2)).rate));
}

TEST(ReadPanel, SaysWhatIsWrongAndWhere) {
  const std::string header = "area,age_group,survey,employed_thousand,employment_rate_percent\n";
  EXPECT_THAT(refusal_of_file("age_group,survey,employment_rate_percent\n15+,2021H1,70\n"),
              HasSubstr("p.csv:1:1: skill.no_area_column"));
  EXPECT_THAT(refusal_of_file("area,survey,employment_rate_percent\nA,2021H1,70\n"), HasSubstr("skill.no_age_column"));
  EXPECT_THAT(refusal_of_file("area,age_group,survey\nA,15+,2021H1\n"), HasSubstr("skill.no_figure_column"));
  EXPECT_THAT(refusal_of_file(""), HasSubstr("skill.no_area_column"));
  EXPECT_THAT(refusal_of_file(header), HasSubstr("skill.no_figures"));
  EXPECT_THAT(refusal_of_file(header + "A,15+,2021H1,1,70\nA,15+,2021H2,1,140\n"),
              HasSubstr("p.csv:3:16: skill.impossible_rate"));
  EXPECT_THAT(refusal_of_file(header + "A,15+,2021H1,many,70\n"), HasSubstr("p.csv:2:14: skill.bad_number"));
  EXPECT_THAT(refusal_of_file(header + "A,young,2021H1,1,70\n"), HasSubstr("p.csv:2:3: skill.unknown_age"));
  EXPECT_THAT(refusal_of_file(header + "A,15+,soon,1,70\n"), HasSubstr("p.csv:2:7: skill.unknown_survey"));
  EXPECT_THAT(refusal_of_file(header + "A,15+,2021H1,1,70\nA,15+,2021H1,1,71\n"),
              HasSubstr("p.csv:3:16: skill.contradicted"));
}

TEST(Labels, ReadAgesHoweverTheyAreWritten) {
  for (const auto* label : {"15-29", "15~29세", "15 - 29세", "15∼29세"})
    EXPECT_EQ(age_group_of(label), "15-29") << label;
  for (const auto* label : {"15+", "15세이상", "15세 이상", "계", "합계", "전체"})
    EXPECT_EQ(age_group_of(label), "15+") << label;
  EXPECT_EQ(age_group_of("young"), std::nullopt);
}

TEST(Labels, KnowWhatIsNotPublished) {
  for (const auto* cell : {"", " ", "-", "--", ".", "...", "…", "X", "*", "\u00a0"}) {
    EXPECT_TRUE(is_not_published(cell)) << cell;
  }
  for (const auto* cell : {"0", ".9", "-1", "x1"}) EXPECT_FALSE(is_not_published(cell)) << cell;
}

}  // namespace
}  // namespace jobcast::panel
