#pragma once

#include <vector>

#include "models/labour/local_trend.hpp"
#include "models/plan/plan.hpp"

namespace jobcast::labour {

/// Log-odds one survey after another published. Steps are half-years (survey_index).
using Series = std::vector<TrendObservation>;

inline constexpr int steps_a_year = 2;

// Each up to the survey with index `last`; empty where nothing was published.

/// Employed against not employed at some ages ("15-29"), both sexes.
Series employment_series(const plan::Plan& plan, const char* ages, int last);
/// Women's log-odds of employment less men's, 15-64.
Series sex_gap_series(const plan::Plan& plan, int last);
/// Regular employees against other employed, all ages.
Series regular_series(const plan::Plan& plan, int last);

}  // namespace jobcast::labour
