#pragma once

#include <string>
#include <vector>

#include "app/charts/drawing.hpp"

namespace jobcast::charts {

struct LegendEntry {
  enum class Mark { square, line, dashed, dot, diamond, whisker };

  Mark mark = Mark::square;
  Fill look;
  std::string words;
};

/// Height that the legend takes at this width.
double legend_height(const std::vector<LegendEntry>& entries, double width);
/// Marks and their words side by side from `corner`, in as many lines as `width` asks for. Returns its height.
double draw_legend(Drawing& drawing, const std::vector<LegendEntry>& entries, Point corner, double width);

}  // namespace jobcast::charts
