#pragma once

#include <cstdint>
#include <vector>

#include "engine/random/stream.hpp"
#include "models/population/population_model.hpp"

namespace jobcast::population {

/// One set of the population's unknown parameters for each lane of a block.
struct PopulationDraw {
  units::Lane mortality;             ///< factor on the hazard of death
  std::vector<units::Lane> fertility;  ///< factor on the fertility of start_year + 1 + i
  std::vector<units::Lane> arrivals;   ///< factor on arrivals of start_year + 1 + i, all ages
  std::vector<units::Lane> leaving;    ///< factor on the hazard of leaving of start_year + 1 + i, all ages
  std::vector<units::Lane> young_arrivals;  ///< further factor at ages 15..34
  std::vector<units::Lane> young_leaving;   ///< further factor at ages 15..34
};

/// Draws first_draw .. first_draw + lane_count - 1 of the parameters. Each value has its own stream (entity = its key),
/// so a further parameter shifts no other's numbers. Precondition: key.purpose is Purpose::parameters.
PopulationDraw draw_population(const PopulationModel& model, random::StreamKey key, std::uint32_t first_draw);

/// Every parameter at its central value: what the deterministic run uses.
PopulationDraw central_population(const PopulationModel& model);

}  // namespace jobcast::population
