#pragma once

#include <array>
#include <vector>

#include "models/forecast/county_model.hpp"
#include "models/state/county_block.hpp"

namespace jobcast::forecast {

/// One block's labour shares when behaviour stays as it was: what people of each age would do at each survey, the year
/// through, were nothing to move but the season. Applied to a population it says what the population alone does.
class SteadyBehaviour {
 public:
  explicit SteadyBehaviour(const CountyModel& model);

  /// Plays the calendar up to its last survey with frozen behaviour and no chance; `draw` comes back as it was.
  void play(labour::LabourDraw& draw, std::uint32_t first_draw);

  /// The county of the as-of date with the states of a survey's season.
  [[nodiscard]] const state::CellCounts& at_start(std::size_t survey) const { return at_start_[survey]; }
  /// Counts people at the last survey's date: the ages of `registered`, the base year's, each with the steady states.
  void count(const state::AgePyramid& registered, state::CellCounts& counts);
  /// The same of the people of `county`, a block that was played to the last survey.
  void count(const state::CountyBlock& county, state::CellCounts& counts);

 private:
  struct Player;

  void count(const state::AgePyramid& registered, time::Date date, state::CellCounts& counts);

  const CountyModel& model_;
  labour::LabourStep step_;
  state::CountyBlock shares_;  ///< of one person in each row
  state::CountyBlock people_;  ///< room for the shares times persons
  std::vector<state::CellCounts> at_start_;
};

}  // namespace jobcast::forecast
