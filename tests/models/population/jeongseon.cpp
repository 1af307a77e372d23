#include "tests/models/population/jeongseon.hpp"

#include <array>

namespace jobcast::population::test {
namespace {

struct AgeRow {
  const char* age;
  std::array<double, 4> values;
};

/// Residents: male 2022, female 2022, male 2023, female 2023.
constexpr std::array<AgeRow, 21> residents{{
    {"0-4", {294, 315, 254, 294}},       {"5-9", {438, 392, 399, 368}},       {"10-14", {606, 576, 568, 535}},
    {"15-19", {582, 567, 576, 560}},     {"20-24", {821, 586, 719, 544}},     {"25-29", {655, 421, 629, 396}},
    {"30-34", {617, 482, 583, 433}},     {"35-39", {781, 608, 714, 575}},     {"40-44", {1139, 872, 1061, 839}},
    {"45-49", {1395, 1024, 1285, 966}},  {"50-54", {1843, 1279, 1741, 1213}}, {"55-59", {1816, 1492, 1833, 1502}},
    {"60-64", {2292, 2084, 2266, 1995}}, {"65-69", {1930, 1642, 2066, 1780}}, {"70-74", {1137, 1297, 1179, 1287}},
    {"75-79", {878, 1102, 884, 1096}},   {"80-84", {672, 1055, 697, 1059}},   {"85-89", {215, 562, 232, 586}},
    {"90-94", {54, 199, 58, 207}},       {"95-99", {18, 62, 16, 69}},         {"100+", {3, 8, 6, 12}},
}};

/// Register, December 2020: male, female.
constexpr std::array<AgeRow, 21> register_2020{{
    {"0-4", {359, 345, 0, 0}},     {"5-9", {534, 498, 0, 0}},     {"10-14", {632, 592, 0, 0}},
    {"15-19", {690, 630, 0, 0}},   {"20-24", {872, 703, 0, 0}},   {"25-29", {736, 509, 0, 0}},
    {"30-34", {749, 583, 0, 0}},   {"35-39", {975, 771, 0, 0}},   {"40-44", {1250, 963, 0, 0}},
    {"45-49", {1651, 1114, 0, 0}}, {"50-54", {1866, 1425, 0, 0}}, {"55-59", {1960, 1735, 0, 0}},
    {"60-64", {2352, 2059, 0, 0}}, {"65-69", {1639, 1525, 0, 0}}, {"70-74", {1080, 1221, 0, 0}},
    {"75-79", {948, 1271, 0, 0}},  {"80-84", {588, 945, 0, 0}},   {"85-89", {193, 505, 0, 0}},
    {"90-94", {50, 202, 0, 0}},    {"95-99", {30, 70, 0, 0}},     {"100+", {20, 30, 0, 0}},
}};

/// Deaths a person-year: male and female 2020-2025, male and female 2025-2030.
constexpr std::array<AgeRow, 22> mortality{{
    {"0", {0.002322, 0.001892, 0.001992, 0.001690}},     {"1-4", {0.000178, 0.000158, 0.000134, 0.000139}},
    {"5-9", {0.000087, 0.000076, 0.000073, 0.000068}},   {"10-14", {0.000069, 0.000060, 0.000054, 0.000045}},
    {"15-19", {0.000155, 0.000105, 0.000106, 0.000072}}, {"20-24", {0.000239, 0.000162, 0.000145, 0.000099}},
    {"25-29", {0.000310, 0.000186, 0.000172, 0.000117}}, {"30-34", {0.000420, 0.000284, 0.000256, 0.000168}},
    {"35-39", {0.000635, 0.000369, 0.000456, 0.000252}}, {"40-44", {0.001033, 0.000508, 0.000852, 0.000369}},
    {"45-49", {0.001779, 0.000778, 0.001491, 0.000575}}, {"50-54", {0.003002, 0.001337, 0.002516, 0.000831}},
    {"55-59", {0.004686, 0.001815, 0.004479, 0.001447}}, {"60-64", {0.007553, 0.002719, 0.007760, 0.002731}},
    {"65-69", {0.013943, 0.005412, 0.013929, 0.005911}}, {"70-74", {0.022144, 0.010494, 0.019911, 0.009603}},
    {"75-79", {0.038560, 0.020501, 0.036393, 0.019212}}, {"80-84", {0.071551, 0.037333, 0.063554, 0.035495}},
    {"85-89", {0.133693, 0.072630, 0.111187, 0.066870}}, {"90-94", {0.240578, 0.134888, 0.192325, 0.120855}},
    {"95-99", {0.407815, 0.239329, 0.313242, 0.208236}}, {"100+", {0.620951, 0.406772, 0.465076, 0.343676}},
}};

/// Plan table 4: 2019 to 2023.
struct YearsRow {
  const char* age;
  std::array<double, 5> values;
};
constexpr std::array<YearsRow, 8> table_4{{
    {"0-14", {3130, 2960, 2837, 2621, 2418}},
    {"15-29", {4413, 4140, 3828, 3641, 3427}},
    {"30-39", {3373, 3078, 2755, 2498, 2316}},
    {"40-49", {5102, 4978, 4626, 4453, 4174}},
    {"50-59", {7268, 6986, 6682, 6473, 6336}},
    {"60-64", {4148, 4411, 4524, 4399, 4281}},
    {"65+", {9837, 10317, 10423, 10846, 11250}},
    {"all", {37271, 36870, 35675, 34931, 34202}},
}};
/// Plan table 3, 2023: both, male, female.
constexpr std::array<AgeRow, 7> table_3{{
    {"0-14", {2418, 1221, 1197, 0}},
    {"15-29", {3427, 1925, 1502, 0}},
    {"30-39", {2316, 1304, 1012, 0}},
    {"40-49", {4174, 2361, 1813, 0}},
    {"50-59", {6336, 3606, 2730, 0}},
    {"60+", {15531, 7427, 8104, 0}},
    {"all", {34202, 17844, 16358, 0}},
}};
constexpr std::array<AgeRow, 7> fertility_shares{{
    {"15-19", {0.387, 0, 0, 0}},
    {"20-24", {2.728, 0, 0, 0}},
    {"25-29", {16.406, 0, 0, 0}},
    {"30-34", {47.362, 0, 0, 0}},
    {"35-39", {27.856, 0, 0, 0}},
    {"40-44", {5.073, 0, 0, 0}},
    {"45-49", {0.189, 0, 0, 0}},
}};

using Facts = std::vector<plan::Fact>;

void add_register(Facts& facts, const Content& content) {
  for (const YearsRow& row : table_4) {
    for (int year = 2019; year <= 2023; ++year) {
      facts.push_back(
          fact("population", std::to_string(year), "both", row.age, row.values[static_cast<std::size_t>(year - 2019)]));
    }
  }
  for (const AgeRow& row : table_3) {
    if (!content.by_sex_2023) break;
    facts.push_back(fact("population", "2023", "male", row.age, row.values[1]));
    facts.push_back(fact("population", "2023", "female", row.age, row.values[2]));
    if (std::string(row.age) == "60+") facts.push_back(fact("population", "2023", "both", row.age, row.values[0]));
  }
  for (const AgeRow& row : register_2020) {
    if (!content.register_2020) break;
    facts.push_back(fact("population", "2020", "male", row.age, row.values[0]));
    facts.push_back(fact("population", "2020", "female", row.age, row.values[1]));
  }
}

void add_residents(Facts& facts) {
  for (const AgeRow& row : residents) {
    facts.push_back(fact("residents", "2022", "male", row.age, row.values[0]));
    facts.push_back(fact("residents", "2022", "female", row.age, row.values[1]));
    facts.push_back(fact("residents", "2023", "male", row.age, row.values[2]));
    facts.push_back(fact("residents", "2023", "female", row.age, row.values[3]));
  }
}

void add_vital_rates(Facts& facts, const Content& content) {
  for (const AgeRow& row : mortality) {
    if (!content.mortality) break;
    facts.push_back(fact("mortality_rate", "2020-2025", "male", row.age, row.values[0], "per_person_year"));
    facts.push_back(fact("mortality_rate", "2020-2025", "female", row.age, row.values[1], "per_person_year"));
    facts.push_back(fact("mortality_rate", "2025-2030", "male", row.age, row.values[2], "per_person_year"));
    facts.push_back(fact("mortality_rate", "2025-2030", "female", row.age, row.values[3], "per_person_year"));
  }
  for (const AgeRow& row : fertility_shares) {
    facts.push_back(fact("fertility_share", "2020-2025", "both", row.age, row.values[0], "percent"));
  }
  facts.push_back(fact("total_fertility_rate", "2015", "both", "", 1.09, "children_per_woman"));
  facts.push_back(fact("total_fertility_rate", "2018", "both", "", 0.93, "children_per_woman"));
  facts.push_back(fact("total_fertility_rate", "2023", "both", "", 0.971, "children_per_woman"));
  facts.push_back(fact("sex_ratio_at_birth", "2023", "both", "", 1.058, "share"));
  facts.push_back(fact("births", "2023", "both", "", 96));
}

}  // namespace

plan::Fact fact(std::string item, std::string period, std::string sex, std::string age, double value,
                std::string unit) {
  plan::Fact result;
  result.table = "test";
  result.row = item + " " + sex + " " + age;
  result.column = period;
  result.item = std::move(item);
  result.period = std::move(period);
  result.sex = std::move(sex);
  result.age = std::move(age);
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
  Facts facts;
  add_register(facts, content);
  if (content.residents) add_residents(facts);
  add_vital_rates(facts, content);
  plan::Plan plan = plan_with(std::move(facts));
  // 422 deaths in 2022 against 408 at national rates; one year's chance is 5 %, and 2022 was an epidemic year.
  plan::Value multiplier = plan.assumption("population.mortality_multiplier");
  multiplier.distribution = random::Distribution::normal(1.03, 0.03);
  plan.assumptions.emplace(multiplier.key, multiplier);
  return plan;
}

}  // namespace jobcast::population::test
