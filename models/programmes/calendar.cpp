#include "models/programmes/calendar.hpp"

#include <algorithm>

namespace jobcast::programmes {
namespace {

/// The window's day in a year; 29 February falls on the 28th where the year has none.
time::Date day_in(int year, int month, int day) {
  return std::min(time::make_date(year, month, 1) + std::chrono::days(day - 1), time::last_of_month(year, month));
}

}  // namespace

time::Date first_day(const plan::Window& window, int year) { return day_in(year, window.from_month, window.from_day); }

std::vector<Spell> spells(const std::vector<plan::Window>& windows, int year) {
  std::vector<Spell> result;
  for (std::size_t index = 0; index < windows.size(); ++index) {
    const plan::Window& window = windows[index];
    const bool crosses = std::pair(window.to_month, window.to_day) < std::pair(window.from_month, window.from_day);
    for (int start = crosses ? year - 1 : year; start <= year; ++start) {
      result.push_back({.from = first_day(window, start),
                        .to = day_in(crosses ? start + 1 : start, window.to_month, window.to_day),
                        .share = window.share,
                        .window = index});
    }
  }
  return result;
}

double planned_at_work(const plan::Programme& programme, time::Date date) {
  double share = 0.0;
  for (const auto& spell : spells(programme.traits.windows, time::year_of(date))) {
    if (spell.from <= date && date <= spell.to) share += spell.share;
  }
  return programme.jobs * programme.traits.persons_per_job.central() * std::min(share, 1.0);
}

}  // namespace jobcast::programmes
