#pragma once

#include <array>

#include "models/state/groups.hpp"

namespace jobcast::population {

inline constexpr int age_count = state::oldest_age + 1;
/// One number for each completed single year of age 0..100+.
using AgeArray = std::array<double, age_count>;
/// [sex][age].
using SexAgeArray = std::array<AgeArray, state::sex_count>;

/// Central rates of one calendar year, by sex and completed single year of age.
struct YearRates {
  SexAgeArray death{};     ///< hazard of death a person-year, nation's level
  SexAgeArray leaving{};   ///< hazard of leaving the county a person-year
  SexAgeArray arrivals{};  ///< persons who arrive in the year
  AgeArray fertility{};    ///< live births a woman-year
  double boys_per_girl = 1.05;
};

}  // namespace jobcast::population
