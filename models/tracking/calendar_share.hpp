#pragma once

#include <optional>
#include <vector>

#include "models/plan/programme.hpp"
#include "models/tracking/actuals.hpp"

namespace jobcast::tracking {

/// How far a programme's calendar has come by the end of a day, 0 to 1.
struct Progress {
  double due = 0.0;   ///< share of the year's places or money that is due
  double time = 0.0;  ///< share of the year's slot-days that have passed
};

/// A programme's windows of the plan year with what holds them up.
struct ProgrammeCalendar {
  plan::Sector sector = plan::Sector::direct;
  std::vector<plan::Window> windows;
  std::vector<std::optional<time::Date>> not_before;  ///< of each window: its milestones' expected date
  int year = 0;
};

/// Progress by a day when every window that begins in the year starts `delay_days` late and ends in time. Posts of
/// direct jobs are filled when their window opens; other places, and money, come evenly while it is open. Windows that
/// cross the new year count up to 31 December.
Progress progress(const ProgrammeCalendar& calendar, Kind kind, time::Date day, double delay_days);
/// The mean of it over the delay.
Progress expected_progress(const ProgrammeCalendar& calendar, Kind kind, time::Date day,
                           const random::Distribution& delay_days, double more_days);

}  // namespace jobcast::tracking
