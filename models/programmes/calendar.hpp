#pragma once

#include <cstddef>
#include <vector>

#include "engine/time/date.hpp"
#include "models/plan/programme.hpp"

namespace jobcast::programmes {

/// One run of a window in a calendar, by dates.
struct Spell {
  time::Date from;
  time::Date to;  ///< last day, inclusive
  double share = 1.0;
  std::size_t window = 0;  ///< index of the window it is a run of

  friend bool operator==(const Spell&, const Spell&) = default;
};

/// The first day of a window's run that begins in `year`; 29 February falls on the 28th where the year has none.
time::Date first_day(const plan::Window& window, int year);

/// The spells of a set of windows that touch the calendar year `year`. A window that crosses the new year gives the
/// spell that ends in the year and the one that begins in it.
std::vector<Spell> spells(const std::vector<plan::Window>& windows, int year);

/// Persons that the plan has at work on a date: its jobs as heads, times the share of the slots in a window that day.
double planned_at_work(const plan::Programme& programme, time::Date date);

}  // namespace jobcast::programmes
