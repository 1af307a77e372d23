#pragma once

#include <vector>

#include "engine/time/date.hpp"
#include "models/plan/programme.hpp"

namespace jobcast::programmes {

/// One run of a window in a calendar, by dates.
struct Spell {
  time::Date from;
  time::Date to;  ///< last day, inclusive
  double share = 1.0;

  friend bool operator==(const Spell&, const Spell&) = default;
};

/// The spells of a set of windows that touch the calendar year `year`. A window that crosses the new year gives the spell
/// that ends in the year and the one that begins in it.
std::vector<Spell> spells(const std::vector<plan::Window>& windows, int year);

/// The share of a programme's slots that is at work on at least one day of [from, to]; at most 1.
double share_at_work(const std::vector<plan::Window>& windows, time::Date from, time::Date to);

}  // namespace jobcast::programmes
