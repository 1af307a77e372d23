#pragma once

#include <array>
#include <optional>

#include "models/forecast/block_futures.hpp"
#include "models/forecast/county_model.hpp"
#include "models/forecast/outcomes.hpp"
#include "models/forecast/steady_behaviour.hpp"
#include "models/forecast/streams.hpp"
#include "models/labour/labour_step.hpp"
#include "models/population/population_step.hpp"

namespace jobcast::forecast {

/// A county in one block of lanes, played through its calendar without its programmes' changes. Takes its memory when
/// it is made; one a thread.
class County {
 public:
  explicit County(const CountyModel& model);

  /// Plays draws first_draw .. first_draw + lane_count - 1: fills `futures` and the block's rows of `outcomes`. With
  /// `replicated` the block is played again with other parameters and with other chance.
  void play(const Streams& streams, std::uint32_t first_draw, bool replicated, BlockFutures& futures,
            CountyOutcomes& outcomes);
  /// Plays them up to the last survey alone and keeps nothing but that. Precondition: there is a survey.
  void play_to_last_survey(const Streams& streams, std::uint32_t first_draw, SurveyFuture& future);

 private:
  struct Player;

  void draw_parameters(const Streams& streams);
  void live(const Streams& streams, time::Date last, SurveyFuture* only_last);
  void begin(const Streams& streams);
  void on_survey(std::size_t survey, time::Date week);
  void look(std::size_t survey, SurveyFuture& future);
  void record_change(std::size_t survey);
  void record_year(int year);

  const CountyModel& model_;
  SteadyBehaviour steady_;
  population::PopulationStep population_step_;
  labour::LabourStep labour_step_;
  state::CountyBlock block_;
  population::PopulationDraw population_draw_;
  labour::LabourDraw labour_draw_;
  state::CellCounts steady_people_;
  population::MonthFlows month_;
  std::array<units::Lane, flow_names.size()> year_flows_;

  // Of the life being lived:
  Streams streams_{0};
  std::uint32_t first_draw_ = 0;
  BlockFutures* futures_ = nullptr;
  CountyOutcomes* outcomes_ = nullptr;
  SurveyFuture* only_last_ = nullptr;  ///< where a life that is played again leaves its last survey; else null
};

}  // namespace jobcast::forecast
