#pragma once

#include <string>
#include <vector>

namespace jobcast::app {

/// The folder of the plan that a user names: a folder or its plan.toml; else the plan of that name in ./scenarios, in
/// $JOBCAST_SCENARIOS, or in the scenarios that jobcast was built with. Throws UsageError with the nearest name.
std::string find_plan(const std::string& word);

/// Names of the plans that find_plan knows without a path, sorted.
std::vector<std::string> known_plans();

/// The plan folder that a scenario file belongs to: the nearest folder above it with a plan.toml. Throws UsageError.
std::string plan_of_scenario(const std::string& scenario_file);

}  // namespace jobcast::app
