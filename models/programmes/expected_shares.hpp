#pragma once

#include <vector>

#include "engine/random/distribution.hpp"
#include "models/programmes/calendar.hpp"

namespace jobcast::programmes {

/// Expected shares of slots at work on one week in windows that open late, each worked out once: many programmes have
/// the same windows and delays.
class ExpectedShares {
 public:
  /// `saturday`: the week's last day.
  explicit ExpectedShares(time::Date saturday) : saturday_(saturday) {}

  /// Of a set of open spells whose start is late by `delay_days`; 0 for none.
  double of(const std::vector<Spell>& open, const random::Distribution& delay_days);

 private:
  struct Entry {
    random::Distribution delay_days;
    std::vector<Spell> open;
    double share;
  };

  time::Date saturday_;
  std::vector<Entry> entries_;
};

/// Those of the spells that hold a day of the week from Sunday to Saturday.
std::vector<Spell> open_in_week(const std::vector<Spell>& spells, time::Date sunday);
/// Those of the spells that began before a year.
std::vector<Spell> begun_before(const std::vector<Spell>& spells, int year);

}  // namespace jobcast::programmes
