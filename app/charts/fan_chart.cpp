#include "app/charts/fan_chart.hpp"

#include <algorithm>

#include "app/charts/axes.hpp"
#include "app/charts/legend.hpp"
#include "app/report/numbers.hpp"

namespace jobcast::charts {
namespace {

constexpr double plot_height = 250.0;
constexpr double top_room = 14.0;
constexpr double right_room = 14.0;
constexpr int margin_days = 75;

std::string value_words(const Fan& fan, double value) { return app::grouped(value, 1) + fan.unit; }

Linear scale_of(const Fan& fan, double top, double bottom) {
  double low = fan.target;
  double high = fan.target;
  const auto hold = [&](double least, double most) {
    low = std::min(low, least);
    high = std::max(high, most);
  };
  for (const auto& each : fan.past) hold(each.value - fan.half_bar, each.value + fan.half_bar);
  for (const auto& each : fan.expected) hold(each.p05, each.p95);
  return round_scale(low, high, bottom, top);
}

/// The area between two quantiles, from the last published figure on.
std::vector<Point> band(const Fan& fan, const Dates& x, const Linear& y, double Fan::Expected::*low,
                        double Fan::Expected::*high) {
  std::vector<Point> points;
  if (!fan.past.empty()) points.push_back({x(fan.past.back().day), y(fan.past.back().value)});
  for (const auto& each : fan.expected) points.push_back({x(each.day), y(each.*high)});
  for (auto each = fan.expected.rbegin(); each != fan.expected.rend(); ++each) {
    points.push_back({x(each->day), y((*each).*low)});
  }
  return points;
}

void draw_expected(Drawing& drawing, const Fan& fan, const Dates& x, const Linear& y) {
  using Expected = Fan::Expected;
  drawing.area(band(fan, x, y, &Expected::p05, &Expected::p95), {Colour::blue, 0.18});
  drawing.area(band(fan, x, y, &Expected::p25, &Expected::p75), {Colour::blue, 0.32});
  std::vector<Point> medians;
  if (!fan.past.empty()) medians.push_back({x(fan.past.back().day), y(fan.past.back().value)});
  for (const auto& each : fan.expected) medians.push_back({x(each.day), y(each.p50)});
  drawing.curve(medians, {Colour::blue, 2.0, "5 3"});
  for (const auto& each : fan.expected) {
    const double at = x(each.day);
    drawing.line({at, y(each.p05)}, {at, y(each.p95)}, {Colour::blue, 1.0});
    drawing.circle({at, y(each.p50)}, 4.0, {Colour::blue},
                   time::to_string(each.day).substr(0, 7) + ": " + value_words(fan, each.p50) + " (" +
                       value_words(fan, each.p05) + " … " + value_words(fan, each.p95) + ")");
  }
}

void draw_past(Drawing& drawing, const Fan& fan, const Dates& x, const Linear& y) {
  std::vector<Point> points;
  for (const auto& each : fan.past) {
    const double at = x(each.day);
    points.push_back({at, y(each.value)});
    if (fan.half_bar > 0.0) {
      drawing.line({at, y(each.value - fan.half_bar)}, {at, y(each.value + fan.half_bar)}, {Colour::muted, 1.2});
    }
  }
  drawing.curve(points, {Colour::ink, 1.2});
  for (std::size_t i = 0; i < points.size(); ++i) {
    drawing.circle(points[i], 3.2, {Colour::ink},
                   time::to_string(fan.past[i].day).substr(0, 7) + ": " + value_words(fan, fan.past[i].value));
  }
}

}  // namespace

Drawing fan_chart(const Fan& fan, double width, const std::string& id) {
  using Mark = LegendEntry::Mark;
  std::vector<LegendEntry> legend;
  if (!fan.past.empty()) legend.push_back({Mark::dot, {Colour::ink}, fan.past_words});
  if (!fan.past.empty() && fan.half_bar > 0.0) legend.push_back({Mark::whisker, {Colour::muted}, fan.bar_words});
  legend.push_back({Mark::dashed, {Colour::blue}, fan.median_words});
  legend.push_back({Mark::square, {Colour::blue, 0.5}, fan.half_words});
  legend.push_back({Mark::square, {Colour::blue, 0.18}, fan.ninety_words});
  legend.push_back({Mark::diamond, {Colour::vermillion}, fan.target_words});
  const double foot = bottom_axis_room + 8.0 + legend_height(legend, width);
  Drawing drawing(width, top_room + plot_height + foot, id, fan.title, fan.description);
  const auto y = scale_of(fan, top_room, top_room + plot_height);
  const AxisLook look{.words = [&](double number) { return app::grouped(number) + fan.unit; }};
  const Frame frame{left_axis_room(y, look), top_room, width - right_room, top_room + plot_height};
  const auto first = fan.past.empty() ? fan.expected.front().day : fan.past.front().day;
  const Dates x{time::add_days(first, -margin_days), time::add_days(fan.expected.back().day, margin_days), frame.left,
                frame.right};
  date_axis(drawing, x, frame);
  left_axis(drawing, y, frame, look);
  draw_expected(drawing, fan, x, y);
  draw_past(drawing, fan, x, y);
  drawing.diamond({x(fan.expected.back().day), y(fan.target)}, 6.0, {Colour::vermillion},
                  fan.target_words + ": " + value_words(fan, fan.target));
  draw_legend(drawing, legend, {0.0, frame.bottom + bottom_axis_room + 8.0}, width);
  return drawing;
}

}  // namespace jobcast::charts
