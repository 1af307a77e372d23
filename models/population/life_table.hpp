#pragma once

#include <vector>

#include "models/population/rates.hpp"

namespace jobcast::population {

/// A death rate m(x) of an abridged age group, a person-year. The last group is open.
struct AbridgedRate {
  int from = 0;
  double rate = 0.0;
};

/// A period life table by single year of age, radix 1 (Preston, Heuveline & Guillot 2001, ch. 3).
struct LifeTable {
  AgeArray rate{};          ///< m(x), deaths a person-year; at 100 of all who are older
  AgeArray alive{};         ///< l(x), share of the newborn alive at exact age x
  AgeArray lived{};         ///< L(x), person-years lived between x and x+1; at 100: to the end
  double expectancy = 0.0;  ///< e0, years
};

/// The table of single-year rates: deaths fall half-way through a year of age, in the first year where Andreev &
/// Kingkade (2015) put them.
LifeTable make_life_table(const AgeArray& rates);

/// Survival ratios of the annual step: at 0 L(0)/l(0), at a L(a)/L(a-1), at 100 T(100)/T(99).
AgeArray survival_ratios(const LifeTable& table);

/// Opens abridged rates to single years: a monotone cubic (Fritsch & Carlson 1980) through the logarithms at the
/// groups' middles, moved until each group's own m(x), weighted by its person-years, is reproduced to 1e-10 relative.
/// Precondition: groups ascend from age 0, rates are positive, the first group is the single age 0.
AgeArray graduate(const std::vector<AbridgedRate>& groups);

}  // namespace jobcast::population
