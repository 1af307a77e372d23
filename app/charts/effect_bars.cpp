#include "app/charts/effect_bars.hpp"

#include <algorithm>

#include "app/charts/axes.hpp"
#include "app/charts/legend.hpp"
#include "app/report/numbers.hpp"

namespace jobcast::charts {
namespace {

/// Names stand beside the bars where there is room, else above them.
struct Layout {
  bool beside = true;
  double names = 0.0;
  double row_height = 26.0;
};

Layout layout_of(const EffectBars& effects, double width) {
  constexpr double room_for_both = 480.0;
  constexpr double longest_share = 0.45;
  constexpr double name_above = 20.0;
  if (width < room_for_both) return {false, 0.0, 26.0 + name_above};
  double names = 0.0;
  for (const auto& row : effects.rows) names = std::max(names, text_width(row.name));
  return {true, std::min(names, longest_share * width) + 10.0, 26.0};
}

}  // namespace

Drawing effect_bars(const EffectBars& effects, double width, const std::string& id) {
  using Mark = LegendEntry::Mark;
  const std::vector<LegendEntry> legend{{Mark::square, {Colour::blue, 0.8}, effects.mean_words},
                                        {Mark::line, {Colour::ink}, effects.interval_words}};
  const auto layout = layout_of(effects, width);
  const double rows = layout.row_height * static_cast<double>(effects.rows.size());
  constexpr double top = 4.0;
  Drawing drawing(width, top + rows + bottom_axis_room + 8.0 + legend_height(legend, width), id, effects.title,
                  effects.description);
  double low = std::min(0.0, effects.low);
  double high = std::max(0.0, effects.high);
  double numbers = 0.0;
  for (const auto& row : effects.rows) {
    low = std::min({low, row.low, row.mean});
    high = std::max({high, row.high, row.mean});
    numbers = std::max(numbers, text_width(app::with_sign(row.mean, effects.decimals)));
  }
  const Frame frame{layout.names + 8.0, top, width - numbers - 8.0, top + rows};
  const auto x = round_scale(low, high, frame.left, frame.right, layout.beside ? 5 : 3);
  // Lines would cross the names that stand above the bars.
  bottom_axis(drawing, x, frame, {.about = layout.beside ? 5 : 3, .grid = layout.beside});
  if (layout.beside) drawing.line({x(0.0), frame.top}, {x(0.0), frame.bottom}, {Colour::muted, 1.2});
  for (std::size_t i = 0; i < effects.rows.size(); ++i) {
    const auto& row = effects.rows[i];
    const double start = top + static_cast<double>(i) * layout.row_height;
    const double middle = start + layout.row_height - 13.0;
    if (layout.beside) {
      drawing.text({layout.names, middle + 0.35 * text_size}, fitted(row.name, layout.names - 4.0),
                   {.anchor = Anchor::end});
    } else {
      drawing.text({frame.left + 5.0, start + 16.0}, fitted(row.name, width - frame.left - 5.0));
    }
    if (!layout.beside) drawing.line({x(0.0), middle - 11.0}, {x(0.0), middle + 11.0}, {Colour::muted, 1.2});
    drawing.rectangle({x(0.0), middle - 8.0}, x(row.mean) - x(0.0), 16.0, {Colour::blue, 0.8}, row.name);
    drawing.line({x(row.low), middle}, {x(row.high), middle}, {Colour::ink, 1.4});
    drawing.text({width, middle + 0.35 * text_size}, app::with_sign(row.mean, effects.decimals),
                 {.anchor = Anchor::end});
  }
  draw_legend(drawing, legend, {0.0, frame.bottom + bottom_axis_room + 8.0}, width);
  return drawing;
}

}  // namespace jobcast::charts
