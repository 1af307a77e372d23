#pragma once

#include <map>
#include <vector>

#include "models/backtest/hindcast.hpp"
#include "models/calibration/survey_record.hpp"

namespace jobcast::backtest {

/// The figures of employment that are forecast: the rates of calibration::ages_names, then the employed of 15 and over.
inline constexpr std::size_t labour_series_count = calibration::ages_count + 1;

/// Figures of a survey, in percent and persons; NaN where nothing was published. Rates of 15-64 before they were
/// published are put together from the bands by their survey populations.
using LabourFigures = std::array<double, labour_series_count>;
LabourFigures figures_of(const calibration::SurveyRound& round);

/// Every method's forecast from a view's last survey: [method][half-years ahead - 1][series], and jobcast's members.
struct LabourHindcast {
  std::map<Method, std::vector<std::array<Predicted, labour_series_count>>> predicted;
  std::vector<std::array<std::vector<double>, labour_series_count>> members;
};

/// What the plan `view` (plan::as_of) lets one say at its last survey of those that follow.
///
/// jobcast: members of the calibrated state (calibration::sample_labour), each carried on with the forecast's own
/// equations - drift that fades, innovations that bands share, season, sampling error - and, for totals, with survey
/// populations that go on changing as in the last two years. Rivals: panel::last_value, drift and local_level on the
/// county's own series; `last_rate` is the bands' last rates on those populations with the last value's spread.
LabourHindcast forecast_labour(const plan::Plan& view, int half_years, std::uint64_t seed, int members);

}  // namespace jobcast::backtest
