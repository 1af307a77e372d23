#pragma once

#include "models/state/age_pyramid.hpp"

namespace jobcast::population {

/// A naive forecast to measure against: each cohort goes on changing as that age did in the last year. Cohort change
/// ratios by five-year group of age and sex over one year, the newborn by the child-woman ratio (Hamilton & Perry 1962;
/// Swanson, Schlottmann & Schmidt 2010). `before` is a year earlier than `now`; the result is `years` later.
state::AgePyramid hamilton_perry(const state::AgePyramid& before, const state::AgePyramid& now, int years);

}  // namespace jobcast::population
