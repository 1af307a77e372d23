#pragma once

#include <string>

#include "models/scenario/scenario.hpp"

namespace jobcast::scenario {

/// What a scenario does, as a text: the same for two scenarios exactly when they make the same changes in the same
/// order, whatever they are called and wherever they were written. Every bit of every number is in it.
std::string canonical(const Scenario& scenario);

}  // namespace jobcast::scenario
