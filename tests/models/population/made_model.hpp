#pragma once

#include <cstdint>
#include <random>

#include "models/population/population_step.hpp"

namespace jobcast::population::test {

/// A certain value with a key.
inline plan::Value certain(const char* key, double value) {
  plan::Value result;
  result.key = key;
  result.distribution = random::Distribution::fixed(value);
  return result;
}

/// No parameter is uncertain and none changes anything.
inline PopulationUncertainty no_uncertainty() {
  return {.mortality_multiplier = certain("population.mortality_multiplier", 1.0),
          .fertility_level = certain("population.fertility_level", 1.0),
          .fertility_trend = certain("population.fertility_trend", 0.0),
          .net_migration_shift = certain("population.net_migration_shift", 0.0),
          .migration_spread = certain("population.migration_spread", 1.0),
          .arrivals_trend = certain("population.arrivals_trend", 0.0)};
}

/// The same people in every cell.
inline state::AgePyramid even_population(double persons) {
  state::AgePyramid pyramid;
  for (auto& ages : pyramid.persons) ages.fill(persons);
  return pyramid;
}

/// Rates of all kinds that are zero in some cells and high in others, by a small generator of their own.
inline PopulationModel random_model(std::uint64_t seed, int years) {
  std::mt19937_64 generator(seed);
  const auto uniform = [&](double greatest) {
    return generator() % 4 == 0 ? 0.0 : greatest * static_cast<double>(generator() >> 11) * 0x1p-53;
  };
  state::AgePyramid start;
  std::vector<YearRates> rates(static_cast<std::size_t>(years));
  for (std::size_t sex = 0; sex < state::sex_count; ++sex) {
    for (std::size_t age = 0; age < age_count; ++age) start.persons[sex][age] = uniform(300.0);
  }
  for (YearRates& year : rates) {
    for (std::size_t sex = 0; sex < state::sex_count; ++sex) {
      for (std::size_t age = 0; age < age_count; ++age) {
        year.death[sex][age] = uniform(generator() % 50 == 0 ? 60.0 : 0.4);
        year.leaving[sex][age] = uniform(generator() % 50 == 0 ? 60.0 : 0.4);
        year.arrivals[sex][age] = uniform(20.0);
        if (age >= 15 && age < 50) year.fertility[age] = uniform(0.2);
      }
    }
  }
  return {2023, start, std::move(rates), no_uncertainty()};
}

/// A population in which nothing ever happens.
inline PopulationModel still_model(const state::AgePyramid& start, int years) {
  return {2023, start, std::vector<YearRates>(static_cast<std::size_t>(years)), no_uncertainty()};
}

inline units::Lane total_of(const state::CountyBlock& block, state::Sex sex) {
  units::Lane sum = units::Lane::Zero();
  for (int row = 0; row < block.row_count(); ++row) sum += block.total(sex, row);
  return sum;
}
inline units::Lane total_of(const state::CountyBlock& block) {
  return total_of(block, state::Sex::male) + total_of(block, state::Sex::female);
}

/// Puts people of 15 and over into all five states, unevenly over lanes.
inline void spread_over_states(state::CountyBlock& block) {
  for (const state::Sex sex : state::sexes) {
    for (int row = 0; row < block.row_of(block.newest_birth_year() - 14); ++row) {
      units::Lane* states = block.persons(sex, row);
      const units::Lane all = states[0];
      units::Lane rest = all;
      for (int state = 1; state < state::labour_state_count; ++state) {
        states[state] = all * units::Lane::LinSpaced(0.0, 0.05 * (state + row % 3));
        rest -= states[state];
      }
      states[0] = rest;
    }
  }
}

inline constexpr random::StreamKey chance_key{.seed = 7, .purpose = random::Purpose::chance, .replicate = 0};
inline constexpr random::StreamKey parameter_key{.seed = 7, .purpose = random::Purpose::parameters, .replicate = 0};

}  // namespace jobcast::population::test
