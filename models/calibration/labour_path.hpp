#pragma once

#include <Eigen/Core>
#include <functional>

#include "models/calibration/round_view.hpp"

namespace jobcast::calibration {

inline constexpr int hyper_count = 2 * band_count + 2;
/// Standard normal scores of what a history's likelihood is a function of: the survey's design effect, the innovations
/// of the four bands, the share they have in common, the spreads of the bands' drifts.
using Scores = Eigen::Matrix<double, hyper_count, 1>;

/// What no survey shows by itself, in natural units.
struct Hyper {
  double design_effect = 1.0;
  ByBand innovation{};  ///< log-odds a year, by band
  double common = 0.0;  ///< share of the bands' innovation variance that they have together
  ByBand drift_sd{};    ///< log-odds a half-year, stationary, by band
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
  ByBand drift_sd{};                ///< log-odds a half-year, stationary, medians
  double drift_spread = 0.0;        ///< standard deviation of their logarithms
  double drift_persistence = 1.0;   ///< a half-year
  double season_sd = 0.0;           ///< points: half of October less April
  double sex_gap_innovation = 0.0;  ///< log-odds a year
  double regular_innovation = 0.0;  ///< log-odds a year; of temporary work as well
  double search_innovation = 0.0;   ///< log-odds a year
};

PathSettings path_settings(const SurveyRecord& record);
Hyper hyper_of(const PathSettings& settings, const Scores& scores);

struct Belief {
  PathVector mean;
  PathMatrix covariance;
};

/// What a filter expects of a published figure before it sees the round, on the figure's scale.
struct Expectation {
  int step = 0;
  std::size_t figure = 0;  ///< of the round
  double mean = 0.0;
  double variance = 0.0;  ///< with sampling error and rounding
  double observed = 0.0;
};

struct LabourPath;

/// Collects what a filter expects of each figure; persons with the survey's populations of the round before, which
/// change as they have changed from survey to survey.
struct Expectations {
  std::vector<PeopleBelief> people;  ///< before each round
  std::vector<Expectation> figures{};

  explicit Expectations(const LabourPath& path);
};

struct Filtered {
  Belief now;  ///< at `until`, given all rounds up to it
  double log_likelihood = 0.0;
};

/// A history as the filter reads it.
struct LabourPath {
  PathSettings settings;
  std::vector<RoundView> rounds;
  Found sampling = Found::Zero();  ///< variance of one sample's error in what it finds, at a design effect of one

  explicit LabourPath(const SurveyRecord& record);

  /// Whether a figure of any round depends on what surveys find from `first` on, `count` of them.
  [[nodiscard]] bool tells(Eigen::Index first, Eigen::Index count = 1) const;
  /// Log-odds of being unemployed without work, all ages, at the last round where the county searches as the nation.
  [[nodiscard]] double nations_search() const;
};

/// Kalman's filter (Harvey 1989, chapter 3) through the rounds up to the step `until`, which may lie after the last.
/// All figures of a round come from one sample: a total's sampling error is that of its parts, so that totals add
/// little beyond what rounding hides. `expectations`, where given, gets each figure as it was expected from the rounds
/// before; persons with the survey's populations as the round's own figures have them.
Filtered filter_path(const LabourPath& path, const Hyper& hyper, int until, Expectations* expectations = nullptr,
                     const std::function<void(int step, const Belief& belief)>& after_step = {});

/// A half-year: the expected state, its covariance, and the noise, of which the first eight rows and columns are full.
PathMatrix half_year_transition(const PathSettings& settings);
PathMatrix half_year_noise(const PathSettings& settings, const Hyper& hyper);
Belief belief_before(const PathSettings& settings, const Hyper& hyper);

/// Variance of the sampling error of each band's log-odds, and of everything a sample finds.
Eigen::Matrix<double, band_count, 1> sampling_variance(const PathSettings& settings, const Hyper& hyper);
Found found_variance(const LabourPath& path, const Hyper& hyper);

}  // namespace jobcast::calibration
