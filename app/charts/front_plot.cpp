#include "app/charts/front_plot.hpp"

#include <algorithm>

#include "app/charts/axes.hpp"
#include "app/charts/legend.hpp"
#include "app/report/numbers.hpp"
#include "app/report/optimise_report.hpp"

namespace jobcast::charts {
namespace {

constexpr double width = 720;
constexpr double height = 440;
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

}  // namespace

std::string front_plot(const optimise::Optimum& optimum, const app::Catalogue& words) {
  constexpr double million = 1e6;
  const bool money = optimum.front_kind == optimise::FrontKind::money;
  const auto marks = marks_of(optimum, words);
  const Point plan{money ? optimum.plan.county_won / million : 0.0, 0.0};
  Drawing drawing(width, height, "front", words.text(money ? "optimise.front_money" : "optimise.front_ages"),
                  words.text("optimise.plot_description"));
  Frame frame{70.0, 60.0, width - 30.0, height - 110.0};
  const auto x = scale_over(marks, plan.x, &Mark::x, frame.left, frame.right);
  const auto y = scale_over(marks, plan.y, &Mark::y, frame.bottom, frame.top);
  drawing.text({20.0, 24.0}, words.text(money ? "optimise.front_money" : "optimise.front_ages"), {.bold = true});
  drawing.text({20.0, 46.0},
               words.text(!money                                   ? "optimise.plot_seniors"
                          : app::unit_of_goal(optimum.goal).points ? "optimise.plot_points_goal"
                                                                   : "optimise.plot_persons_goal"),
               {.colour = Colour::muted});
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
  return drawing.document();
}

}  // namespace jobcast::charts
