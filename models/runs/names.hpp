#pragma once

#include <string>
#include <string_view>

namespace jobcast::runs {

// Names of an indicator's outcomes in a store, all dated by the survey's reference week.
inline std::string published_name(std::string_view indicator) { return "published." + std::string(indicator); }
inline std::string truth_name(std::string_view indicator) { return "true." + std::string(indicator); }
inline std::string base_name(std::string_view indicator) { return "base." + std::string(indicator); }
inline std::string target_name(std::string_view indicator) { return "target." + std::string(indicator); }
inline std::string step_name(std::string_view indicator) { return "step." + std::string(indicator); }

// Of the change against the plan as written, draw by draw.
inline std::string difference_name(std::string_view indicator) { return "difference." + std::string(indicator); }
inline std::string chance_difference_name(std::string_view indicator) {
  return "chance_difference." + std::string(indicator);
}

}  // namespace jobcast::runs
