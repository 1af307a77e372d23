#pragma once

#include <array>

#include "models/labour/survey_series.hpp"
#include "models/state/groups.hpp"

namespace jobcast::labour {

/// Annual innovation of a rate in points: the series' own moment, Var(D) = 2 measurement^2 + innovation^2 with D the
/// changes in a year, drawn towards that of the other counties. `panel_years` is how many years of changes the panel's
/// value is worth. Series with fewer than four changes have the panel's.
double shrunk_innovation(const Series& series, double measurement, double panel, double panel_years);

/// Scales the innovations of the bands under 65 and finds their common share, so that the rate of 15-64 strays by
/// `target` points a year; the last band stays as it is. `effect` is by how many points one unit of a band's innovation
/// moves the rate of 15-64. Returns the share of variance that the bands have together.
double reconcile(std::array<double, state::survey_band_count>& innovation,
                 const std::array<double, state::survey_band_count>& effect, double target);

}  // namespace jobcast::labour
