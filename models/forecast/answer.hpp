#pragma once

#include "models/forecast/block_futures.hpp"
#include "models/forecast/county_model.hpp"
#include "models/forecast/last_week.hpp"
#include "models/forecast/outcomes.hpp"
#include "models/forecast/streams.hpp"
#include "models/programmes/programme_model.hpp"

namespace jobcast::forecast {

/// Answers one scenario on the futures of blocks: programmes, survey, publication. One a thread; allocates nothing
/// after it is made.
class Answer {
 public:
  /// `programmes`: of a scenario in this county.
  Answer(const CountyModel& county, const programmes::ProgrammeModel& programmes);

  /// Writes the block's rows of `outcomes`.
  void write(const Streams& streams, const BlockFutures& futures, ScenarioOutcomes& outcomes);
  /// What the last survey meets in the block. Precondition: the calendar has a survey.
  void meet(const Streams& streams, const BlockFutures& futures, LastWeek& week);
  /// What the last survey publishes and what is true, of draws first_draw .. first_draw + lane_count - 1.
  void find_last(const Streams& streams, std::uint32_t first_draw, const SurveyFuture& future,
                 survey::IndicatorLanes& truth, survey::IndicatorLanes& published);

 private:
  /// What a survey finds.
  struct Finding {
    survey::IndicatorLanes truth, published;
    programmes::SectorOutcomes sectors;
  };

  /// Lets the scenario's programmes act on a survey's week.
  void act(std::size_t survey, const SurveyFuture& future, state::CellCounts& people, units::Lane& insured,
           programmes::SectorOutcomes& sectors);
  void find(std::size_t survey, const SurveyFuture& future, const Streams& streams, Finding& finding);
  void write_last(const BlockFutures& futures, const Finding& finding, ScenarioOutcomes& outcomes) const;
  void write_replicates(const Streams& streams, const BlockFutures& futures, ScenarioOutcomes& outcomes);

  const CountyModel& county_;
  const programmes::ProgrammeModel& programmes_;
  programmes::ProgrammeDraw draw_;
  programmes::Overlay overlay_;
  state::CellCounts people_;
  std::uint32_t first_draw_ = 0;
};

}  // namespace jobcast::forecast
