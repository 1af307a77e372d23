#include "app/charts/waterfall.hpp"

#include <algorithm>

#include "app/charts/axes.hpp"
#include "app/charts/legend.hpp"
#include "app/report/numbers.hpp"

namespace jobcast::charts {
namespace {

constexpr double plot_height = 220.0;
constexpr double top_room = 22.0;
constexpr double name_line = 16.0;
constexpr double name_size = 12.0;
constexpr std::size_t name_lines = 3;

std::vector<std::string> lines_of(const std::string& name, double room) {
  return broken(name, room, name_lines, name_size);
}

void draw_name(Drawing& drawing, const std::string& name, double x, double room, double below) {
  double y = below + 18.0;
  for (const auto& line : lines_of(name, room)) {
    drawing.text({x, y}, line, {Anchor::middle, Colour::ink, name_size});
    y += name_line;
  }
}

}  // namespace

Drawing waterfall(const Waterfall& figure, double width, const std::string& id) {
  using Mark = LegendEntry::Mark;
  const std::vector<LegendEntry> legend{{Mark::square, {Colour::green}, figure.up_words},
                                        {Mark::square, {Colour::vermillion}, figure.down_words},
                                        {Mark::line, {Colour::ink}, figure.interval_words}};
  double low = std::min(figure.from, figure.to);
  double high = std::max(figure.from, figure.to);
  double level = figure.from;
  for (const auto& step : figure.steps) {
    low = std::min({low, level + step.low, level + step.change});
    high = std::max({high, level + step.high, level + step.change});
    level += step.change;
  }
  const auto y = round_scale(low, high, top_room + plot_height, top_room);
  const Frame frame{left_axis_room(y), top_room, width - 4.0, top_room + plot_height};
  const Bands bands{figure.steps.size() + 2, frame.left, frame.right};
  const double slot = (frame.right - frame.left) / static_cast<double>(bands.count) - 4.0;
  std::size_t lines = std::max(lines_of(figure.from_name, slot).size(), lines_of(figure.to_name, slot).size());
  for (const auto& step : figure.steps) lines = std::max(lines, lines_of(step.name, slot).size());
  const double foot = 18.0 + name_line * static_cast<double>(lines) + legend_height(legend, width);
  Drawing drawing(width, frame.bottom + foot, id, figure.title, figure.description);
  left_axis(drawing, y, frame);
  const auto level_mark = [&](std::size_t band, const std::string& name, double value) {
    drawing.line({bands.low(band), y(value)}, {bands.low(band) + bands.width(), y(value)}, {Colour::ink, 4.0});
    drawing.text({bands.centre(band), y(value) - 8.0}, app::grouped(value, std::min(figure.decimals, 1)),
                 {.anchor = Anchor::middle, .bold = true});
    draw_name(drawing, name, bands.centre(band), slot, frame.bottom);
  };
  level_mark(0, figure.from_name, figure.from);
  level = figure.from;
  for (std::size_t i = 0; i < figure.steps.size(); ++i) {
    const auto& step = figure.steps[i];
    const double centre = bands.centre(i + 1);
    drawing.line({bands.low(i) + bands.width(), y(level)}, {bands.low(i + 1), y(level)}, {Colour::muted, 1.0, "2 3"});
    drawing.rectangle({bands.low(i + 1), y(level)}, bands.width(), y(level + step.change) - y(level),
                      {step.change >= 0.0 ? Colour::green : Colour::vermillion, 0.8}, step.name);
    drawing.line({centre, y(level + step.low)}, {centre, y(level + step.high)}, {Colour::ink, 1.2});
    const double over = std::min({y(level + step.high), y(level + step.change), y(level)});
    drawing.text({centre, over - 5.0}, app::with_sign(step.change, figure.decimals), {.anchor = Anchor::middle});
    draw_name(drawing, step.name, centre, slot, frame.bottom);
    level += step.change;
  }
  const std::size_t last = figure.steps.size() + 1;
  drawing.line({bands.low(last - 1) + bands.width(), y(level)}, {bands.low(last), y(level)},
               {Colour::muted, 1.0, "2 3"});
  level_mark(last, figure.to_name, figure.to);
  draw_legend(drawing, legend, {0.0, drawing.height() - legend_height(legend, width)}, width);
  return drawing;
}

}  // namespace jobcast::charts
