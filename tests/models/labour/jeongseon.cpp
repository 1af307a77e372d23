#include "tests/models/labour/jeongseon.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace jobcast::labour::test {
namespace {

struct Figure {
  const char* item;
  const char* sex;
  const char* age;
  const char* category;
  const char* unit;
  double of_2022;
  double of_2023;
};

constexpr const char* thousand = "thousand_persons";
constexpr const char* percent = "percent";

/// Plan tables 7 to 14.
constexpr std::array<Figure, 36> figures{{
    {"employed", "both", "all", "", thousand, 21.7, 21.8},
    {"employed", "male", "all", "", thousand, 12.3, 12.2},
    {"employed", "female", "all", "", thousand, 9.4, 9.6},
    {"employed", "both", "15-29", "", thousand, 1.1, 0.9},
    {"employed", "both", "30-49", "", thousand, 6.1, 5.8},
    {"employed", "both", "50-64", "", thousand, 8.2, 8.1},
    {"employed", "both", "65+", "", thousand, 6.3, 7.0},
    {"employed", "both", "15-64", "", thousand, 15.4, 14.8},
    {"employed", "both", "all", "regular", thousand, 7.7, 7.5},
    {"employed", "both", "all", "temporary", thousand, 4.0, 4.5},
    {"employed", "both", "all", "self_employed", thousand, 10.0, 9.8},
    {"unemployed", "both", "all", "", "persons", 100, 100},
    {"economically_active", "both", "all", "", thousand, 21.8, 21.9},
    {"economically_active", "male", "all", "", thousand, 12.4, 12.2},
    {"economically_active", "female", "all", "", thousand, 9.5, 9.6},
    {"inactive", "both", "all", "", thousand, 8.6, 8.4},
    {"inactive", "male", "all", "", thousand, 3.5, 3.5},
    {"inactive", "female", "all", "", thousand, 5.1, 4.9},
    {"inactive", "both", "15-29", "", thousand, 1.4, 1.6},
    {"inactive", "both", "30-49", "", thousand, 0.9, 1.0},
    {"inactive", "both", "50+", "", thousand, 6.3, 5.9},
    {"survey_population", "both", "all", "", thousand, 30.5, 30.3},
    {"survey_population", "male", "all", "", thousand, 15.9, 15.7},
    {"survey_population", "female", "all", "", thousand, 14.6, 14.5},
    {"employment_rate", "both", "all", "", percent, 71.3, 72.0},
    {"employment_rate", "both", "15-64", "", percent, 76.7, 76.1},
    {"employment_rate", "male", "15-64", "", percent, 82.2, 80.2},
    {"employment_rate", "female", "15-64", "", percent, 69.8, 71.0},
    {"employment_rate", "both", "15-29", "", percent, 43.9, 37.3},
    {"employment_rate", "both", "30-49", "", percent, 86.9, 85.9},
    {"employment_rate", "both", "50-64", "", percent, 77.9, 79.1},
    {"employment_rate", "both", "65+", "", percent, 60.7, 64.5},
    {"participation_rate", "both", "all", "", percent, 71.7, 72.3},
    {"unemployment_rate", "both", "all", "", percent, 0.6, 0.4},
    {"employed", "both", "all", "agriculture", thousand, 4.0, 4.0},
    {"inactive", "both", "all", "housework", thousand, 3.4, 3.2},
}};

/// Employment rates by survey from 2013H1: 15-29, 30-49, 50-64, 65+.
constexpr std::array<std::array<double, 4>, 22> history{{
    {46.9, 83.2, 72.6, 33.9}, {43.3, 84.9, 76.3, 39.0}, {41.6, 86.1, 76.9, 38.2}, {43.8, 87.0, 76.5, 37.1},
    {45.5, 85.0, 77.7, 39.6}, {43.1, 84.8, 76.1, 36.8}, {41.5, 84.0, 75.7, 37.9}, {39.2, 86.1, 76.4, 42.1},
    {46.3, 85.9, 76.8, 42.4}, {37.3, 81.7, 74.1, 47.1}, {41.0, 83.4, 75.2, 47.4}, {52.7, 85.2, 74.9, 47.6},
    {52.6, 86.0, 77.9, 48.6}, {37.3, 87.1, 81.4, 52.0}, {34.8, 84.2, 80.1, 54.9}, {33.5, 83.0, 83.4, 52.4},
    {32.5, 80.2, 81.9, 54.6}, {44.1, 79.4, 82.7, 56.7}, {37.4, 79.9, 82.3, 57.8}, {43.9, 86.9, 77.9, 60.7},
    {43.4, 85.9, 80.5, 63.1}, {37.3, 85.9, 79.1, 64.5},
}};
constexpr std::array<const char*, 4> bands{"15-29", "30-49", "50-64", "65+"};

constexpr std::array<std::pair<const char*, double>, 6> flows{
    {{"E>U", 0.009}, {"E>I", 0.028}, {"U>E", 0.316}, {"U>I", 0.169}, {"I>E", 0.055}, {"I>U", 0.018}}};

/// Residents by five-year group from 0-4: male 2022, female 2022, male 2023, female 2023.
constexpr std::array<std::array<double, 4>, 21> residents{{
    {294, 315, 254, 294},     {438, 392, 399, 368},     {606, 576, 568, 535},
    {582, 567, 576, 560},     {821, 586, 719, 544},     {655, 421, 629, 396},
    {617, 482, 583, 433},     {781, 608, 714, 575},     {1139, 872, 1061, 839},
    {1395, 1024, 1285, 966},  {1843, 1279, 1741, 1213}, {1816, 1492, 1833, 1502},
    {2292, 2084, 2266, 1995}, {1930, 1642, 2066, 1780}, {1137, 1297, 1179, 1287},
    {878, 1102, 884, 1096},   {672, 1055, 697, 1059},   {215, 562, 232, 586},
    {54, 199, 58, 207},       {18, 62, 16, 69},         {3, 8, 6, 12},
}};

void add_surveys(std::vector<plan::Fact>& facts, const Content& content) {
  for (const Figure& figure : figures) {
    if (content.totals_only &&
        (std::string(figure.age) != "all" || std::string(figure.sex) != "both" || *figure.category != '\0' ||
         (std::string(figure.item) != "employed" && std::string(figure.item) != "employment_rate"))) {
      continue;
    }
    if (!content.totals_only) {
      facts.push_back(
          fact(figure.item, "2022H2", figure.sex, figure.age, figure.category, figure.of_2022, figure.unit));
    }
    facts.push_back(fact(figure.item, "2023H2", figure.sex, figure.age, figure.category, figure.of_2023, figure.unit));
  }
}

void add_history(std::vector<plan::Fact>& facts, const Content& content) {
  for (std::size_t i = 0; i < history.size(); ++i) {
    const std::string survey = std::to_string(2013 + i / 2) + (i % 2 == 0 ? "H1" : "H2");
    if (content.surveys && (survey == "2022H2" || survey == "2023H2")) continue;
    for (std::size_t band = 0; band < bands.size(); ++band) {
      facts.push_back(fact("employment_rate", survey, "both", bands[band], "", history[i][band], percent));
    }
  }
}

}  // namespace

