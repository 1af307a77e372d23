#pragma once

#include <Eigen/Core>
#include <string>
#include <vector>

#include "models/calibration/found.hpp"

namespace jobcast::calibration {

/// What a county's labour market is between surveys, on log-odds: level of each band between the seasons, its drift a
/// half-year, half the season in points; then levels without drift: the gap between the sexes under 65 and over,
/// regular work, temporary work, and the search for work against the nation's.
inline constexpr Eigen::Index drift_index = band_count;
inline constexpr Eigen::Index season_index = 2 * band_count;
inline constexpr Eigen::Index sex_gap_index = season_index + 1;
inline constexpr Eigen::Index old_sex_gap_index = season_index + 2;
inline constexpr Eigen::Index regular_index = season_index + 3;
inline constexpr Eigen::Index temporary_index = season_index + 4;
inline constexpr Eigen::Index search_index = season_index + 5;
inline constexpr int path_size = 2 * band_count + 6;
using PathVector = Eigen::Matrix<double, path_size, 1>;
using PathMatrix = Eigen::Matrix<double, path_size, path_size>;

/// A round of figures, each on its scale, as a linear function of what the sample found (z) and of the survey's
/// populations (n), which nobody publishes but rounded:
///   y = offset + by_found z + by_people n + rounding,     z = links x + found_offset + sampling errors
/// with n normal about zero here (deviations from a guess), so wide that only the round's own figures tell it.
struct RoundView {
  int step = 0;
  std::vector<std::string> names;             ///< "employment_rate 15-29", "inactive male 15+", "employed regular 15+"
  std::vector<labour::SurveyFigure> figures;  ///< without facts
  Eigen::MatrixXd by_found, by_people;
  Eigen::VectorXd offset, observed;
  Eigen::VectorXd rounding;  ///< variance
  People people_guess, people_sd;
  Eigen::Matrix<double, found::count, path_size> links = Eigen::Matrix<double, found::count, path_size>::Zero();
  Found found_offset = Found::Zero();
  Linearised point;

  /// The same said in as few numbers as there are found ones: sees z + error with error ~ N(0, 1) each, populations and
  /// rounding integrated out. `condense` makes them of figures.
  using Few = Eigen::Matrix<double, Eigen::Dynamic, found::count, 0, found::count, found::count>;
  Eigen::MatrixXd condense;
  Few sees;
  Eigen::VectorXd seen;
  double log_constant = 0.0;  ///< log density of the figures less that of the few

  /// Takes other figures of the same kinds.
  void observe(const Eigen::VectorXd& figures_on_scale);

 private:
  friend RoundView view_of(const SurveyRound& round, const ByBand& points);
  Eigen::MatrixXd precision_;  ///< of figures given z
  double log_determinant_ = 0.0;
};

/// Precondition: `round` has a figure that can be read. `points`: percent points a unit of each band's log-odds.
RoundView view_of(const SurveyRound& round, const ByBand& points);

/// The survey's populations as they are believed to be: logarithms and log-odds themselves, not about a guess.
struct PeopleBelief {
  People mean;
  Eigen::Matrix<double, people::count, people::count> covariance;
};
/// What a round's own figures say of them, whatever the sample found.
PeopleBelief people_of(const RoundView& view);

}  // namespace jobcast::calibration
