#pragma once

#include <optional>

#include "models/forecast/county_model.hpp"
#include "models/forecast/outcomes.hpp"
#include "models/forecast/steady_behaviour.hpp"
#include "models/forecast/streams.hpp"
#include "models/labour/labour_step.hpp"
#include "models/population/population_step.hpp"

namespace jobcast::forecast {

/// A county in one block of lanes, played through its calendar. Takes its memory when it is made; one a thread.
class County {
 public:
  explicit County(const CountyModel& model);

  /// Plays draws first_draw .. first_draw + lane_count - 1 and writes their outcomes. Draws below
  /// outcomes.replicated_draws() are played again with each source of uncertainty drawn anew.
  void play(const Streams& streams, std::uint32_t first_draw, Outcomes& outcomes);

 private:
  struct Player;

  /// What a survey finds under some programmes.
  struct Finding {
    survey::IndicatorLanes truth, published;
    programmes::SectorOutcomes sectors;
  };

  void draw_parameters(const Streams& streams);
  void live(const Streams& streams, time::Date last, std::optional<std::size_t> replicate);
  void begin(const Streams& streams);
  void on_survey(std::size_t survey, time::Date week);
  void find(std::size_t survey, const Streams& streams, programmes::ProgrammeDraw& programmes, Finding& finding);
  void record_change(std::size_t survey, const Finding& finding);
  void record_sectors(const Finding& finding);
  void record_replicate(std::size_t source, const Finding& finding);
  void record_year(int year);

  const CountyModel& model_;
  SteadyBehaviour steady_;
  population::PopulationStep population_step_;
  labour::LabourStep labour_step_;
  state::CountyBlock block_;
  population::PopulationDraw population_draw_;
  labour::LabourDraw labour_draw_;
  programmes::ProgrammeDraw programme_draw_;
  programmes::ProgrammeDraw other_programme_draw_;
  programmes::Overlay overlay_;
  state::CellCounts people_;   ///< as they are with the base year's programmes going on
  state::CellCounts working_;  ///< with the scenario's programmes, or with steady behaviour
  population::MonthFlows month_;
  std::array<units::Lane, flow_names.size()> year_flows_;

  Outcomes* outcomes_ = nullptr;
  std::optional<Streams> streams_;        ///< of the life being lived
  std::optional<std::size_t> replicate_;  ///< source that this life draws anew; none: the life that is recorded
  std::uint32_t first_draw_ = 0;
};

}  // namespace jobcast::forecast
