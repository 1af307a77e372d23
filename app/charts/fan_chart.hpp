#pragma once

#include <string>
#include <vector>

#include "app/charts/drawing.hpp"
#include "engine/time/date.hpp"

namespace jobcast::charts {

/// A published rate, what a forecast expects of its next surveys, and the target.
struct Fan {
  struct Past {
    time::Date day;
    double value = 0.0;
  };
  struct Expected {
    time::Date day;
    double p05 = 0.0, p25 = 0.0, p50 = 0.0, p75 = 0.0, p95 = 0.0;
  };
  std::string title, description;
  std::vector<Past> past;          ///< in order; may be empty
  double half_bar = 0.0;           ///< half the length of the surveys' error bars; 0: none
  std::vector<Expected> expected;  ///< in order; at least one
  double target = 0.0;             ///< at the last of them
  std::string past_words, bar_words, ninety_words, half_words, median_words, target_words;
  std::string unit;  ///< after the numbers: "%"
};

Drawing fan_chart(const Fan& fan, double width, const std::string& id);

}  // namespace jobcast::charts
