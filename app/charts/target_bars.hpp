#pragma once

#include <string>
#include <vector>

#include "app/charts/drawing.hpp"

namespace jobcast::charts {

/// Expected figures with their intervals against their targets, each on an axis of its own.
struct TargetBars {
  struct Row {
    std::string name;
    std::string chance;  ///< of meeting the target: "69%"
    double p05 = 0.0, p25 = 0.0, p50 = 0.0, p75 = 0.0, p95 = 0.0;
    double target = 0.0;
    std::string low, high, target_words;  ///< the numbers as people read them
  };
  std::string title, description;
  std::vector<Row> rows;
  std::string ninety_words, half_words, median_words, target_words;
};

Drawing target_bars(const TargetBars& figures, double width, const std::string& id);

}  // namespace jobcast::charts
