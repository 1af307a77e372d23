#include "app/charts/pyramid.hpp"

#include <algorithm>

#include "app/charts/axes.hpp"
#include "app/charts/legend.hpp"
#include "app/report/numbers.hpp"

namespace jobcast::charts {
namespace {

constexpr double row_height = 30.0;
constexpr double head = 22.0;
constexpr double number_room = 44.0;

struct Side {
  bool left = false;
  double root = 0.0;  ///< where the bars begin
  double room = 0.0;  ///< how far they may go
  double most = 1.0;

  [[nodiscard]] double reach(double people) const { return room * people / most; }
};

void draw_bars(Drawing& drawing, const Side& side, double middle, double now, double later, const std::string& tip) {
  const double sign = side.left ? -1.0 : 1.0;
  const double half = 0.36 * row_height;
  drawing.rectangle({side.root, middle - half}, sign * side.reach(later), 2.0 * half,
                    {side.left ? Colour::blue : Colour::amber, 0.75}, tip);
  const double edge = side.root + sign * side.reach(now);
  drawing.curve({{side.root, middle - half}, {edge, middle - half}, {edge, middle + half}, {side.root, middle + half}},
                {Colour::ink, 1.5});
  const double end = side.root + sign * (side.reach(std::max(now, later)) + 5.0);
  drawing.text({end, middle + 0.35 * text_size}, app::grouped(later),
               {side.left ? Anchor::end : Anchor::start, Colour::muted, 11.0});
}

}  // namespace

Drawing pyramid(const Pyramid& people, double width, const std::string& id) {
  using Mark = LegendEntry::Mark;
  const std::vector<LegendEntry> legend{
      {Mark::line, {Colour::ink}, people.now_words},
      {Mark::square, {Colour::blue, 0.75}, people.later_words + " · " + people.men},
      {Mark::square, {Colour::amber, 0.75}, people.later_words + " · " + people.women}};
  double names = 0.0;
  double most = 1.0;
  for (const auto& group : people.groups) {
    names = std::max(names, text_width(group.name));
    most = std::max({most, group.men_now, group.men_later, group.women_now, group.women_later});
  }
  const double rows = row_height * static_cast<double>(people.groups.size());
  Drawing drawing(width, head + rows + 8.0 + legend_height(legend, width), id, people.title, people.description);
  const double half_names = 0.5 * names + 8.0;
  const double room = std::max(1.0, 0.5 * width - half_names - number_room);
  const Side men{true, 0.5 * width - half_names, room, most};
  const Side women{false, 0.5 * width + half_names, room, most};
  drawing.text({men.root, 14.0}, people.men, {.anchor = Anchor::end, .bold = true});
  drawing.text({women.root, 14.0}, people.women, {.bold = true});
  for (std::size_t i = 0; i < people.groups.size(); ++i) {
    const auto& group = people.groups[i];
    const double middle = head + rows - (static_cast<double>(i) + 0.5) * row_height;
    const auto tip = [&](const std::string& who, double now, double later) {
      return group.name + ", " + who + ": " + people.now_words + " " + app::grouped(now) + ", " + people.later_words +
             " " + app::grouped(later);
    };
    draw_bars(drawing, men, middle, group.men_now, group.men_later, tip(people.men, group.men_now, group.men_later));
    draw_bars(drawing, women, middle, group.women_now, group.women_later,
              tip(people.women, group.women_now, group.women_later));
    drawing.text({0.5 * width, middle + 0.35 * text_size}, group.name, {.anchor = Anchor::middle});
  }
  draw_legend(drawing, legend, {0.0, head + rows + 8.0}, width);
  return drawing;
}

}  // namespace jobcast::charts
