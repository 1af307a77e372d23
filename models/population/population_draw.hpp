#pragma once

#include <cstdint>
#include <vector>

#include "engine/random/stream.hpp"
#include "models/population/population_model.hpp"

namespace jobcast::population {

/// The factors of one forecast year on the model's central rates, one number a lane.
struct YearFactors {
  units::Lane fertility;       ///< on the rates of all ages
  units::Lane arrivals;        ///< on the number of arrivals, all ages
  units::Lane leaving;         ///< on the hazard of leaving, all ages
  units::Lane young_arrivals;  ///< further factor on arrivals of young_ages
  units::Lane young_leaving;   ///< further factor on the leaving of young_ages
};

/// One set of the population's unknown parameters for each lane of a block.
struct PopulationDraw {
  units::Lane mortality;           ///< factor on the nation's hazard of death
  std::vector<YearFactors> years;  ///< years[i] belongs to start_year + 1 + i
};

/// Column of a plan's posterior: net migrants a person-year over the model's own lasting level. The other columns read
/// are the keys of the mortality multiplier and the fertility level.
inline constexpr const char* migration_level_column = "population.migration_level";

/// Draws first_draw .. first_draw + lane_count - 1 of the parameters. Each parameter has its own stream (entity = its
/// key), so that a further one shifts no other's numbers. Net migration's deviation is carried half by arrivals and
/// half by leavers, as factors with mean one. Precondition: key.purpose is Purpose::parameters.
PopulationDraw draw_population(const PopulationModel& model, random::StreamKey key, std::uint32_t first_draw);

/// Every parameter at its central value: what the deterministic run uses.
PopulationDraw central_population(const PopulationModel& model);

}  // namespace jobcast::population
