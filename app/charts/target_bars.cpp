#include "app/charts/target_bars.hpp"

#include <algorithm>

#include "app/charts/legend.hpp"
#include "app/charts/scale.hpp"

namespace jobcast::charts {
namespace {

constexpr double row_height = 62.0;
constexpr double side = 4.0;

void draw_row(Drawing& drawing, const TargetBars::Row& row, double top, double width) {
  const double low = std::min(row.p05, row.target);
  const double high = std::max(row.p95, row.target);
  const double air = high > low ? 0.04 * (high - low) : 1.0;
  const Linear x{low - air, high + air, side, width - side};
  const double middle = top + 32.0;
  drawing.text({0.0, top + 14.0}, fitted(row.name, width - text_width(row.chance) - 12.0), {.bold = true});
  drawing.text({width, top + 14.0}, row.chance, {.anchor = Anchor::end, .bold = true});
  drawing.line({side, middle}, {width - side, middle}, {Colour::grid, 1.0});
  drawing.rectangle({x(row.p05), middle - 4.0}, x(row.p95) - x(row.p05), 8.0, {Colour::blue, 0.3});
  drawing.rectangle({x(row.p25), middle - 6.0}, x(row.p75) - x(row.p25), 12.0, {Colour::blue, 0.7});
  drawing.line({x(row.p50), middle - 8.0}, {x(row.p50), middle + 8.0}, {Colour::ink, 2.0});
  drawing.diamond({x(row.target), middle}, 6.0, {Colour::vermillion}, row.target_words);
  // The ends of the interval, and the target where it has room between or beside them.
  const double y = middle + 21.0;
  const double size = 11.0;
  struct Label {
    double from, to;
  };
  std::vector<Label> written;
  const auto write = [&](double at, const std::string& words, Colour colour) {
    const double half = 0.5 * text_width(words, size);
    const double centre = std::clamp(at, half, std::max(half, width - half));
    const bool taken = std::any_of(written.begin(), written.end(), [&](const Label& other) {
      return centre - half < other.to + 4.0 && centre + half > other.from - 4.0;
    });
    if (taken) return;
    drawing.text({centre, y}, words, {Anchor::middle, colour, size});
    written.push_back({centre - half, centre + half});
  };
  write(x(row.target), row.target_words, Colour::vermillion);
  write(x(row.p05), row.low, Colour::muted);
  write(x(row.p95), row.high, Colour::muted);
}

}  // namespace

Drawing target_bars(const TargetBars& figures, double width, const std::string& id) {
  using Mark = LegendEntry::Mark;
  const std::vector<LegendEntry> legend{{Mark::square, {Colour::blue, 0.3}, figures.ninety_words},
                                        {Mark::square, {Colour::blue, 0.7}, figures.half_words},
                                        {Mark::line, {Colour::ink}, figures.median_words},
                                        {Mark::diamond, {Colour::vermillion}, figures.target_words}};
  const double rows = row_height * static_cast<double>(figures.rows.size());
  Drawing drawing(width, rows + 6.0 + legend_height(legend, width), id, figures.title, figures.description);
  for (std::size_t i = 0; i < figures.rows.size(); ++i) {
    draw_row(drawing, figures.rows[i], static_cast<double>(i) * row_height, width);
  }
  draw_legend(drawing, legend, {0.0, rows + 6.0}, width);
  return drawing;
}

}  // namespace jobcast::charts
