#include "models/plan/defaults.hpp"

namespace jobcast::plan {

Value engine_default(std::string key, random::Distribution distribution, std::string unit, Provenance::Kind kind,
                     std::string source) {
  return {.key = std::move(key),
          .distribution = distribution,
          .unit = std::move(unit),
          .provenance = {.kind = kind, .source = std::move(source), .where = {}}};
}

const std::map<std::string, Value, std::less<>>& default_values() {
  static const auto values = [] {
    std::map<std::string, Value, std::less<>> by_key;
    for (const auto& group :
         {default_population_values(), default_labour_values(), default_survey_values(), default_tracking_values()}) {
      for (const auto& value : group) by_key.emplace(value.key, value);
    }
    return by_key;
  }();
  return values;
}

}  // namespace jobcast::plan
