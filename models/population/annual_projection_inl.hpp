#pragma once

#include "models/population/annual_projection.hpp"

namespace jobcast::population {
namespace internal {

template <class Number>
void add_migrants(Population<Number>& population, const AnnualRates& rates, double share, const Number& factor) {
  for (std::size_t sex = 0; sex < population.size(); ++sex) {
    population[sex][0] += rates.net_migrants[sex][0] * factor;
    for (std::size_t age = 1; age < population[sex].size(); ++age) {
      population[sex][age] += (share * rates.net_migrants[sex][age]) * factor;
    }
  }
}

/// Half of the migrants at the start, when they are a year younger than at the end; nobody comes before birth.
template <class Number>
void add_migrants_at_start(Population<Number>& population, const AnnualRates& rates, const Number& factor) {
  for (std::size_t sex = 0; sex < population.size(); ++sex) {
    for (std::size_t age = 0; age + 1 < population[sex].size(); ++age) {
      population[sex][age] += (0.5 * rates.net_migrants[sex][age + 1]) * factor;
    }
  }
}

/// Moves everyone one age on, oldest first, and returns the births of the year.
template <class Number>
Number grow_older(Population<Number>& population, const AnnualRates& rates) {
  constexpr std::size_t last = state::oldest_age;
  Number births = 0.0 * population[0][0];
  for (std::size_t sex = 0; sex < population.size(); ++sex) {
    const AgeArray& survival = rates.survival[sex];
    auto& ages = population[sex];
    const bool women = sex == static_cast<std::size_t>(state::Sex::female);
    ages[last] += ages[last - 1];
    ages[last] *= survival[last];
    for (std::size_t age = last - 1; age > 0; --age) {
      if (women && rates.fertility[age] > 0.0) births += (0.5 * rates.fertility[age]) * ages[age];
      ages[age] = survival[age] * ages[age - 1];
      if (women && rates.fertility[age] > 0.0) births += (0.5 * rates.fertility[age]) * ages[age];
    }
  }
  return births;
}

}  // namespace internal

template <class Number>
void step_annual(Population<Number>& population, const AnnualRates& rates, MigrationConvention convention,
                 const Number& fertility_factor, const Number& migration_factor) {
  const bool halves = convention == MigrationConvention::half_and_half;
  if (halves) internal::add_migrants_at_start(population, rates, migration_factor);
  Number births = internal::grow_older(population, rates);
  births *= fertility_factor;
  const double boys = rates.boys_per_girl / (1.0 + rates.boys_per_girl);
  population[0][0] = (boys * rates.survival[0][0]) * births;
  population[1][0] = ((1.0 - boys) * rates.survival[1][0]) * births;
  internal::add_migrants(population, rates, halves ? 0.5 : 1.0, migration_factor);
}

template <class Number>
void project_annual(Population<Number>& population, const AnnualRates* years, std::size_t year_count,
                    MigrationConvention convention) {
  const Number one = Number(0.0 * population[0][0]) + 1.0;
  for (std::size_t year = 0; year < year_count; ++year) step_annual(population, years[year], convention, one, one);
}

}  // namespace jobcast::population
