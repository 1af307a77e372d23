#pragma once

#include <map>
#include <string>
#include <vector>

#include "models/plan/provenance.hpp"

namespace jobcast::plan {

/// A model setting as the engine has it when a pack leaves it out. `key`: "group.name", the groups being population,
/// labour, survey, insured and tracking. `unit` "share" or "probability" holds packs and scenarios to [0, 1].
Value engine_default(std::string key, random::Distribution distribution, std::string unit, Provenance::Kind kind,
                     std::string source);

/// The engine's values, a file for each model.
std::vector<Value> default_population_values();
std::vector<Value> default_labour_values();
std::vector<Value> default_survey_values();  ///< groups survey and insured
std::vector<Value> default_tracking_values();

/// All of them by key. Made once, never changed.
const std::map<std::string, Value, std::less<>>& default_values();

}  // namespace jobcast::plan
