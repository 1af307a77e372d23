#pragma once

#include <array>
#include <cstddef>

#include "models/population/rates.hpp"

namespace jobcast::population {

/// When a year's migrants count in an annual projection.
enum class MigrationConvention {
  end_of_step,    ///< all at the end: in neither the births nor the deaths of the step
  half_and_half,  ///< half at the start, half at the end (Preston, Heuveline & Guillot 2001, section 6.3)
};

/// One step of one year, from ages at its start to ages at its end.
struct AnnualRates {
  SexAgeArray survival{};  ///< share of age a-1 alive at age a a year later, L(a)/L(a-1); at 0: of the newborn,
                           ///< L(0)/l(0); at 100: of those of 99 and over
  AgeArray fertility{};    ///< births a woman-year by age at the time of birth
  double boys_per_girl = 1.05;
  SexAgeArray net_migrants{};  ///< persons, by age at the end of the step
};

/// Persons by sex and single year of age, [sex][age]. `Number` is double, or a Lane to carry several trajectories.
template <class Number>
using Population = std::array<std::array<Number, age_count>, state::sex_count>;

/// Advances a population by one year: cohort-component method with single ages (Leslie 1945; United Nations 2024,
/// methodology of the World Population Prospects). Births = sum over ages of fertility x (women at the start +
/// surviving women at the end) / 2. `factors` scale fertility and migration, one number a trajectory.
template <class Number>
void step_annual(Population<Number>& population, const AnnualRates& rates, MigrationConvention convention,
                 const Number& fertility_factor, const Number& migration_factor);

/// Advances one population through consecutive years with the central rates.
template <class Number>
void project_annual(Population<Number>& population, const AnnualRates* years, std::size_t year_count,
                    MigrationConvention convention);

}  // namespace jobcast::population

#include "models/population/annual_projection_inl.hpp"
