#pragma once

#include <functional>

#include "models/forecast/forecast.hpp"
#include "models/sweep/scenarios.hpp"

namespace jobcast::sweep {

/// How a sweep is run, beside what its file says.
struct Effort {
  int threads = 0;  ///< 0: one a core; the results do not depend on it
};

/// Who looks on. Every function may be left empty. `known` and `stopped` are asked and `take` is told by one thread at
/// a time, `take` in the order of the work whatever the threads.
struct Audience {
  /// Whether a scenario's answer is there already, with as many draws as the sweep asks for.
  std::function<bool(const Swept&)> known;
  /// Told how many scenarios there are and how many of them are known.
  std::function<void(std::uint64_t count, std::uint64_t known)> begin;
  std::function<void(const Swept&, const forecast::Drawn&)> take;
  /// Whether to stop: nothing new is begun, what is in hand is finished and taken.
  std::function<bool()> stopped;
};

enum class Ending { complete, stopped };

/// Runs every scenario of every plan that is not known, and each plan as written. Scenarios of one county are answered
/// on futures that are played once. Each result is that of a forecast of its own with so many draws, but for the split
/// of the uncertainty, which takes further lives and is left out. Throws input::InputError before anything is run where
/// a scenario cannot be made.
Ending run(const Sweep& sweep, const Effort& effort, const Audience& audience);

/// What every forecast of a sweep is asked for.
forecast::Request request_of(const Sweep& sweep, const plan::Plan& plan, const Effort& effort);

/// Whether a sweep asks no more draws of a scenario than these. `indicators`: of the forecast, survey after survey.
bool precise_enough(const Sweep& sweep, const std::vector<forecast::IndicatorForecast>& indicators, int draws);

}  // namespace jobcast::sweep
