#pragma once

#include <string>
#include <vector>

#include "models/population/trajectories.hpp"

namespace jobcast::bench {

/// Work A: trajectories of a population of 2 sexes x 101 ages through 10 annual steps; in each trajectory and year
/// survival = exp(-mortality h) is worked out for every sex and age, births of the women of 15-49 at both ends of the
/// year times the trajectory's fertility, net migrants times its migration at the year's end, nobody below zero. Kept:
/// 7 age groups x 2 sexes x 10 years. Everything in double precision.
struct PopulationWork {
  static constexpr int years = 10;
  static constexpr int kept_a_year = 14;

  population::Population<double> start{};
  std::vector<population::AnnualRates> rates;
  std::vector<double> mortality, fertility, migration;  ///< a number a trajectory

  [[nodiscard]] std::size_t count() const { return mortality.size(); }
};

/// A county of some 34,000, with Gompertz mortality that falls by a hundredth a year. `count` is a multiple of
/// units::lane_count.
PopulationWork make_population_work(std::size_t count);

/// What is kept, [trajectory][year][group * 2 + sex].
using KeptPopulation = std::vector<double>;
/// The same as our own kernel keeps it: [block * years + year], by group * 2 + sex and lane.
using KeptByBlock = std::vector<state::AgeGroupCounts>;

/// By jobcast's own kernel, models/population/trajectories.hpp. `kept` takes room the first time and keeps it.
void population_by_lanes(const PopulationWork& work, KeptByBlock& kept);
/// Peer: plain loops over double, one trajectory after another, as one would first write them.
void population_by_loops(const PopulationWork& work, KeptPopulation& kept);
KeptPopulation in_order(const KeptByBlock& by_block);
/// The work as population.py reads it.
void write_population_work(const PopulationWork& work, const std::string& file);

}  // namespace jobcast::bench
