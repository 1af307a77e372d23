#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "app/report/page.hpp"
#include "models/runs/comparison.hpp"

namespace jobcast::app {

/// Runs held against others.
struct Comparisons {
  std::vector<runs::Comparison> pairs;
  int left_out = 0;  ///< runs of the store that could not be compared, when all of it was asked for
};

/// A table of the six indicators for each pair and survey.
std::string comparison_text(const Comparisons& comparisons, const Page& page);
/// Schema "jobcast.compare/1" (docs/run-store.md).
std::string comparison_json(const Comparisons& comparisons);
/// One of its comparisons.
nlohmann::ordered_json comparison_pair_json(const runs::Comparison& pair);
/// A pair, survey, indicator and figure ("published", "true") a row.
std::string comparison_csv(const Comparisons& comparisons);

}  // namespace jobcast::app
