#pragma once

#include <string>
#include <vector>

#include "app/charts/drawing.hpp"

namespace jobcast::charts {

/// How forecasts of several methods have done.
struct Record {
  struct Method {
    std::string name;
    double crps = 0.0;
    std::vector<double> within;  ///< share of figures within each promised interval
  };
  std::string title, description;
  std::vector<double> promised;  ///< shares: 0.5, 0.8, 0.9
  std::vector<Method> methods;   ///< the own one first; at most 5
  std::string crps_heading, within_heading, promised_words;
  int decimals = 2;  ///< of the CRPS
};

Drawing record_chart(const Record& record, double width, const std::string& id);

}  // namespace jobcast::charts
