#pragma once

#include <cstdint>

#include "models/forecast/drawn.hpp"
#include "models/forecast/result.hpp"
#include "models/plan/plan.hpp"
#include "models/scenario/scenario.hpp"

namespace jobcast::forecast {

/// What a forecast is asked for.
struct Request {
  int draws = 10'000;      ///< simulated futures, at least 1
  std::uint64_t seed = 1;  ///< the same seed gives the same bits
  int threads = 0;         ///< 0: one a core; the result does not depend on it
  /// Whether to say where the uncertainty comes from, which takes two more lives of a tenth of the draws.
  bool split_uncertainty = true;
  time::Date until{};  ///< last day; after the plan's as_of
};

/// Plays the plan under a scenario in `draws` futures and says what they have in common. Every scenario sees the same
/// random numbers. Throws input::InputError where the plan lacks what a model cannot do without.
Result run(const plan::Plan& plan, const scenario::Scenario& scenario, const Request& request);
/// The same, with the draws.
Drawn run_drawn(const plan::Plan& plan, const scenario::Scenario& scenario, const Request& request);
/// The same, in the caller's own TBB arena: for callers that have many scenarios to run at a time.
Drawn run_here(const plan::Plan& plan, const scenario::Scenario& scenario, const Request& request);

}  // namespace jobcast::forecast
