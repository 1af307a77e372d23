#pragma once

#include <string>
#include <vector>

namespace jobcast::plan {

/// The groups of model settings: population, labour, survey, insured, tracking.
const std::vector<std::string>& setting_groups();

/// Every setting "group.name" that the engine has a default for. A pack or scenario can replace these and no others.
std::vector<std::string> setting_names();

}  // namespace jobcast::plan
