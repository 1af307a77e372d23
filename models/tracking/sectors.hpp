#pragma once

#include <vector>

#include "models/forecast/drawn.hpp"
#include "models/scenario/scenario.hpp"
#include "models/tracking/track.hpp"

namespace jobcast::tracking {

/// What job counts are made from.
struct CountedJobs {
  const plan::Plan& plan;
  const scenario::Scenario& before;
  const scenario::Scenario& after;  ///< with what is known of fills
  const forecast::Drawn& drawn_before;
  const forecast::Drawn& drawn_after;
  const std::vector<double>& weights;  ///< of the draws after; empty: all alike
  std::uint64_t seed = 0;
};

/// Jobs by sector, then in total; planned and actual to date are left open.
std::vector<SectorTrack> count_jobs(const CountedJobs& jobs);

}  // namespace jobcast::tracking
