#pragma once

#include <cstddef>
#include <vector>

namespace jobcast::programmes {

/// What the calendar says of each kind of programme in one reference week; no scenario changes it.
struct WeekCalendar {
  /// A window of the plan year that is open in the week.
  struct Start {
    double share = 0.0;
    double days_since_start = 0.0;   ///< from the window's first day to the week's last
    bool in_plan_year = true;        ///< begun in the plan year: the scenario's delay and milestones act
    std::vector<std::size_t> waits;  ///< steps of the schedule to be reached before it opens
  };
  struct Kind {
    std::vector<Start> starts;
    double base_share = 0.0;     ///< expected share of base-year slots at work in the same week of the base year
    double carried_share = 0.0;  ///< the same of windows that the base year opened and that run on into the plan year
    double ended_share = 0.0;    ///< share of slots whose window opened in the plan year or later and ended this year
  };
  double last_day = 0.0;  ///< the week's Saturday, days since 1970-01-01
  std::vector<Kind> kinds;
};

}  // namespace jobcast::programmes