plan::Fact fact(std::string item, std::string period, std::string sex, std::string age, std::string category,
                double value, std::string unit) {
  plan::Fact result;
  result.table = "test";
  result.row = item + " " + sex + " " + age + " " + category;
  result.column = period;
  result.item = std::move(item);
  result.period = std::move(period);
  result.sex = std::move(sex);
  result.age = std::move(age);
  result.category = std::move(category);
  result.value = value;
  result.unit = std::move(unit);
  result.use = true;
  return result;
}

plan::Plan plan_with(std::vector<plan::Fact> facts) {
  plan::Plan plan;
  plan.id = "test";
  plan.base_year = 2023;
  plan.plan_year = 2024;
  plan.as_of = time::make_date(2023, 12, 31);
  plan.forecast_until = time::make_date(2028, 12, 31);
  plan::Table table;
  table.id = "test";
  table.facts = std::move(facts);
  plan.facts = plan::FactBook({std::move(table)});
  return plan;
}

plan::Plan jeongseon(const Content& content) {
  std::vector<plan::Fact> facts;
  if (content.surveys) add_surveys(facts, content);
  if (content.history && !content.totals_only) add_history(facts, content);
  for (const auto& [category, value] : flows) {
    facts.push_back(fact("monthly_flow", "2000-2018", "both", "all", category, value, "share"));
  }
  return plan_with(std::move(facts));
}

state::AgePyramid registered(int year) {
  constexpr double register_over_residents = 34202.0 / 34082.0;
  state::AgePyramid pyramid;
  for (const state::Sex sex : state::sexes) {
    const auto column = static_cast<std::size_t>((year == 2022 ? 0 : 2) + static_cast<int>(sex));
    for (int age = 0; age <= state::oldest_age; ++age) {
      const auto group = static_cast<std::size_t>(age / 5);
      const double width = age == state::oldest_age ? 1.0 : 5.0;
      pyramid.of(sex, age) = register_over_residents * residents[group][column] / width;
    }
  }
  return pyramid;
}

const LabourModel& model() {
  static const LabourModel made(jeongseon(), registered());
  return made;
}

}  // namespace jobcast::labour::test
