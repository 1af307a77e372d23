#pragma once

#include <array>
#include <cstdint>

#include "engine/lanes/matrix.hpp"
#include "engine/random/stream.hpp"
#include "engine/time/date.hpp"
#include "models/labour/generator.hpp"
#include "models/labour/labour_draw.hpp"
#include "models/labour/labour_model.hpp"
#include "models/state/cell_counts.hpp"
#include "models/state/county_block.hpp"

namespace jobcast::labour {

/// Jobs that begin (positive) or end (negative) on one day, for people of some ages.
struct LabourShock {
  plan::Contract contract = plan::Contract::regular;
  state::AgeRange ages{15, 64};
  double jobs = 0.0;
};

/// One block's labour market in time: the workspace of the monthly step (model.md section 4). Takes its memory when it
/// is made; everything else allocates nothing.
///
///     step.begin_block(model, draw, chance_key, first_draw, true);
///     step.open(block);                         people as at the start, before anything of the first year
///     step.begin_season(block, start);          then on each 1 March, June, September and December
///     each month: step.step_month(block, first of the month);
class LabourStep {
 public:
  LabourStep();

  /// Model and draw must live until the next begin_block. `chance` has Purpose::chance; without chance every flow is
  /// its expectation. `first_draw` is the block's first lane.
  void begin_block(const LabourModel& model, const LabourDraw& draw, random::StreamKey chance, std::uint32_t first_draw,
                   bool with_chance);
  /// Gives everyone of 15 and over the draw's starting shares by age and sex. Rows are ages on 31 December.
  void open(state::CountyBlock& block) const;
  /// A quarter begins: behaviour moves (people and generator, unless frozen) and the season's hazards set in.
  /// At the start and on 1 March, June, September and December. Throws std::out_of_range beyond the model's last
  /// quarter.
  void begin_season(state::CountyBlock& block, time::Date date);
  /// One month of finding, losing and changing jobs: x' = x P for each row, a row between two labour groups by the
  /// share of its people in each at mid-month; under 15 nobody moves. `month_start` is the first of the month.
  void step_month(state::CountyBlock& block, time::Date month_start);
  /// Moves people out of (or into) jobs of a status on a day, never more than there are, and shifts the generator by
  /// the lasting part. Returns the persons that moved, with the sign of `jobs`.
  units::Lane apply_shock(state::CountyBlock& block, time::Date date, const LabourShock& shock);

  /// This season's monthly transition of a cell (state::cell_of).
  [[nodiscard]] const lanes::LaneMatrix<state::labour_state_count>& transition(int cell) const {
    return transitions_[static_cast<std::size_t>(cell)];
  }
  /// Where the generator of a cell now leads.
  [[nodiscard]] const LogRatios& stationary(int cell) const { return stationary_[static_cast<std::size_t>(cell)]; }

 private:
  using CellMatrices = std::array<lanes::LaneMatrix<state::labour_state_count>, state::cell_count>;

  void tilt(state::CountyBlock& block, time::Date date, const QuarterStep& step);
  void set_transitions(int season);
  void stir(const state::CountyBlock& block, time::Date middle);

  const LabourModel* model_ = nullptr;
  const LabourDraw* draw_ = nullptr;
  random::StreamKey chance_;
  std::uint32_t first_draw_ = 0;
  bool with_chance_ = false;
  int season_ = 0;
  bool as_drawn_ = true;  ///< generators still lead where the draw has them
  std::array<LogRatios, state::cell_count> stationary_;
  CellMatrices transitions_;
  CellMatrices moves_;  ///< what is applied to the rows: transitions with chance, or a tilt
  state::CellCounts counts_;
};

}  // namespace jobcast::labour
