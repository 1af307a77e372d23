#pragma once

#include <vector>

#include "models/plan/plan.hpp"
#include "models/state/age_pyramid.hpp"

namespace jobcast::population {

/// No bound on the years that may be read.
inline constexpr int any_year = 9999;

/// The registered population of the plan's county on 31 December of `year`, by sex and single year of age, in persons.
///
/// Every `population` fact in use of that year is met to 1e-9 persons. Shape within the published groups: the nearest
/// table by five-year age and sex (residents, or the register of another year), aged to `year`, opened by a penalised
/// composite link model (Eilers 2007; Rizzi, Gampe & Eilers 2015) whose offset is the life table's survivors, then
/// raked (iterative proportional fitting; Deming & Stephan 1940). A pack without such a table is opened from the
/// published groups alone.
///
/// Nothing that counts a year after `known_until` is read, so that a backtest sees what was known then.
///
/// Throws input::InputError when the pack has no population of that year (population.no_facts) or when its totals
/// contradict each other (population.totals_disagree).
state::AgePyramid open_population(const plan::Plan& plan, int year, int known_until = any_year);

/// Years for which the pack has registered population, ascending.
std::vector<int> population_years(const plan::Plan& plan);

}  // namespace jobcast::population
