#pragma once

#include <cstdint>
#include <vector>

#include "engine/random/stream.hpp"
#include "models/labour/generator.hpp"
#include "models/labour/hold_the_line.hpp"
#include "models/labour/labour_model.hpp"

namespace jobcast::labour {

/// Whether people go on behaving as they did at the start. A frozen run has no drift and no innovations: what changes
/// is the population alone. The difference between the two runs of one draw is the effect of behaviour.
enum class Behaviour { moving, frozen };

/// What changes in one quarter, as differences of each cell's log-odds (models/labour/cell_response.hpp).
struct QuarterStep {
  std::array<units::Lane, state::survey_band_count> employment;  ///< employed against not employed, by band
  units::Lane women;                                             ///< the same, women alone
  units::Lane men;                                               ///< the same, men alone
  units::Lane regular;                                           ///< regular against other employed
};

/// One set of the labour market's unknowns for each lane of a block: half a MB, made once and used by every scenario.
struct LabourDraw {
  Behaviour behaviour = Behaviour::moving;
  std::vector<CellRates> rates;       ///< by cell: how fast people move
  std::vector<LogRatios> stationary;  ///< by cell: where the generator leads, with which shares hold by age
  std::vector<Seasons> monthly;       ///< by cell: what follows by season while behaviour is frozen
  std::vector<StateLanes> start;      ///< [sex * working_ages + age - 15]: shares on the start date
  units::Lane season;                 ///< relative amplitude of seasonal hazards
  std::vector<QuarterStep> quarters;  ///< [0] at the start: what happened since the survey
  units::Lane shock_to_unemployed;    ///< share of those who lose a job in a shock who look for another
  units::Lane shock_persistence;      ///< share of a shock that stays in the generator
};

/// Draws first_draw .. first_draw + lane_count - 1. Each parameter has its own stream (entity = its key). Every lane is
/// calibrated so that, with frozen behaviour, shares by age and sex are after a year what they were ("hold the line").
/// A frozen draw is the moving one with another `behaviour`: copy it and set that. About 0.4 ms. Precondition:
/// key.purpose is Purpose::parameters.
LabourDraw draw_labour(const LabourModel& model, random::StreamKey key, std::uint32_t first_draw,
                       Behaviour behaviour = Behaviour::moving);

/// Every parameter at its central value, drift at its mean, no innovations.
LabourDraw central_labour(const LabourModel& model, Behaviour behaviour = Behaviour::moving);

/// What the centre teaches the calibration of every draw; the model asks for it once (LabourModel::guess).
LineGuess central_guess(const LabourModel& model);

}  // namespace jobcast::labour
