#pragma once

#include <array>
#include <cstdint>

#include "engine/random/stream.hpp"
#include "engine/time/date.hpp"
#include "models/population/chance.hpp"
#include "models/population/population_draw.hpp"
#include "models/population/population_model.hpp"
#include "models/state/county_block.hpp"

namespace jobcast::population {

/// Persons who were born, died, arrived and left in one month, by sex: [sex]. The month's accounting is
/// total after = total before + births + arrivals - deaths - leavers, in every lane.
struct MonthFlows {
  using BySex = std::array<units::Lane, state::sex_count>;

  BySex births, deaths, arrivals, leavers;
};

/// One block's population in time: the workspace of the monthly step (model.md section 3). Takes its memory when it is
/// made; begin_block, begin_year, step_month and end_year allocate nothing.
///
///     step.begin_block(model, draw, chance_key, first_draw, true);
///     step.open(block);
///     for each year:   step.begin_year(block, year);
///       each month:      step.step_month(block, first of the month, flows);
///                      step.end_year(block);
class PopulationStep {
 public:
  PopulationStep();

  /// Model and draw must live until the next begin_block. `chance` has Purpose::chance; without chance every flow is
  /// its expectation. `first_draw` is the block's first lane.
  void begin_block(const PopulationModel& model, const PopulationDraw& draw, random::StreamKey chance,
                   std::uint32_t first_draw, bool with_chance);
  /// Puts the starting population into a block made for the model's start year, everyone inactive.
  void open(state::CountyBlock& block) const;
  /// On 1 January: opens the row of the year's newborn and sets the year's coefficients. `year` must be one after the
  /// block's newest birth year; throws std::out_of_range when the model does not reach it.
  void begin_year(state::CountyBlock& block, int year);
  /// One month of deaths, leavers, arrivals and births. `month_start` is the first of the month. Labour states of a row
  /// scale alike; arrivals in an empty row are inactive; the newborn are inactive.
  void step_month(state::CountyBlock& block, time::Date month_start, MonthFlows& flows);
  /// On 31 December, after the last month: the people of 101 and over join those of 100.
  void end_year(state::CountyBlock& block) const;

 private:
  using BySexAge = std::array<std::array<units::Lane, age_count>, state::sex_count>;

  [[nodiscard]] units::Lane expected_births(const state::CountyBlock& block, double share) const;
  void draw_quarter(const state::CountyBlock& block, double share, const units::Lane& births);
  void move_people(state::CountyBlock& block, double share, MonthFlows& flows) const;
  void bear_children(state::CountyBlock& block, const units::Lane& births, MonthFlows& flows) const;

  const PopulationModel* model_ = nullptr;
  const PopulationDraw* draw_ = nullptr;
  bool with_chance_ = false;
  int year_ = 0;
  BySexAge death_;        ///< probability of dying within a month
  BySexAge leaving_;      ///< probability of leaving within a month
  BySexAge arrivals_;     ///< persons who arrive in a month
  AgeArray fertility_{};  ///< births a woman-month, before the lanes' factor
  units::Lane fertility_factor_;
  std::array<double, state::sex_count> sex_share_{};  ///< of the newborn
  Chance chance_;
  EventLanes expected_;
  EventLanes factors_;
};

}  // namespace jobcast::population
