#pragma once

#include <array>

#include "models/labour/labour_parameters.hpp"
#include "models/labour/labour_start.hpp"
#include "models/labour/local_trend.hpp"
#include "models/plan/plan.hpp"
#include "models/state/age_pyramid.hpp"

namespace jobcast::labour {

/// A series of the survey on its log-odds scale: where it stands and how far it strays.
struct SeriesState {
  TrendState now;           ///< at the last survey
  TrendState year_before;   ///< a year before it, smoothed; equal to `now` when the series does not reach back
  double innovation = 0.0;  ///< standard deviation of the unexplained change in a year
  double published = 0.0;   ///< log-odds the last survey published (or the start's, where it published none)
  int observations = 0;
};

/// What the county's past surveys say. All on log-odds.
struct EmploymentHistory {
  std::array<SeriesState, state::survey_band_count> bands;  ///< employed against not employed
  SeriesState sex_gap;                                      ///< women's log-odds minus men's, 15-64
  SeriesState regular;                                      ///< regular employees against other employed
  double common = 0.0;  ///< share of a band's innovation variance that all bands have together
  /// Log-odds at the start, where calibration says how far the last survey's were off: temporary and daily workers
  /// among the employed who are not regular; the unemployed among people without work.
  double temporary_at_start = 0.0;
  double search_at_start = 0.0;
};

/// Filters and smooths the surveys up to `start.survey`. Innovations are such that the employment rate of 15-64 strays
/// by the panel's amount in a year (labour.innovation_15_64). Source: docs/models/labour.md, section 4.
EmploymentHistory read_history(const plan::Plan& plan, const LabourParameters& parameters, const LabourStart& start,
                               const state::AgePyramid& registered);

}  // namespace jobcast::labour
