#include "app/charts/gantt.hpp"

#include <algorithm>

#include "app/charts/gantt_rows.hpp"
#include "app/charts/legend.hpp"
#include "app/charts/scale.hpp"
#include "app/report/names.hpp"

namespace jobcast::charts {
namespace {

using Kind = GanttRow::Kind;

constexpr double narrow_below = 600.0;
constexpr double letters = 12.0;
constexpr double title_size = 16.0;
constexpr double air = 8.0;

/// Where things stand at a width.
struct Plot {
  double label_room = 0.0;   ///< left of the bars; 0: over them
  double chance_room = 0.0;  ///< right of the bars, for the chance
  double date_room = 0.0;    ///< and the middle date
  double row_height = 17.0;
  double bars_at = 0.0;  ///< of a row's height, where its bars' middle is
  Dates days;
  double top = 0.0;  ///< of the first row
};

Plot plot_of(const Dates& days, double width) {
  Plot plot;
  plot.days = days;
  const bool narrow = width < narrow_below;
  if (narrow) {
    plot.row_height = 32.0;
    plot.bars_at = 24.0;
  } else {
    plot.bars_at = 0.5 * plot.row_height;
    plot.chance_room = 44.0;
    plot.date_room = 78.0;
    plot.label_room = 0.34 * width;
  }
  plot.days.start = plot.label_room + (narrow ? air : 0.0);
  plot.days.end = width - air - plot.chance_room - plot.date_room;
  return plot;
}

time::Date quarter_of(time::Date day) {
  constexpr int quarter = 3;
  return time::first_of_month(time::year_of(day), (time::month_of(day) - 1) / quarter * quarter + 1);
}

time::Date next_quarter(time::Date first) {
  constexpr int into_the_next = 93;
  return quarter_of(time::add_days(first, into_the_next));
}

/// Whole quarters from the day after the plan's own, one year at least and two at most.
Dates span_of(const plan::Plan& plan, const std::vector<GanttRow>& rows) {
  constexpr int least = 4;
  constexpr int most = 8;
  Dates days;
  days.from = quarter_of(time::add_days(plan.as_of, 1));
  days.to = days.from;
  time::Date last = days.from;
  for (const auto& row : rows) {
    if (row.kind != Kind::sheet) last = std::max({last, row.planned, row.range.p90});
  }
  for (int quarter = 0; quarter < least || (quarter < most && days.to <= last); ++quarter) {
    days.to = next_quarter(days.to);
  }
  return days;
}

class Gantt {
 public:
  Gantt(const std::vector<GanttRow>& rows, const Plot& plot, const app::Catalogue& words, Drawing& drawing)
      : rows_(rows), plot_(plot), words_(words), drawing_(drawing) {}

  void draw() {
    draw_quarters();
    double y = plot_.top;
    for (const auto& row : rows_) {
      draw_row(row, y);
      y += plot_.row_height;
    }
  }

 private:
  [[nodiscard]] double right() const { return plot_.days.end; }
  [[nodiscard]] bool narrow() const { return plot_.label_room == 0.0; }
  [[nodiscard]] double x_of(time::Date day) const {
    return std::clamp(plot_.days(day), plot_.days.start, plot_.days.end);
  }
  [[nodiscard]] bool shown(time::Date day) const { return day >= plot_.days.from && day <= plot_.days.to; }

  void draw_quarters() {
    const double bottom = plot_.top + plot_.row_height * static_cast<double>(rows_.size());
    for (time::Date first = plot_.days.from; first < plot_.days.to; first = next_quarter(first)) {
      const double x = x_of(first);
      const bool year = time::month_of(first) == 1 || first == plot_.days.from;
      drawing_.line({x, plot_.top - (year ? 34.0 : 17.0)}, {x, bottom}, {year ? Colour::muted : Colour::grid});
      constexpr int months = 3;
      const auto quarter = std::to_string((time::month_of(first) - 1) / months + 1);
      drawing_.text({x + 3.0, plot_.top - 5.0}, words_.text("gantt.quarter", quarter),
                    {Anchor::start, Colour::muted, letters});
      if (year) {
        drawing_.text({x + 3.0, plot_.top - 21.0}, words_.text("gantt.year", std::to_string(time::year_of(first))),
                      {Anchor::start, Colour::ink, letters, true});
      }
    }
    drawing_.line({right(), plot_.top - 17.0}, {right(), bottom}, {Colour::grid});
    if (narrow()) return;
    drawing_.text({right() + plot_.chance_room, plot_.top - 5.0}, words_.text("gantt.chance"),
                  {Anchor::end, Colour::muted, letters});
    drawing_.text({right() + plot_.chance_room + plot_.date_room, plot_.top - 5.0}, words_.text("gantt.middle"),
                  {Anchor::end, Colour::muted, letters});
  }

