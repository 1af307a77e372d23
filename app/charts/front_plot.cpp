#include "app/charts/front_plot.hpp"

#include <algorithm>

#include "app/charts/axes.hpp"
#include "app/charts/legend.hpp"
#include "app/charts/text_size.hpp"
#include "app/report/numbers.hpp"
#include "app/report/optimise_report.hpp"

namespace jobcast::charts {
namespace {

constexpr double height = 440.0;
constexpr double narrow = 500.0;
constexpr double edge = 20.0;
constexpr double line_height = 20.0;
constexpr double two_errors = 2.0;

/// A point of the front with what is drawn of it.
struct Mark {
  double x = 0.0, y = 0.0;
  double y_error = 0.0;
  bool dominated = false;
  std::string tip;
};

std::vector<Mark> marks_of(const optimise::Optimum& optimum, const app::Catalogue& words) {
  constexpr double million = 1e6;
  const bool money = optimum.front_kind == optimise::FrontKind::money;
  const auto unit = app::unit_of_goal(optimum.goal);
  std::vector<Mark> marks;
  for (const auto& point : optimum.front) {
    if (!point.feasible) continue;
    const auto& at = point.simulated;
    Mark mark;
    mark.dominated = point.dominated;
    if (money) {
      mark.x = at.county_won / million;
      mark.y = at.goal_change.mean * unit.scale;
      mark.y_error = at.goal_change.monte_carlo_error * unit.scale;
      mark.tip = words.text("optimise.plot_money_tip", app::grouped(mark.x), app::with_sign(mark.y, unit.decimals));
    } else {
      mark.x = at.youth_change.mean;
      mark.y = at.seniors_change.mean;
      mark.y_error = at.seniors_change.monte_carlo_error;
      mark.tip = words.text("optimise.plot_ages_tip", app::with_sign(mark.x, 1), app::with_sign(mark.y, 0));
    }
    marks.push_back(std::move(mark));
  }
  return marks;
}

Linear scale_over(const std::vector<Mark>& marks, double planned, double Mark::*part, double start, double end) {
  double low = planned, high = planned;
  for (const auto& mark : marks) {
    low = std::min(low, mark.*part);
    high = std::max(high, mark.*part);
  }
  return round_scale(low, high, start, end);
}

const char* goal_axis_of(const optimise::Optimum& optimum) {
  if (optimum.front_kind != optimise::FrontKind::money) return "optimise.plot_seniors";
  if (optimum.goal.kind == optimise::Goal::Kind::chance) return "optimise.plot_chance_goal";
  return app::unit_of_goal(optimum.goal).points ? "optimise.plot_points_goal" : "optimise.plot_persons_goal";
}

}  // namespace

Drawing front_plot(const optimise::Optimum& optimum, const app::Catalogue& words, double width, const std::string& id,
                   bool headed) {
  constexpr double million = 1e6;
  const bool money = optimum.front_kind == optimise::FrontKind::money;
  const auto marks = marks_of(optimum, words);
  const Point plan{money ? optimum.plan.county_won / million : 0.0, 0.0};
  const auto title = words.text(money ? "optimise.front_money" : "optimise.front_ages");
  Drawing drawing(width, height, id, title, words.text("optimise.plot_description"));
  const auto heading = headed ? broken(title, width - 2.0 * edge) : std::vector<std::string>();
  const double heading_room = line_height * static_cast<double>(heading.size());
  for (std::size_t line = 0; line < heading.size(); ++line) {
    drawing.text({edge, edge + line_height * static_cast<double>(line)}, heading[line], {.bold = true});
  }
  const Frame frame{width < narrow ? 52.0 : 70.0, heading_room + 44.0, width - 30.0, height - 110.0};
  const auto x = scale_over(marks, plan.x, &Mark::x, frame.left, frame.right);
  const auto y = scale_over(marks, plan.y, &Mark::y, frame.bottom, frame.top);
  drawing.text({edge, edge + heading_room}, words.text(goal_axis_of(optimum)), {.colour = Colour::muted});
  drawing.text({frame.right, frame.bottom + bottom_axis_room + 20.0},
               words.text(money ? "optimise.plot_county" : "optimise.plot_youth"),
               {.anchor = Anchor::end, .colour = Colour::muted});
  left_axis(drawing, y, frame);
  bottom_axis(drawing, x, frame);
  std::vector<Point> front;
  for (const auto& mark : marks) {
    if (!mark.dominated) front.push_back({x(mark.x), y(mark.y)});
  }
  drawing.curve(front, {Colour::blue, 1.5});
  for (const auto& mark : marks) {
    const Point at{x(mark.x), y(mark.y)};
    drawing.line({at.x, y(mark.y - two_errors * mark.y_error)}, {at.x, y(mark.y + two_errors * mark.y_error)},
                 {Colour::ink, 1.0});
    drawing.circle(at, 5.0, {Colour::blue}, mark.tip);
    if (mark.dominated) drawing.circle(at, 3.0, {Colour::page}, mark.tip);
  }
  drawing.diamond({x(plan.x), y(plan.y)}, 7.0, {Colour::vermillion}, words.text("optimise.plot_plan"));
  const std::vector<LegendEntry> entries{
      {LegendEntry::Mark::dot, {Colour::blue}, words.text("optimise.plot_points")},
      {LegendEntry::Mark::diamond, {Colour::vermillion}, words.text("optimise.plot_plan")}};
  draw_legend(drawing, entries, {frame.left, height - 34.0}, frame.right - frame.left);
  return drawing;
}

}  // namespace jobcast::charts
