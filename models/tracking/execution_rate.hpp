#pragma once

#include "engine/random/distribution.hpp"
#include "models/tracking/calendar_share.hpp"

namespace jobcast::tracking {

/// What is known of the share of a year's plan that will be carried out, after some of the year.
struct ExecutionRate {
  random::Distribution distribution;
  double mean = 0.0;
  double sd = 0.0;
  double surprise = 0.0;  ///< standard deviation by which the prior had to be widened; 0 where the actual fits it
};

/// The prior with its actual mean and standard deviation.
ExecutionRate prior_rate(const random::Distribution& fill);

/// Updates it. The share carried out to date is a Brownian bridge from 0 to the year's: with `t` of the slot-days
/// passed its standard deviation around t times the year's is 2 halfway sqrt(t (1 - t)). The normal update gives mean
/// and variance; a prior that cannot explain the actual is first widened by type-II maximum likelihood. An actual that
/// is just what was expected leaves the mean and narrows; at the year's end the actual is the answer.
///
/// @param prior     from prior_rate()
/// @param actual    share of the year's plan carried out to date
/// @param expected  progress to date; with nothing due or no time passed the prior is returned
/// @param halfway   the setting tracking.posts_halfway, placements_halfway or spending_halfway
/// Source: docs/models/tracking.md, section 3.
ExecutionRate updated_rate(const ExecutionRate& prior, double actual, const Progress& expected, double halfway);

}  // namespace jobcast::tracking
