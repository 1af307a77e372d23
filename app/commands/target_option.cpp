#include "app/commands/target_option.hpp"

#include <algorithm>

namespace jobcast::app {

plan::Indicator::Id target_of(const Arguments& arguments, std::string_view option) {
  const auto word = arguments.find(option);
  if (!word) return plan::Indicator::Id::employment_rate_15_64;
  const auto place = std::find(plan::indicator_names.begin(), plan::indicator_names.end(), *word);
  return static_cast<plan::Indicator::Id>(place - plan::indicator_names.begin());
}

}  // namespace jobcast::app
