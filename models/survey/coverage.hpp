#pragma once

#include <Eigen/Core>
#include <array>
#include <span>

#include "models/state/groups.hpp"
#include "models/survey/survey_id.hpp"

namespace jobcast::survey {

inline constexpr int coverage_state_count = 2 * state::survey_band_count;

/// A survey population that the published figures imply: persons of some bands on one survey's reference week.
struct CoverageObservation {
  SurveyId survey;
  std::array<double, state::survey_band_count>
      registered{};             ///< registered persons by band; 0 outside the figure's ages
  double persons = 0.0;         ///< in the survey's population
  double standard_error = 0.0;  ///< persons, from the rounding of what was published
};

/// What the filter must be told: all per half-year.
struct CoverageSettings {
  double step = 0.006;      ///< standard deviation of the unexplained change of coverage, relative
  double drift_sd = 0.005;  ///< prior standard deviation of coverage's steady change, relative; its prior mean is 0
};

/// Coverage by survey band after the last survey: level (survey population over registered persons) and drift (change
/// of the level a half-year), jointly normal.
struct CoverageEstimate {
  SurveyId last;                                                           ///< the survey it stands for
  Eigen::Matrix<double, coverage_state_count, 1> mean;                     ///< levels by band, then drifts by band
  Eigen::Matrix<double, coverage_state_count, coverage_state_count> root;  ///< lower; root * root' is the covariance
  double log_likelihood = 0.0;                                             ///< of the observations, given the settings

  [[nodiscard]] double level(int band) const { return mean[band]; }
  [[nodiscard]] double drift(int band) const { return mean[state::survey_band_count + band]; }
  [[nodiscard]] double level_error(int band) const { return root.row(band).norm(); }
  [[nodiscard]] double drift_error(int band) const { return root.row(state::survey_band_count + band).norm(); }
};

/// Local linear trend of coverage in each band, filtered from survey populations of bands and of their sums (Kalman
/// filter; Harvey 1989, chapter 3). Precondition: sorted by survey, at least one observation a band.
CoverageEstimate estimate_coverage(std::span<const CoverageObservation> observations, CoverageSettings settings);

}  // namespace jobcast::survey
