#pragma once

#include <Eigen/Core>

#include "models/calibration/survey_record.hpp"

namespace jobcast::calibration {

inline constexpr int hyper_count = 6;
/// Standard normal scores of what a history's likelihood is a function of: the survey's design effect, the innovations
/// of the four bands, the share they have in common.
using Scores = Eigen::Matrix<double, hyper_count, 1>;

/// What no survey shows by itself, in natural units.
struct Hyper {
  double design_effect = 1.0;
  ByBand innovation{};  ///< log-odds a year, by band
  double common = 0.0;  ///< share of the bands' innovation variance that they have together
};

/// The priors and fixed numbers of the forecast's own equations (docs/models/labour.md, section 4), before anything of
/// the county is seen: the engine's defaults. Only the scale of points is the county's.
struct PathSettings {
  random::Distribution design_effect;
  double central_design_effect = 1.0;
  double sample_persons = 0.0;      ///< of 15-64, one survey
  ByBand points{};                  ///< percent points a unit of log-odds
  ByBand measurement{};             ///< log-odds, at the central design effect
  ByBand innovation{};              ///< log-odds a year, medians
  double innovation_spread = 0.0;   ///< standard deviation of their logarithms
  double common_odds = 0.0;         ///< log-odds of the common share, median; spread 1
  ByBand drift_sd{};                ///< log-odds a half-year, stationary
  double drift_persistence = 1.0;   ///< a half-year
  double season_sd = 0.0;           ///< points: half of October less April
  double sex_gap_innovation = 0.0;  ///< log-odds a year
  double regular_innovation = 0.0;  ///< log-odds a year
};

PathSettings path_settings(const SurveyRecord& record);
Hyper hyper_of(const PathSettings& settings, const Scores& scores);

/// Level of each band (log-odds between the seasons), its drift a half-year, and half the season in points.
inline constexpr int path_size = 2 * band_count + 1;
inline constexpr int season_index = path_size - 1;
struct Belief {
  Eigen::Matrix<double, path_size, 1> mean;
  Eigen::Matrix<double, path_size, path_size> covariance;
};
/// A series of its own, without drift.
struct SeriesBelief {
  double mean = 0.0;
  double variance = 0.0;
};

/// What a filter expects of a published rate before it sees it, on log-odds.
struct Expectation {
  int step = 0;
  std::size_t ages = 0;
  double mean = 0.0;
  double variance = 0.0;  ///< with sampling error and rounding
  double observed = 0.0;
};

struct Filtered {
  Belief now;  ///< at `until`, given all rounds up to it
  SeriesBelief sex_gap;
  SeriesBelief regular;
  double log_likelihood = 0.0;
};

/// The linear view of a round: published log-odds = links * state + offset + sample * errors of bands + rounding.
struct RoundView {
  static constexpr int most = static_cast<int>(ages_count);
  int step = 0;
  int count = 0;
  std::array<std::size_t, ages_count> ages{};
  Eigen::Matrix<double, most, path_size> links = Eigen::Matrix<double, most, path_size>::Zero();
  Eigen::Matrix<double, most, band_count> sample = Eigen::Matrix<double, most, band_count>::Zero();
  Eigen::Matrix<double, most, 1> offset = Eigen::Matrix<double, most, 1>::Zero();
  Eigen::Matrix<double, most, 1> observed = Eigen::Matrix<double, most, 1>::Zero();
  Eigen::Matrix<double, most, 1> rounding = Eigen::Matrix<double, most, 1>::Zero();  ///< variance
};
RoundView view_of(const SurveyRound& round, const PathSettings& settings);

/// A history as the filter reads it.
struct LabourPath {
  PathSettings settings;
  std::vector<RoundView> rounds;
  labour::Series sex_gap, regular;
  double sex_gap_slope = 0.0;  ///< 1 / (sum over sexes of 1 / (p (1 - p))): what a sample tells of the gap
  double regular_slope = 0.0;  ///< p (1 - p) of the regular share

  explicit LabourPath(const SurveyRecord& record);
};

/// Kalman's filter (Harvey 1989, chapter 3) through the rounds up to the step `until`, which may lie after the last.
/// Rates of bands, of 15-64 and of 15 and over come from one sample: a total's sampling error is the sum of its bands',
/// weighted, so that the totals add little beyond what rounding hides. `expectations`, where given, gets each rate as
/// it was expected from the rounds before.
Filtered filter_path(const LabourPath& path, const Hyper& hyper, int until,
                     std::vector<Expectation>* expectations = nullptr);

using PathMatrix = Eigen::Matrix<double, path_size, path_size>;
/// Transition of a half-year, its noise, and the belief before anything is seen.
PathMatrix half_year_transition(const PathSettings& settings);
PathMatrix half_year_noise(const PathSettings& settings, const Hyper& hyper);
Belief belief_before(const PathSettings& settings);
/// Of a local level before anything is seen.
SeriesBelief series_before();

/// Variance of the sampling error of each band's log-odds, and standard deviations of that of the gap between the sexes
/// and of the regular share.
Eigen::Matrix<double, band_count, 1> sampling_variance(const PathSettings& settings, const Hyper& hyper);
double sex_gap_error(const LabourPath& path, const Hyper& hyper);
double regular_error(const LabourPath& path, const Hyper& hyper);

}  // namespace jobcast::calibration
