#pragma once

#include <algorithm>
#include <vector>

#include "models/forecast/result.hpp"

namespace jobcast::app {

/// The indicators at the last survey of the result, the one that the targets are for.
inline std::vector<const forecast::IndicatorForecast*> at_last_survey(const forecast::Result& result) {
  std::vector<const forecast::IndicatorForecast*> rows;
  for (const auto& each : result.indicators) {
    if (!rows.empty() && each.reference_week < rows.front()->reference_week) continue;
    if (!rows.empty() && each.reference_week > rows.front()->reference_week) rows.clear();
    rows.push_back(&each);
  }
  return rows;
}

/// The indicators at the surveys before the last.
inline std::vector<const forecast::IndicatorForecast*> at_earlier_surveys(const forecast::Result& result) {
  std::vector<const forecast::IndicatorForecast*> rows;
  const auto last = at_last_survey(result);
  for (const auto& each : result.indicators) {
    if (each.reference_week < last.front()->reference_week) rows.push_back(&each);
  }
  return rows;
}

}  // namespace jobcast::app
