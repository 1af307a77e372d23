#pragma once

#include <vector>

#include "models/population/population_facts.hpp"
#include "models/state/age_pyramid.hpp"

namespace jobcast::population {

/// The total of a pyramid that a margin speaks of.
double total_within(const state::AgePyramid& pyramid, const Margin& margin);

/// Scales the cells of a positive pyramid until every margin is met: iterative proportional fitting (Deming & Stephan
/// 1940), which changes the pattern least in the sense of Kullback-Leibler. Returns the largest deviation left, in
/// persons: under 1e-9 when the margins agree with each other.
double rake(state::AgePyramid& pyramid, const std::vector<Margin>& margins);

}  // namespace jobcast::population
