#include "app/charts/legend.hpp"

namespace jobcast::charts {
namespace {

constexpr double mark_width = 18.0;
constexpr double mark_gap = 6.0;
constexpr double entry_gap = 18.0;
constexpr double line_height = 20.0;

/// Calls `place` with each entry's corner and words; returns the height.
double lay_out(const std::vector<LegendEntry>& entries, double width, const auto& place) {
  double x = 0.0;
  double y = 0.0;
  for (const auto& entry : entries) {
    const auto words = fitted(entry.words, width - mark_width - mark_gap);
    const double wide = mark_width + mark_gap + text_width(words);
    if (x > 0.0 && x + wide > width) {
      x = 0.0;
      y += line_height;
    }
    place(entry, Point{x, y}, words);
    x += wide + entry_gap;
  }
  return entries.empty() ? 0.0 : y + line_height;
}

void draw_mark(Drawing& drawing, const LegendEntry& entry, Point corner) {
  using Mark = LegendEntry::Mark;
  const Point middle{corner.x + 0.5 * mark_width, corner.y + 0.5 * line_height};
  const Point left{corner.x, middle.y};
  const Point right{corner.x + mark_width, middle.y};
  constexpr double half = 6.0;
  constexpr double dot = 4.0;
  switch (entry.mark) {
    case Mark::square:
      return drawing.rectangle({corner.x, middle.y - half}, mark_width, 2.0 * half, entry.look);
    case Mark::line:
      return drawing.line(left, right, {entry.look.colour, 2.0});
    case Mark::dashed:
      return drawing.line(left, right, {entry.look.colour, 2.0, "5 3"});
    case Mark::dot:
      return drawing.circle(middle, dot, entry.look);
    case Mark::diamond:
      return drawing.diamond(middle, half, entry.look);
    case Mark::whisker:
      drawing.line({middle.x, middle.y - half}, {middle.x, middle.y + half}, {entry.look.colour, 1.5});
      return drawing.circle(middle, dot - 1.0, entry.look);
  }
}

}  // namespace

double legend_height(const std::vector<LegendEntry>& entries, double width) {
  return lay_out(entries, width, [](const auto&, Point, const auto&) {});
}

double draw_legend(Drawing& drawing, const std::vector<LegendEntry>& entries, Point corner, double width) {
  return lay_out(entries, width, [&](const LegendEntry& entry, Point at, const std::string& words) {
    const Point place{corner.x + at.x, corner.y + at.y};
    draw_mark(drawing, entry, place);
    drawing.text({place.x + mark_width + mark_gap, place.y + 0.5 * line_height + 0.35 * text_size}, words);
  });
}

}  // namespace jobcast::charts
