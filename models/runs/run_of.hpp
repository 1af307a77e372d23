#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/store/run.hpp"
#include "models/forecast/drawn.hpp"
#include "models/plan/plan.hpp"

namespace jobcast::runs {

/// What a forecast does not know of itself.
struct Origin {
  std::string key;   ///< run_key()
  std::string pack;  ///< pack_print()
  std::string engine;
  std::string levers = "{}";
  time::Date until;
};

enum class Keep {
  outcomes,           ///< figures over the draws
  outcomes_and_draws  ///< and the six indicators of each survey in every draw, so that runs can be subtracted;
                      ///< true values in single precision
};

/// A forecast as a store keeps it. docs/run-store.md lists the names.
store::Run run_of(const plan::Plan& plan, const forecast::Drawn& drawn, const Origin& origin, Keep keep);

/// An indicator at a survey, read back from a run.
struct IndicatorOfRun {
  forecast::IndicatorForecast forecast;
  double step = 0.0;              ///< of the published figure
  std::vector<double> published;  ///< a number a draw; empty when the run keeps no draws
  std::vector<double> truth;
};

/// The six indicators of each survey, in the order of a forecast: by survey, then by indicator. Indicators that the run
/// does not have are left out.
std::vector<IndicatorOfRun> indicators_of(const store::Run& run);

}  // namespace jobcast::runs
