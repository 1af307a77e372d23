#pragma once

#include <string>

#include "models/forecast/result.hpp"

namespace jobcast::app {

/// The forecast as CSV in long form, one number a row (docs/output.md):
/// plan,scenario,section,name,when,group,sex,measure,unit,value
std::string forecast_csv(const forecast::Result& result);

}  // namespace jobcast::app
