#include "app/charts/share_bars.hpp"

#include <algorithm>
#include <array>

#include "app/charts/legend.hpp"
#include "app/report/numbers.hpp"

namespace jobcast::charts {
namespace {

constexpr std::array hues{Colour::blue, Colour::amber, Colour::green, Colour::grey, Colour::purple, Colour::vermillion};
constexpr double name_height = 18.0;
constexpr double bar_height = 20.0;
constexpr double row_height = name_height + bar_height + 8.0;

}  // namespace

Drawing share_bars(const ShareBars& wholes, double width, const std::string& id) {
  std::vector<LegendEntry> legend;
  for (std::size_t i = 0; i < wholes.parts.size(); ++i) {
    legend.push_back({LegendEntry::Mark::square, {hues[i % hues.size()]}, wholes.parts[i]});
  }
  const double rows = row_height * static_cast<double>(wholes.rows.size());
  Drawing drawing(width, rows + 4.0 + legend_height(legend, width), id, wholes.title, wholes.description);
  for (std::size_t r = 0; r < wholes.rows.size(); ++r) {
    const auto& row = wholes.rows[r];
    const double top = static_cast<double>(r) * row_height;
    drawing.text({0.0, top + 13.0}, fitted(row.name, width));
    double x = 0.0;
    for (std::size_t i = 0; i < row.shares.size(); ++i) {
      const double wide = width * row.shares[i];
      const auto percent = app::grouped(100.0 * row.shares[i]) + "%";
      // A hair of the page between neighbours tells them apart without their hues.
      drawing.rectangle({x, top + name_height}, std::max(0.0, wide - 1.5), bar_height, {hues[i % hues.size()]},
                        wholes.parts[i] + " " + percent);
      if (wide > text_width(percent) + 6.0) {
        drawing.text({x + 0.5 * (wide - 1.5), top + name_height + 0.5 * bar_height + 0.35 * text_size}, percent,
                     {.anchor = Anchor::middle, .colour = Colour::page, .bold = true});
      }
      x += wide;
    }
  }
  draw_legend(drawing, legend, {0.0, rows + 4.0}, width);
  return drawing;
}

}  // namespace jobcast::charts
