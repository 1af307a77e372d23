#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "models/plan/plan.hpp"
#include "models/state/age_pyramid.hpp"

namespace jobcast::survey::testing {

/// Ages of the survey's table for one area, in the order of `SurveyRow`.
inline constexpr std::array<std::string_view, 6> survey_ages{"15+", "15-64", "15-29", "30-49", "50-64", "65+"};

/// Employed persons (thousand) and employment rate (percent) by age.
struct SurveyRow {
  std::string_view survey;
  std::array<std::pair<double, double>, 6> figures;
};

/// Jeongseon in the Local Area Labour Force Survey (Statistics Korea, KOSIS, si/gun/gu by age).
inline constexpr std::array<SurveyRow, 10> surveys{{
    {"2019H1", {{{21.7, 69.0}, {17.3, 77.1}, {1.8, 52.6}, {7.3, 86.0}, {8.2, 77.9}, {4.3, 48.6}}}},
    {"2019H2", {{{21.9, 69.7}, {17.2, 77.0}, {1.2, 37.3}, {7.3, 87.1}, {8.7, 81.4}, {4.7, 52.0}}}},
    {"2020H1", {{{21.6, 69.1}, {16.5, 75.1}, {1.1, 34.8}, {6.9, 84.2}, {8.5, 80.1}, {5.1, 54.9}}}},
    {"2020H2", {{{21.5, 69.0}, {16.5, 76.3}, {1.0, 33.5}, {6.6, 83.0}, {8.9, 83.4}, {5.0, 52.4}}}},
    {"2021H1", {{{21.2, 68.3}, {15.8, 74.6}, {0.9, 32.5}, {6.2, 80.2}, {8.7, 81.9}, {5.3, 54.6}}}},
    {"2021H2", {{{21.5, 70.0}, {15.9, 76.4}, {1.2, 44.1}, {5.9, 79.4}, {8.8, 82.7}, {5.6, 56.7}}}},
    {"2022H1", {{{21.3, 69.7}, {15.4, 75.6}, {1.0, 37.4}, {5.8, 79.9}, {8.7, 82.3}, {5.9, 57.8}}}},
    {"2022H2", {{{21.7, 71.3}, {15.4, 76.7}, {1.1, 43.9}, {6.1, 86.9}, {8.2, 77.9}, {6.3, 60.7}}}},
    {"2023H1", {{{22.0, 72.6}, {15.3, 77.7}, {1.1, 43.4}, {5.9, 85.9}, {8.3, 80.5}, {6.7, 63.1}}}},
    {"2023H2", {{{21.8, 72.0}, {14.8, 76.1}, {0.9, 37.3}, {5.8, 85.9}, {8.1, 79.1}, {7.0, 64.5}}}},
}};

/// Registered persons by the plan's age groups (plan, table 4), year ends 2019 .. 2023.
inline constexpr std::array<std::array<double, 7>, 5> registered_by_year{{{3130, 4413, 3373, 5102, 7268, 4148, 9837},
                                                                          {2960, 4140, 3078, 4978, 6986, 4411, 10317},
                                                                          {2837, 3828, 2755, 4626, 6682, 4524, 10423},
                                                                          {2621, 3641, 2498, 4453, 6473, 4399, 10846},
                                                                          {2418, 3427, 2316, 4174, 6336, 4281, 11250}}};

inline plan::Table survey_table() {
  plan::Table table{.id = "survey", .file = "survey.csv", .title = {}, .provenance = {}, .facts = {}};
  const auto add = [&](std::string_view survey, std::string_view age, const char* item, double value,
                       const char* unit) {
    table.facts.push_back({.table = "survey",
                           .row = std::string(age) + " " + item,
                           .column = std::string(survey),
                           .item = item,
                           .period = std::string(survey),
                           .sex = "both",
                           .age = std::string(age),
                           .category = "",
                           .value = value,
                           .unit = unit,
                           .use = true,
                           .note = "",
                           .provenance = {}});
  };
  for (const SurveyRow& row : surveys) {
    for (std::size_t age = 0; age < survey_ages.size(); ++age) {
      add(row.survey, survey_ages[age], "employed", row.figures[age].first, "thousand_persons");
      add(row.survey, survey_ages[age], "employment_rate", row.figures[age].second, "percent");
    }
  }
  return table;
}

inline plan::Table register_table() {
  plan::Table table{.id = "4", .file = "04.csv", .title = {}, .provenance = {}, .facts = {}};
  for (std::size_t year = 0; year < registered_by_year.size(); ++year) {
    const std::string period = std::to_string(2019 + year);
    for (std::size_t group = 0; group < state::plan_age_groups.size(); ++group) {
      const std::string age(state::plan_age_group_names[group]);
      table.facts.push_back({.table = "4",
                             .row = age,
                             .column = period,
                             .item = "population",
                             .period = period,
                             .sex = "both",
                             .age = age,
                             .category = "",
                             .value = registered_by_year[year][group],
                             .unit = "persons",
                             .use = true,
                             .note = "",
                             .provenance = {}});
    }
  }
  return table;
}

inline plan::Value fixed_value(std::string key, double value) {
  return {.key = std::move(key), .distribution = random::Distribution::fixed(value), .unit = "", .provenance = {}};
}

/// What the survey reads of Jeongseon's plan, and nothing else.
inline plan::Plan jeongseon_plan() {
  plan::Plan plan;
  plan.id = "jeongseon-2024";
  plan.as_of = time::make_date(2023, 12, 31);
  plan.base_year = 2023;
  plan.plan_year = 2024;
  plan.facts = plan::FactBook({survey_table(), register_table()});
  const std::array rounding{0.1, 0.1, 0.1, 100.0, 100.0, 1.0};
  const std::array base{76.1, 37.3, 71.0, 21'800.0, 7'500.0, 12'609.0};
  const std::array target{76.1, 37.1, 71.0, 21'850.0, 7'500.0, 12'610.0};
  for (std::size_t i = 0; i < rounding.size(); ++i) {
    plan::Indicator indicator;
    indicator.id = static_cast<plan::Indicator::Id>(i);
    indicator.rounding = rounding[i];
    indicator.base = base[i];
    indicator.target = target[i];
    plan.indicators.push_back(indicator);
  }
  return plan;
}

/// The register of the end of 2023 with each plan age group at its youngest age: bands need no finer detail.
inline state::AgePyramid jeongseon_register() {
  state::AgePyramid pyramid;
  for (std::size_t group = 0; group < state::plan_age_groups.size(); ++group) {
    for (const state::Sex sex : state::sexes) {
      pyramid.of(sex, state::plan_age_groups[group].from) = 0.5 * registered_by_year.back()[group];
    }
  }
  return pyramid;
}

}  // namespace jobcast::survey::testing
