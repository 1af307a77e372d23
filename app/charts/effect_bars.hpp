#pragma once

#include <string>
#include <vector>

#include "app/charts/drawing.hpp"

namespace jobcast::charts {

/// Effects of several things side by side, around zero.
struct EffectBars {
  struct Row {
    std::string name;
    double mean = 0.0;
    double low = 0.0, high = 0.0;
  };
  std::string title, description;
  std::vector<Row> rows;
  double low = 0.0, high = 0.0;  ///< what the scale holds beside the rows
  int decimals = 2;
  std::string mean_words, interval_words;
};

Drawing effect_bars(const EffectBars& effects, double width, const std::string& id);

}  // namespace jobcast::charts
