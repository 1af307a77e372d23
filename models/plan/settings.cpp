#include "models/plan/settings.hpp"

#include "models/plan/defaults.hpp"

namespace jobcast::plan {

const std::vector<std::string>& setting_groups() {
  static const std::vector<std::string> groups{"population", "labour", "survey", "insured", "tracking"};
  return groups;
}

std::vector<std::string> setting_names() {
  std::vector<std::string> names;
  for (const auto& [name, value] : default_values()) names.push_back(name);
  return names;
}

}  // namespace jobcast::plan
