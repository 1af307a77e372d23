#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/messages/catalogue.hpp"
#include "models/schedule/timetable.hpp"

namespace jobcast::charts {

/// A line of the Gantt chart.
struct GanttRow {
  enum class Kind { sheet, milestone, programme };

  Kind kind = Kind::sheet;
  std::string label;
  time::Date from, to;  ///< planned work, or the programme's window
  time::Date planned;   ///< the date to be held: a milestone's end, a programme's start
  schedule::DayRange range;
  bool critical = false;
  std::string chance;  ///< "31%"
};

std::vector<GanttRow> gantt_rows(const plan::Plan& plan, const schedule::Timetable& table, const app::Catalogue& words);

}  // namespace jobcast::charts
