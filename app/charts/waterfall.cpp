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

std::vector<std::string> names_of(const Waterfall& figure) {
  std::vector<std::string> names{figure.from_name};
  for (const auto& step : figure.steps) names.push_back(step.name);
  names.push_back(figure.to_name);
  return names;
}

double widest_word(const std::string& name) {
  double widest = 0.0;
  for (std::size_t at = 0; at < name.size();) {
    const auto end = std::min(name.find(' ', at), name.size());
    widest = std::max(widest, text_width(std::string_view(name).substr(at, end - at), name_size));
    at = end + 1;
  }
  return widest;
}

/// Names under the bands; every other one stands lower where a word is too wide for its band.
struct NameLayout {
  double room = 0.0;
  std::size_t lines = 1;
  bool staggered = false;
};

NameLayout layout_of(const std::vector<std::string>& names, double slot) {
  NameLayout layout{slot};
  for (const auto& name : names) layout.staggered = layout.staggered || widest_word(name) > slot;
  if (layout.staggered) layout.room = 2.0 * slot;
  for (const auto& name : names) layout.lines = std::max(layout.lines, lines_of(name, layout.room).size());
  return layout;
}

void draw_names(Drawing& drawing, const std::vector<std::string>& names, const NameLayout& layout, const Bands& bands,
                double below) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    const bool lower = layout.staggered && i % 2 == 1;
    double y = below + 18.0 + (lower ? name_line * static_cast<double>(layout.lines) : 0.0);
    for (const auto& line : lines_of(names[i], layout.room)) {
      drawing.text({bands.centre(i), y}, line, {Anchor::middle, Colour::ink, name_size});
      y += name_line;
    }
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
  const auto names = names_of(figure);
  const auto layout = layout_of(names, slot);
  const double foot =
      18.0 + name_line * static_cast<double>(layout.lines * (layout.staggered ? 2 : 1)) + legend_height(legend, width);
  Drawing drawing(width, frame.bottom + foot, id, figure.title, figure.description);
  left_axis(drawing, y, frame);
  draw_names(drawing, names, layout, bands, frame.bottom);
  const auto level_mark = [&](std::size_t band, double value) {
    drawing.line({bands.low(band), y(value)}, {bands.low(band) + bands.width(), y(value)}, {Colour::ink, 4.0});
    drawing.text({bands.centre(band), y(value) - 8.0}, app::grouped(value, std::min(figure.decimals, 1)),
                 {.anchor = Anchor::middle, .bold = true});
  };
  level_mark(0, figure.from);
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
    level += step.change;
  }
  const std::size_t last = figure.steps.size() + 1;
  drawing.line({bands.low(last - 1) + bands.width(), y(level)}, {bands.low(last), y(level)},
               {Colour::muted, 1.0, "2 3"});
  level_mark(last, figure.to);
  draw_legend(drawing, legend, {0.0, drawing.height() - legend_height(legend, width)}, width);
  return drawing;
}

}  // namespace jobcast::charts
