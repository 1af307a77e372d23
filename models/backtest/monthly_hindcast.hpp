#pragma once

#include <vector>

#include "models/backtest/labour_hindcast.hpp"

namespace jobcast::backtest {

/// What the forecast's own monthly model says, from the end of a year, of the surveys that follow: population, labour
/// market and survey with all their uncertainty, calibrated to the view, without programmes (those of the base year are
/// in its levels, and a view knows of no others). [half-years ahead - 1][series]; the series that the survey step of
/// the forecast does not publish are empty.
using MonthlyMembers = std::vector<std::array<std::vector<double>, labour_series_count>>;

/// Preconditions: `view` is plan::as_of a 31 December after an October survey.
/// Throws input::InputError where the view lacks what a forecast needs.
MonthlyMembers forecast_monthly(const plan::Plan& view, int half_years, std::uint64_t seed, int draws, int members);

}  // namespace jobcast::backtest
