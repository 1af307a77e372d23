#pragma once

#include <string>
#include <vector>

#include "app/charts/drawing.hpp"

namespace jobcast::charts {

/// How a figure gets from one level to another, step by step.
struct Waterfall {
  struct Step {
    std::string name;
    double change = 0.0;
    double low = 0.0, high = 0.0;  ///< of the change
  };
  std::string title, description;
  std::string from_name, to_name;
  double from = 0.0, to = 0.0;
  std::vector<Step> steps;
  int decimals = 2;
  std::string up_words, down_words, interval_words;
};

Drawing waterfall(const Waterfall& figure, double width, const std::string& id);

}  // namespace jobcast::charts
