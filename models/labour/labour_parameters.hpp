#pragma once

#include <array>

#include "models/plan/plan.hpp"
#include "models/state/groups.hpp"

namespace jobcast::labour {

/// Monthly hazards of the nation, a person-month.
struct NationalHazards {
  double employed_to_inactive = 0.0;
  double unemployed_to_employed = 0.0;
  double unemployed_to_inactive = 0.0;
};

/// The labour model's assumptions, each with its distribution and provenance (assumptions.toml, group `labour`).
struct LabourParameters {
  NationalHazards national;  ///< from the pack's monthly_flow facts, or assumptions where it has none

  plan::Value turnover_shrink;                                     ///< county's and true speed over the nation's panel
  std::array<plan::Value, state::survey_band_count> exit_of_band;  ///< factor on leaving work for inactivity
  plan::Value exit_women;                                          ///< the same, women over men
  std::array<plan::Value, 3> exit_of_status;                       ///< the same: regular, temporary, self-employed
  plan::Value regular_retirement;                                  ///< the same: regular employees of 60 and over
  plan::Value move_regular_temporary;                              ///< bounds of monthly hazards between statuses
  plan::Value move_temporary_self_employed;
  plan::Value move_regular_self_employed;

  std::array<plan::Value, state::survey_band_count> measurement;  ///< survey error of a band's rate, points
  std::array<plan::Value, state::survey_band_count> innovation;   ///< counties' real annual innovation, points
  plan::Value innovation_15_64;                                   ///< the same of the rate of 15-64
  plan::Value innovation_weight;  ///< annual changes of its own that the counties' value is worth
  std::array<plan::Value, state::survey_band_count> drift_spread;  ///< stationary sd of the annual drift, points
  plan::Value drift_persistence;                                   ///< from year to year
  plan::Value season_difference;                                   ///< October minus April, rate of 15-64, points
  plan::Value sex_gap_innovation;                                  ///< annual, log-odds
  plan::Value regular_innovation;                                  ///< annual, log-odds of regular among employed
  plan::Value shock_to_unemployed;                                 ///< share
  plan::Value shock_persistence;                                   ///< share

  plan::Value sample_persons;  ///< of 15-64, one survey (group `survey`)
  plan::Value design_effect;   ///< (group `survey`)
};

LabourParameters read_parameters(const plan::Plan& plan);

}  // namespace jobcast::labour
