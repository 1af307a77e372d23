#pragma once

#include <string>
#include <vector>

#include "app/charts/drawing.hpp"

namespace jobcast::charts {

/// Wholes divided into the same parts, a bar each.
struct ShareBars {
  struct Row {
    std::string name;
    std::vector<double> shares;  ///< of each part; they sum to 1
  };
  std::string title, description;
  std::vector<std::string> parts;  ///< at most 6
  std::vector<Row> rows;
};

Drawing share_bars(const ShareBars& wholes, double width, const std::string& id);

}  // namespace jobcast::charts
