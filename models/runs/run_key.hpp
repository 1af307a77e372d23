#pragma once

#include <string>
#include <string_view>

#include "models/forecast/forecast.hpp"
#include "models/plan/plan.hpp"
#include "models/scenario/scenario.hpp"

namespace jobcast::runs {

/// Fingerprint of the files that a plan was read from, names and contents: a pack in which a single byte has changed
/// has another. Throws input::InputError for a file that can no longer be read.
std::string pack_print(const plan::Plan& plan);

/// Key of a run in a store: fingerprint of all that its outcomes depend on but the number of draws, and of the
/// scenario's id, so that two names for one question are two runs. The title is not in it, nor are threads.
/// `calibration`: fingerprint of the plan's posterior; empty without one.
std::string run_key(std::string_view pack, const scenario::Scenario& scenario, const forecast::Request& request,
                    std::string_view engine, std::string_view calibration = {});

}  // namespace jobcast::runs
