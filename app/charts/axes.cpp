#include "app/charts/axes.hpp"

#include <algorithm>

#include "app/report/numbers.hpp"

namespace jobcast::charts {
namespace {

constexpr double air = 8.0;
constexpr double half_letter = 0.35 * text_size;

struct Label {
  double number;
  std::string words;
};

std::vector<Label> labels_of(const Linear& scale, const AxisLook& look) {
  const auto ticks = scale.ticks(look.about);
  const int decimals = ticks.size() > 1 ? decimals_for(ticks[1] - ticks[0]) : 0;
  std::vector<Label> labels;
  for (const double tick : ticks) {
    labels.push_back({tick, look.words ? look.words(tick) : app::grouped(tick, decimals)});
  }
  return labels;
}

/// Writes a label under the frame, if it does not touch the one that ends at `before`.
void write_under(Drawing& drawing, const Frame& frame, double x, const std::string& words, double& before) {
  const double half = 0.5 * text_width(words);
  const double centre = std::clamp(x, half, std::max(half, drawing.width() - half));
  if (centre - half < before) return;
  drawing.text({centre, frame.bottom + text_size + 0.5 * air}, words, {Anchor::middle, Colour::muted});
  before = centre + half + 0.5 * air;
}

}  // namespace

void left_axis(Drawing& drawing, const Linear& scale, const Frame& frame, const AxisLook& look) {
  for (const auto& label : labels_of(scale, look)) {
    const double y = scale(label.number);
    if (look.grid) drawing.line({frame.left, y}, {frame.right, y}, {Colour::grid});
    drawing.text({frame.left - air, y + half_letter}, label.words, {Anchor::end, Colour::muted});
  }
}

double left_axis_room(const Linear& scale, const AxisLook& look) {
  double room = 0.0;
  for (const auto& label : labels_of(scale, look)) room = std::max(room, text_width(label.words));
  return room + air;
}

void bottom_axis(Drawing& drawing, const Linear& scale, const Frame& frame, const AxisLook& look) {
  double before = -air;
  for (const auto& label : labels_of(scale, look)) {
    const double x = scale(label.number);
    if (look.grid) drawing.line({x, frame.top}, {x, frame.bottom}, {Colour::grid});
    write_under(drawing, frame, x, label.words, before);
  }
}

void date_axis(Drawing& drawing, const Dates& scale, const Frame& frame) {
  const double room = text_width("2024-04") + air;
  const auto ticks = scale.ticks(std::max(2, static_cast<int>((frame.right - frame.left) / room)));
  double before = -air;
  for (const auto tick : ticks) {
    const double x = scale(tick);
    drawing.line({x, frame.top}, {x, frame.bottom}, {Colour::grid});
    write_under(drawing, frame, x, date_label(tick, ticks), before);
  }
}

}  // namespace jobcast::charts
