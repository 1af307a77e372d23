#pragma once

#include <algorithm>

#include "engine/time/date.hpp"
#include "models/state/groups.hpp"

namespace jobcast::labour {

/// The day that stands for a month: shares of a birth-year row before and after its birthday are taken there.
inline time::Date middle_of_month(time::Date month_start) {
  const time::Date last = time::last_of_month(time::year_of(month_start), time::month_of(month_start));
  return time::add_days(month_start, (time::days_between(month_start, last) + 1) / 2);
}

/// The labour groups of people born in one year, during a calendar year: before their birthday and after it.
/// -1: under 15.
struct GroupsOfRow {
  int before = -1;
  int after = -1;

  GroupsOfRow(int year, int birth_year)
      : before(state::labour_group_of(std::max(year - birth_year - 1, 0))),
        after(state::labour_group_of(std::max(year - birth_year, 0))) {}
  friend bool operator==(const GroupsOfRow&, const GroupsOfRow&) = default;
};

}  // namespace jobcast::labour
