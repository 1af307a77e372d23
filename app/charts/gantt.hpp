#pragma once

#include <string>

#include "app/charts/drawing.hpp"
#include "app/messages/catalogue.hpp"
#include "models/schedule/timetable.hpp"

namespace jobcast::charts {

/// Width at which the chart is printed on A4 upright, letters a little over 7 points.
inline constexpr double gantt_file_width = 900.0;

/// The milestones still ahead, sheet by sheet, and the programmes that wait for them, by quarter: planned work, planned
/// date, the dates that four fifths of the futures lie between and the middle one, and the chance to be in time. Two
/// years from the plan's as-of date at most; what lies beyond has its dates beside it. Below 600 wide, labels stand
/// over their bars.
Drawing gantt(const plan::Plan& plan, const schedule::Timetable& table, const app::Catalogue& words, double width,
              const std::string& id);

}  // namespace jobcast::charts
