#pragma once

#include "models/forecast/outcomes.hpp"
#include "models/forecast/result.hpp"

namespace jobcast::forecast {

/// A forecast with what it was summarised from: the scenario's outcomes in every draw, so that scenarios of one seed
/// can be subtracted draw by draw.
struct Drawn {
  Result result;
  ScenarioOutcomes outcomes;
};

}  // namespace jobcast::forecast
