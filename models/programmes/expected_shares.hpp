#pragma once

#include <vector>

#include "engine/random/distribution.hpp"
#include "models/plan/plan.hpp"
#include "models/programmes/calendar.hpp"

namespace jobcast::programmes {

/// Shares of slots at work in windows that the base year opened: it was as often late as the plan year is. What no
/// scenario changes is worked out once, for the plan's programmes on given weeks; anything else when it is asked for.
class ExpectedShares {
 public:
  ExpectedShares() = default;
  /// `sundays`: the weeks' first days.
  ExpectedShares(const plan::Plan& plan, const std::vector<time::Date>& sundays);

  /// Of a set of open spells whose start is late by `delay_days`, on a week's Saturday.
  [[nodiscard]] double of(const std::vector<Spell>& open, const random::Distribution& delay_days,
                          time::Date saturday) const;

 private:
  struct Entry {
    time::Date saturday;
    random::Distribution delay_days;
    std::vector<Spell> open;
    double share;
  };
  [[nodiscard]] const Entry* find(const std::vector<Spell>& open, const random::Distribution& delay_days,
                                  time::Date saturday) const;
  void add(const std::vector<Spell>& open, const random::Distribution& delay_days, time::Date saturday);

  std::vector<Entry> entries_;
};

/// Those of the spells that hold a day of the week from Sunday to Saturday.
std::vector<Spell> open_in_week(const std::vector<Spell>& spells, time::Date sunday);
/// Those of the spells that began before a year.
std::vector<Spell> begun_before(const std::vector<Spell>& spells, int year);

}  // namespace jobcast::programmes