  void draw_row(const GanttRow& row, double top) {
    const bool sheet = row.kind == Kind::sheet;
    constexpr double indent = 12.0;
    const double left = sheet ? 0.0 : indent;
    const double foot = narrow() ? top + 14.0 : top + plot_.bars_at + 0.35 * letters;
    const double whole = narrow() ? drawing_.width() - (sheet ? 0.0 : 44.0) : sheet ? right() : plot_.label_room;
    const Letters look{Anchor::start, row.kind == Kind::programme ? Colour::muted : Colour::ink, letters,
                       sheet || row.critical};
    // A bold face is a little wider.
    const double room = (whole - left - air) / (look.bold ? 1.06 : 1.0);
    drawing_.text({left, foot}, fitted((row.critical ? "* " : "") + row.label, room, letters), look);
    if (sheet) {
      if (!narrow()) drawing_.line({0.0, top}, {drawing_.width(), top}, {Colour::grid});
      return;
    }
    draw_bars(row, top + plot_.bars_at);
    if (narrow()) {
      drawing_.text({drawing_.width(), foot}, row.chance, {Anchor::end, Colour::ink, letters});
      return;
    }
    drawing_.text({right() + plot_.chance_room, foot}, row.chance, {Anchor::end, Colour::ink, letters});
    drawing_.text({right() + plot_.chance_room + plot_.date_room, foot}, time::to_string(row.range.p50),
                  {Anchor::end, Colour::muted, letters});
  }

  void draw_bars(const GanttRow& row, double y) {
    const auto colour = row.kind == Kind::programme ? Colour::green : row.critical ? Colour::vermillion : Colour::blue;
    const auto tip = words_.text("gantt.tip", row.label, time::to_string(row.planned), time::to_string(row.range.p10),
                                 time::to_string(row.range.p50), time::to_string(row.range.p90)) +
                     " " +
                     words_.text(row.kind == Kind::programme ? "gantt.tip_unhindered" : "gantt.tip_chance", row.chance);
    constexpr double half = 4.5;
    constexpr double faint = 0.3;
    if (row.to >= plot_.days.from && row.from <= plot_.days.to) {
      drawing_.rectangle({x_of(row.from), y - half}, std::max(x_of(row.to) - x_of(row.from), 1.0), 2.0 * half,
                         {colour, faint}, tip);
    }
    if (row.range.p90 >= plot_.days.from && row.range.p10 <= plot_.days.to) {
      drawing_.line({x_of(row.range.p10), y}, {x_of(row.range.p90), y}, {colour, 2.0});
    }
    // What goes on beyond the edge ends in a point.
    if (row.range.p90 > plot_.days.to) {
      drawing_.area({{right(), y - half}, {right() + 6.0, y}, {right(), y + half}}, {colour});
    }
    if (shown(row.planned)) drawing_.diamond({x_of(row.planned), y}, half + 0.5, {Colour::ink}, tip);
    if (shown(row.range.p50)) drawing_.circle({x_of(row.range.p50), y}, 3.5, {colour}, tip);
  }

  const std::vector<GanttRow>& rows_;
  const Plot& plot_;
  const app::Catalogue& words_;
  Drawing& drawing_;
};

}  // namespace

Drawing gantt(const plan::Plan& plan, const schedule::Timetable& table, const app::Catalogue& words, double width,
              const std::string& id) {
  using Mark = LegendEntry::Mark;
  constexpr double faint = 0.3;
  const auto rows = gantt_rows(plan, table, words);
  const std::vector<LegendEntry> legend{{Mark::square, {Colour::blue, faint}, words.text("gantt.work")},
                                        {Mark::square, {Colour::green, faint}, words.text("gantt.window")},
                                        {Mark::diamond, {Colour::ink}, words.text("gantt.planned")},
                                        {Mark::dot, {Colour::blue}, words.text("gantt.range")},
                                        {Mark::dot, {Colour::vermillion}, words.text("gantt.critical")}};
  const auto title = words.text("gantt.title", app::in_language(plan.title, words));
  const auto title_lines = broken(title, width, 2, title_size);
  Plot plot = plot_of(span_of(plan, rows), width);
  constexpr double title_line = 22.0;
  constexpr double axis = 42.0;
  const double legend_top = title_line * static_cast<double>(title_lines.size()) + 4.0;
  plot.top = legend_top + legend_height(legend, width) + axis;
  const double height = plot.top + plot.row_height * static_cast<double>(rows.size()) + air;
  Drawing drawing(width, height, id, title, words.text("gantt.description", std::to_string(table.milestones.size())));
  for (std::size_t line = 0; line < title_lines.size(); ++line) {
    drawing.text({0.0, 17.0 + title_line * static_cast<double>(line)}, title_lines[line],
                 {Anchor::start, Colour::ink, title_size, true});
  }
  draw_legend(drawing, legend, {0.0, legend_top}, width);
  Gantt(rows, plot, words, drawing).draw();
  return drawing;
}

}  // namespace jobcast::charts
