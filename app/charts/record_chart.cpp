#include "app/charts/record_chart.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/charts/axes.hpp"
#include "app/charts/legend.hpp"
#include "app/report/numbers.hpp"

namespace jobcast::charts {
namespace {

constexpr std::array hues{Colour::blue, Colour::vermillion, Colour::green, Colour::purple, Colour::grey};
constexpr double plot_height = 170.0;
constexpr double head = 40.0;
constexpr double panel_height = head + plot_height + bottom_axis_room + 10.0;

void draw_crps(Drawing& drawing, const Record& record, Point corner, double width) {
  double most = 0.0;
  for (const auto& method : record.methods) most = std::isfinite(method.crps) ? std::max(most, method.crps) : most;
  const Linear scale = round_scale(0.0, most, corner.y + head + plot_height, corner.y + head);
  const Frame frame{corner.x + left_axis_room(scale), corner.y + head, corner.x + width, scale.start};
  drawing.text({corner.x, corner.y + 14.0}, fitted(record.crps_heading, width), {.bold = true});
  left_axis(drawing, scale, frame);
  const Bands bands{record.methods.size(), frame.left, frame.right};
  for (std::size_t m = 0; m < record.methods.size(); ++m) {
    const auto& method = record.methods[m];
    if (!std::isfinite(method.crps)) continue;
    drawing.rectangle({bands.low(m), frame.bottom}, bands.width(), scale(method.crps) - frame.bottom, {hues[m]},
                      method.name);
    drawing.text({bands.centre(m), scale(method.crps) - 5.0}, app::grouped(method.crps, record.decimals),
                 {.anchor = Anchor::middle});
  }
}

void draw_within(Drawing& drawing, const Record& record, Point corner, double width) {
  const auto percent = [](double number) { return app::grouped(number) + "%"; };
  const Linear scale{0.0, 100.0, corner.y + head + plot_height, corner.y + head};
  const AxisLook look{.words = percent};
  const Frame frame{corner.x + left_axis_room(scale, look), corner.y + head, corner.x + width, scale.start};
  drawing.text({corner.x, corner.y + 14.0}, fitted(record.within_heading, width), {.bold = true});
  left_axis(drawing, scale, frame, look);
  const Bands groups{record.promised.size(), frame.left, frame.right, 0.3};
  for (std::size_t i = 0; i < record.promised.size(); ++i) {
    const Bands bars{record.methods.size(), groups.low(i), groups.low(i) + groups.width(), 0.15};
    for (std::size_t m = 0; m < record.methods.size(); ++m) {
      const double share = record.methods[m].within.at(i);
      if (!std::isfinite(share)) continue;
      drawing.rectangle({bars.low(m), frame.bottom}, bars.width(), scale(100.0 * share) - frame.bottom, {hues[m]},
                        record.methods[m].name + " " + percent(100.0 * share));
    }
    const double promise = scale(100.0 * record.promised[i]);
    drawing.line({bars.start - 4.0, promise}, {bars.end + 4.0, promise}, {Colour::ink, 2.0});
    drawing.text({groups.centre(i), frame.bottom + 18.0}, percent(100.0 * record.promised[i]),
                 {.anchor = Anchor::middle, .colour = Colour::muted});
  }
}

}  // namespace

Drawing record_chart(const Record& record, double width, const std::string& id) {
  std::vector<LegendEntry> legend;
  for (std::size_t m = 0; m < record.methods.size(); ++m) {
    legend.push_back({LegendEntry::Mark::square, {hues[m % hues.size()]}, record.methods[m].name});
  }
  legend.push_back({LegendEntry::Mark::line, {Colour::ink}, record.promised_words});
  constexpr double room_for_both = 480.0;
  constexpr double between = 32.0;
  const bool beside = width >= room_for_both;
  const double panel = beside ? 0.5 * (width - between) : width;
  const double panels = beside ? panel_height : 2.0 * panel_height;
  Drawing drawing(width, panels + legend_height(legend, width), id, record.title, record.description);
  draw_crps(drawing, record, {0.0, 0.0}, panel);
  draw_within(drawing, record, beside ? Point{panel + between, 0.0} : Point{0.0, panel_height}, panel);
  draw_legend(drawing, legend, {0.0, panels}, width);
  return drawing;
}

}  // namespace jobcast::charts
