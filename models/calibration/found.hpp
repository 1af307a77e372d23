#pragma once

#include <Eigen/Core>
#include <optional>
#include <vector>

#include "models/calibration/survey_record.hpp"

namespace jobcast::calibration {

/// What one sample finds of a county, before anything is rounded, on log-odds. Every figure of the survey is made of
/// these numbers and of its populations, so that errors of all figures are those of one sample. Each number is a share
/// among those whom the ones before it leave (employed of all; regular of the employed, temporary of the others;
/// unemployed of those without work): sampling errors of such nested shares are independent (Agresti 2013, 8.3.3).
namespace found {
inline constexpr Eigen::Index employment = 0;             ///< four: employed share of a band
inline constexpr Eigen::Index sex_gap = band_count;       ///< women less men, employed share, 15-64
inline constexpr Eigen::Index old_sex_gap = sex_gap + 1;  ///< the same, 65 and over
inline constexpr Eigen::Index regular = sex_gap + 2;      ///< regular employees among the employed
inline constexpr Eigen::Index temporary = sex_gap + 3;    ///< temporary or daily among the employed not regular
inline constexpr Eigen::Index search = sex_gap + 4;       ///< four: unemployed share of a band's people without work
inline constexpr Eigen::Index search_gap = search + band_count;  ///< women less men, the same share
inline constexpr Eigen::Index count = search_gap + 1;
}  // namespace found
using Found = Eigen::Matrix<double, found::count, 1>;

/// The survey's populations, which weight its answers and carry no sampling error: logarithm of each band's thousand
/// persons, log-odds of men under 65 and over.
namespace people {
inline constexpr Eigen::Index bands = 0;
inline constexpr Eigen::Index men = band_count;
inline constexpr Eigen::Index count = men + 2;
}  // namespace people
using People = Eigen::Matrix<double, people::count, 1>;

/// Whether found numbers and populations make a figure up: ages are bands or their unions; by sex 15-64, 65 and over
/// and all; by status all the employed.
bool can_read(const labour::SurveyFigure& figure);

/// A figure that can be read on its scale: log-odds of a rate, logarithm of persons.
double evaluate(const labour::SurveyFigure& figure, const Found& found, const People& people);
/// What was published of it on that scale, and the standard deviation of its rounding there. Nothing counts as a
/// quarter of the published step.
struct OnScale {
  double value = 0.0;
  double rounding = 0.0;
};
OnScale on_scale(const labour::SurveyFigure& figure);
/// Back, in percent or persons.
double off_scale(const labour::SurveyFigure& figure, double value);

/// The nation's log-odds of being unemployed without work, by band, and women's less men's: the shape in which a
/// county's unemployed are thought to be (labour::national_shape).
struct SearchShape {
  ByBand by_band{};
  double women_less_men = 0.0;

  SearchShape();
};

/// Figures of a round as linear functions of what was found and of the populations, about the point that meets them
/// best (Gauss-Newton on their rounding).
struct Linearised {
  Found found;    ///< the point
  People people;  ///< the point
  Eigen::MatrixXd by_found, by_people;
  Eigen::VectorXd at_point;
};
Linearised linearise(const std::vector<labour::SurveyFigure>& figures, const Found& start, const People& people);

}  // namespace jobcast::calibration
