#include "models/tracking/calendar_share.hpp"

#include <algorithm>

#include "engine/time/date.hpp"
#include "models/programmes/calendar.hpp"

namespace jobcast::tracking {
namespace {}  // namespace

Progress progress(const ProgrammeCalendar& calendar, Kind kind, time::Date day, double delay_days) {
  const time::Date last = time::make_date(calendar.year, 12, 31);
  double due = 0.0, all_due = 0.0, time_passed = 0.0, all_time = 0.0;
  for (const auto& spell : programmes::spells(calendar.windows, calendar.year)) {
    if (time::year_of(spell.from) != calendar.year) continue;
    const double end = time::day_number(std::min(spell.to, last)) + 1.0;
    double start = time::day_number(spell.from) + delay_days;
    if (const auto& gate = calendar.not_before[spell.window]) start = std::max(start, time::day_number(*gate));
    const double slot_days = spell.share * (end - time::day_number(spell.from));
    const double passed =
        start < end ? std::clamp((time::day_number(day) + 1.0 - start) / (end - start), 0.0, 1.0) : 0.0;
    const bool at_once = kind == Kind::placements && calendar.sector == plan::Sector::direct;
    const double weight = kind == Kind::spending ? slot_days : spell.share;
    due += weight * (at_once ? (passed > 0.0 ? 1.0 : 0.0) : passed);
    all_due += weight;
    time_passed += slot_days * passed;
    all_time += slot_days;
  }
  if (!(all_due > 0.0)) return {};
  return {.due = due / all_due, .time = time_passed / all_time};
}

Progress expected_progress(const ProgrammeCalendar& calendar, Kind kind, time::Date day,
                           const random::Distribution& delay_days, double more_days) {
  constexpr int points = 200;  // midpoints of equal parts of the delay's distribution
  Progress mean;
  for (int point = 0; point < points; ++point) {
    const auto each = progress(calendar, kind, day, delay_days.quantile((point + 0.5) / points) + more_days);
    mean.due += each.due / points;
    mean.time += each.time / points;
  }
  return mean;
}

}  // namespace jobcast::tracking
