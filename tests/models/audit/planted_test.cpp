// One error in an otherwise sound pack, and that error found: no other, and nothing in the pack without it.
#include <gmock/gmock.h>

#include <functional>

#include "tests/models/audit/template_pack.hpp"

namespace jobcast::audit {
namespace {

using testing::TemplatePack;

const std::string survey = "tables/survey.csv";
const std::string indicators = "tables/indicators.csv";
const std::string actions = "actions.toml";

/// A second sheet, that agrees with the list: 45 jobs, 320 million won.
const std::string second_sheet = R"(
[[action]]
id       = "1-1-2"
task     = "1-1"
name     = { ko = "지역공동체 일자리", en = "Community jobs" }
period   = { from = "2023", to = "2024" }
place    = "가람읍"
covers   = ["community-jobs"]
jobs     = 45
budget   = { national = 160000, provincial = 0, county = 160000, private = 0, total = 320000 }
quarters = [1, 2]
quarters_source = "plan: sheet 1-1-2"
source   = "plan: action sheet 1-1-2"
)";

const std::string noted_sheet = second_sheet + "notes    = [\"as printed\"]\n";

void add_second_sheet(
    TemplatePack& pack, const std::string& sheet = second_sheet,
    const std::string& printed = "printed = { programmes = 2, jobs = 85, budget_million_won = 320 }") {
  pack.append(actions, sheet);
  pack.replace(actions, "printed = { programmes = 1, jobs = 40 }", printed);
}

std::string changed(std::string text, const std::string& from, const std::string& to) {
  return text.replace(text.find(from), from.size(), to);
}

struct Planted {
  const char* name;
  std::function<void(TemplatePack&)> plant;
  std::string id;
  Kind kind;
  Cause cause;
  double difference;
};

void PrintTo(const Planted& planted, std::ostream* out) { *out << planted.name; }

class PlantedError : public ::testing::TestWithParam<Planted> {};

TEST_P(PlantedError, IsFoundAndNothingElse) {
  const auto& planted = GetParam();
  TemplatePack pack;
  planted.plant(pack);
  const auto found = pack.findings();
  std::vector<std::string> ids;
  for (const auto& finding : found) ids.push_back(finding.id);
  ASSERT_THAT(ids, ::testing::ElementsAre(planted.id));
  EXPECT_EQ(name_of(found.front().kind), name_of(planted.kind));
  EXPECT_EQ(name_of(found.front().cause), name_of(planted.cause));
  EXPECT_NEAR(found.front().difference, planted.difference, 1e-4);
  EXPECT_NE(found.front().severity, Severity::rounding);
  ASSERT_FALSE(found.front().sides.empty());
  for (const auto& side : found.front().sides) {
    EXPECT_FALSE(side.table.empty());
    EXPECT_FALSE(side.cell.empty());
  }
}

INSTANTIATE_TEST_SUITE_P(
    Sums, PlantedError,
    ::testing::Values(
        Planted{"a control that does not add up",
                [](auto& pack) {
                  pack.replace("controls.toml", "total     = { value = 560",
                               "note = \"as printed\"\ntotal     = { value = 563");
                  pack.replace("controls.toml", "expect_difference = 0", "expect_difference = 3");
                },
                "sum:direct-jobs-total", Kind::sum, Cause::arithmetic, 3.0},
        Planted{"ages",
                [](auto& pack) {
                  pack.replace(survey, "취업자 65+,2023.2/2,employed,2023H2,both,65+,,2.6",
                               "취업자 65+,2023.2/2,employed,2023H2,both,65+,,3.1");
                },
                "sum:2:취업자 15+:2023.2/2:age", Kind::sum, Cause::arithmetic, -0.5},
        Planted{"sexes", [](auto& pack) { pack.replace(survey, "2023H2,male,15+,,4.5", "2023H2,male,15+,,5.5"); },
                "sum:2:취업자 15+:2023.2/2:sex", Kind::sum, Cause::arithmetic, -1.0},
        Planted{
            "status",
            [](auto& pack) { pack.replace(survey, "2023H2,both,15+,temporary,2.1", "2023H2,both,15+,temporary,1.2"); },
            "sum:2:취업자 15+:2023.2/2:status", Kind::sum, Cause::arithmetic, 0.9},
        Planted{"money by source",
                [](auto& pack) { add_second_sheet(pack, changed(noted_sheet, "county = 160000", "county = 150000")); },
                "sum:sheet:1-1-2", Kind::sum, Cause::arithmetic, 10.0},
        Planted{"a unit",
                [](auto& pack) {
                  add_second_sheet(pack, changed(noted_sheet, "total = 320000", "total = 3200000"),
                                   "printed = { programmes = 2, jobs = 85, budget_million_won = 3200 }");
                },
                "sheet:1-1-2:money", Kind::sheet, Cause::unit, 2880.0}));

INSTANTIATE_TEST_SUITE_P(
    Derived, PlantedError,
    ::testing::Values(
        Planted{"a share",
                [](auto& pack) {
                  pack.append(survey,
                              "취업자 여,2023.2/2 비중,employed,2023H2,female,15+,share,53,percent,no,derived\n");
                },
                "share:2:취업자 여:2023.2/2 비중", Kind::share, Cause::arithmetic, 9.962},
        Planted{"a change",
                [](auto& pack) {
                  pack.append("tables/population.csv",
                              "15~29세 남,증감률,population,2023,male,15-29,change,-5.5,percent,no,derived\n");
                },
                "change:1:15~29세 남:증감률", Kind::change, Cause::arithmetic, -0.7381},
        Planted{"a relative change among points",
                [](auto& pack) {
                  pack.append(
                      survey,
                      "고용률 15-29,증감,employment_rate,2023H2,both,15-29,change,-5.2,percent_points,no,derived\n");
                },
                "change:2:고용률 15-29:증감", Kind::change, Cause::relative_points, -3.1},
        Planted{"a rate",
                [](auto& pack) {
                  pack.append(survey,
                              "인구 15+,2022.2/2,survey_population,2022H2,both,15+,,12.3,thousand_persons,yes,\n");
                },
                "rate:2:고용률 15+:2022.2/2", Kind::rate, Cause::arithmetic, 5.5854},
        Planted{"a rate beside those of men and women",
                [](auto& pack) { pack.replace(survey, "2023H2,male,15-64,,80.9", "2023H2,male,15-64,,75.1"); },
                "rate:2:고용률 15-64:2023.2/2:sexes", Kind::rate, Cause::arithmetic, 0.9},
        Planted{"a rate among ages",
                [](auto& pack) { pack.replace(survey, "2023H2,both,50-64,,79,", "2023H2,both,50-64,,70,"); },
                "rate:2:고용률 15-64:2023.2/2:ages", Kind::rate, Cause::arithmetic, -496.0},
        Planted{"a rank",
                [](auto& pack) {
                  pack.append(survey,
                              "상용 순위,2023.2/2,employed,2023H2,both,15+,regular rank of share,1,count,no,derived\n");
                },
                "rank:2:상용 순위:2023.2/2", Kind::rank, Cause::arithmetic, -1.0}));

INSTANTIATE_TEST_SUITE_P(
    Places, PlantedError,
    ::testing::Values(
        Planted{"the other half-year",
                [](auto& pack) {
                  pack.append(survey, "고용률 15-64,다시,employment_rate,2023H2,both,15-64,,76.4,percent,no,again\n");
                },
                "same_value:2:고용률 15-64:다시", Kind::same_value, Cause::half_year, 0.4},
        Planted{"a power of ten",
                [](auto& pack) {
                  pack.append(survey, "취업자 15+,다시,employed,2023H2,both,15+,,79,thousand_persons,no,again\n");
                },
                "same_value:2:취업자 15+:다시", Kind::same_value, Cause::unit, 71.1},
        Planted{"another value",
                [](auto& pack) {
                  pack.append(survey, "취업자 15+,다시,employed,2023H2,both,15+,,7500,persons,no,again\n");
                },
                "same_value:2:취업자 15+:다시", Kind::same_value, Cause::other_version, -400.0},
        Planted{"the other half-year as the base of a target",
                [](auto& pack) {
                  pack.replace(indicators, "employment_rate,2023H2,both,15-64,,76,",
                               "employment_rate,2023H2,both,15-64,,76.4,");
                },
                "same_value:indicators:고용률(15~64세):2023 실적", Kind::same_value, Cause::half_year, 0.4},
        Planted{"a sheet's jobs, that its strategy has right",
                [](auto& pack) { pack.replace(actions, "jobs     = 40", "jobs     = 45"); }, "sheet:1-1-1:jobs",
                Kind::sheet, Cause::other_version, 5.0},
        Planted{"a row twice",
                [](auto& pack) {
                  pack.append("programmes.csv",
                              "community-jobs-again,service,일자리과,지역공동체 일자리 사업,Community "
                              "jobs,45,,160000,0,160000,0,320000,public-works,programmes,\n");
                  pack.replace("controls.toml", "3250000", "3570000");
                },
                "double_count:community-jobs:community-jobs-again", Kind::double_count, Cause::double_count, 0.0},
        Planted{"a sheet with other jobs",
                [](auto& pack) {
                  add_second_sheet(pack, changed(second_sheet, "jobs     = 45", "jobs     = 48"),
                                   "printed = { programmes = 2, jobs = 88, budget_million_won = 320 }");
                },
                "sheet:1-1-2:jobs", Kind::sheet, Cause::other_version, 3.0},
        Planted{"a sheet with other money",
                [](auto& pack) {
                  auto sheet = changed(second_sheet, "total = 320000", "total = 340000");
                  add_second_sheet(pack, changed(sheet, "county = 160000", "county = 180000"),
                                   "printed = { programmes = 2, jobs = 85, budget_million_won = 340 }");
                },
                "sheet:1-1-2:money", Kind::sheet, Cause::other_version, 20.0},
        Planted{"money of another source",
                [](auto& pack) {
                  auto sheet = changed(second_sheet, "provincial = 0", "provincial = 10000");
                  add_second_sheet(pack, changed(sheet, "county = 160000", "county = 150000"));
                },
                "sheet:1-1-2:source", Kind::sheet, Cause::money_source, 10.0},
        Planted{"a sheet's text",
                [](auto& pack) {
                  add_second_sheet(pack);
                  pack.append(survey, "1-1-2,사업비,sheet_budget,2024,both,,1-1-2 text 사업비,330,million_won,yes,\n");
                },
                "sheet:1-1-2:text", Kind::sheet, Cause::other_version, 10.0},
        Planted{"a sheet left out of its strategy", [](auto& pack) { pack.append(actions, second_sheet); },
                "left_out:strategy:1", Kind::left_out, Cause::left_out, -45.0},
        Planted{"a sheet without a programme",
                [](auto& pack) { add_second_sheet(pack, changed(second_sheet, "\"community-jobs\"", "")); },
                "left_out:sheet:1-1-2", Kind::left_out, Cause::left_out, 45.0}));

INSTANTIATE_TEST_SUITE_P(
    Meaning, PlantedError,
    ::testing::Values(
        Planted{"cases as jobs",
                [](auto& pack) {
                  pack.append(survey, "1-1-1,알선 건수,sheet_cases,2024,both,,1-1-1 text 알선 건수,40,count,yes,\n");
                },
                "counting:sheet:1-1-1", Kind::counting, Cause::other_counting, 0.0},
        Planted{"every trainee a job",
                [](auto& pack) {
                  pack.replace("programmes.csv", "Care worker training,20,40", "Care worker training,20,20");
                },
                "counting:care-training", Kind::counting, Cause::other_counting, 0.0},
        Planted{"jobs without money",
                [](auto& pack) {
                  pack.replace("programmes.csv", "300,,0,30000,70000,0,100000", "300,,0,0,0,0,0");
                  pack.replace("controls.toml", "3250000", "3150000");
                },
                "unit_cost:job-centre", Kind::unit_cost, Cause::other_scope, 300.0},
        Planted{
            "a cheap job",
            [](auto& pack) {
              pack.append(
                  "programmes.csv",
                  "river-days,service,일자리과,하천 정화,River days,50,,0,0,50000,0,50000,public-works,programmes,\n");
              pack.replace("controls.toml", "3250000", "3300000");
            },
            "unit_cost:river-days", Kind::unit_cost, Cause::other_counting, -6111.0},
        Planted{"a dear job in a type of its own",
                [](auto& pack) {
                  pack.replace("programmes.csv", "Wildfire watch,30,,90000,30000,180000,0,300000",
                               "Wildfire watch,30,,9000000,3000000,18000000,0,30000000");
                  pack.replace("controls.toml", "3250000", "32950000");
                },
                "unit_cost:wildfire-watch", Kind::unit_cost, Cause::other_counting, 992889.0},
        Planted{"a step after the year", [](auto& pack) { pack.replace(actions, "2024-09", "2025-09"); },
                "milestone:1-1-1/opening", Kind::milestone, Cause::timing, 1.0},
        Planted{"steps out of order", [](auto& pack) { pack.replace(actions, "2024-03", "2024-11"); },
                "milestone:1-1-1/opening:order", Kind::milestone, Cause::timing, -61.0},
        Planted{"a project's year",
                [](auto& pack) {
                  pack.append(survey, "1-1-1,연차,project_year,2024,both,,1-1-1 text 연차,3,count,yes,\n");
                },
                "milestone:1-1-1:project-year", Kind::milestone, Cause::timing, 1.0},
        Planted{"a target between steps", [](auto& pack) { pack.replace(indicators, ",8000,", ",7950,"); },
                "target:employed_persons:step", Kind::target, Cause::survey_limit, 50.0},
        Planted{"a target under the result", [](auto& pack) { pack.replace(indicators, ",4150,", ",4100,"); },
                "target:insured_persons:below", Kind::target, Cause::definition, -20.0},
        Planted{"ages of a heading",
                [](auto& pack) { pack.replace("tables/population.csv", "15~29세 남,2023년", "15~24세 남,2023년"); },
                "label:1:15~24세 남:2023년:ages", Kind::label, Cause::definition, 0.0},
        Planted{"the year of a heading",
                [](auto& pack) {
                  pack.append(survey,
                              "취업자 15+,증감률(’23년 대비),employed,2023H2,both,15+,change,1.3,percent,no,derived\n");
                },
                "label:2:취업자 15+:증감률(’23년 대비):year", Kind::label, Cause::definition, 0.0},
        Planted{"an indicator's name over another figure",
                [](auto& pack) {
                  pack.append(survey, "요약,'24년 목표 취업자 수(명),jobs,2024,both,,all,1961,count,no,of the lists\n");
                },
                "label:2:요약:'24년 목표 취업자 수(명):name", Kind::label, Cause::definition, -6039.0},
        Planted{"one name for two extents",
                [](auto& pack) {
                  pack.append(survey, "고용서비스지원,목표,jobs,2024,both,,service and subsidy,1335,count,yes,\n");
                  pack.append(indicators, "고용서비스 지원 소계,목표,jobs,2024,both,,service,1200,count,yes,\n");
                },
                "label:indicators:고용서비스 지원 소계:목표:scope", Kind::label, Cause::other_scope, -135.0},
        Planted{"points over percent",
                [](auto& pack) {
                  pack.replace("plan.toml", "source = \"invented; take yours from the survey",
                               "unit_note = \"단위 : 천 명, %p\"\nsource = \"invented; take yours from the survey");
                },
                "unit:2", Kind::unit, Cause::relative_points, 0.0}));

TEST(NewPlan, HasNothingToFind) { EXPECT_THAT(TemplatePack().findings(), ::testing::IsEmpty()); }

TEST(NewPlan, WithASecondSheetThatAgreesHasNothingToFind) {
  TemplatePack pack;
  add_second_sheet(pack);
  EXPECT_THAT(pack.findings(), ::testing::IsEmpty());
}

TEST(NewPlan, WithWhatIsWorkedOutRightHasNothingToFind) {
  TemplatePack pack;
  pack.append(survey,
              "취업자 여,2023.2/2 비중,employed,2023H2,female,15+,share,43,percent,no,derived\n"
              "취업자 15+,증감률,employed,2023H2,both,15+,change,1.3,percent,no,derived\n"
              "고용률 15-29,증감,employment_rate,2023H2,both,15-29,change,-2.1,percent_points,no,derived\n"
              "인구 15+,2023.2/2,survey_population,2023H2,both,15+,,11.3,thousand_persons,yes,\n"
              "비임금 순위,2023.2/2,employed,2023H2,both,15+,self_employed rank of share,1,count,no,derived\n"
              "취업자 15+,다시,employed,2023H2,both,15+,,7900,persons,no,again\n");
  EXPECT_THAT(pack.findings(), ::testing::IsEmpty());
}

TEST(NewPlan, DiffersByRoundingAloneAndSaysSoWhenAsked) {
  TemplatePack pack;
  // 7.8 and 7.9 thousand were 7.75-7.85 and 7.85-7.95: the change can be 1.8 %, though 7.9/7.8 gives 1.3.
  pack.append(survey, "취업자 15+,증감률,employed,2023H2,both,15+,change,1.8,percent,no,derived\n");
  EXPECT_THAT(pack.findings(), ::testing::IsEmpty());
  const auto all = audit_plan(pack.plan()).findings;
  EXPECT_THAT(all, ::testing::Contains(::testing::Field(&Finding::id, "rounding:2:취업자 15+:증감률")));
  for (const auto& finding : all) {
    EXPECT_EQ(finding.severity, Severity::rounding);
    EXPECT_EQ(finding.effect.points, 0.0) << "rounding moves nothing";
  }
}

TEST(EveryKind, HasAPlantedError) {
  // The suites above name each kind but rounding, which is no error; a new kind needs one too.
  std::set<Kind> planted{Kind::sum,   Kind::share,     Kind::rate,      Kind::change, Kind::same_value,
                         Kind::sheet, Kind::left_out,  Kind::counting,  Kind::target, Kind::double_count,
                         Kind::label, Kind::unit_cost, Kind::milestone, Kind::unit,   Kind::rank};
  EXPECT_EQ(planted.size(), kind_names.size() - 1);
}

}  // namespace
}  // namespace jobcast::audit
