#include "models/programmes/calendar.hpp"

#include <algorithm>

namespace jobcast::programmes {
namespace {

/// The window's day in a year; 29 February falls on the 28th where the year has none.
time::Date day_in(int year, int month, int day) {
  return std::min(time::make_date(year, month, 1) + std::chrono::days(day - 1), time::last_of_month(year, month));
}

}  // namespace

std::vector<Spell> spells(const std::vector<plan::Window>& windows, int year) {
  std::vector<Spell> result;
  for (const plan::Window& window : windows) {
    const bool crosses =
        std::pair(window.to_month, window.to_day) < std::pair(window.from_month, window.from_day);
    for (int start = crosses ? year - 1 : year; start <= year; ++start) {
      result.push_back({.from = day_in(start, window.from_month, window.from_day),
                        .to = day_in(crosses ? start + 1 : start, window.to_month, window.to_day),
                        .share = window.share});
    }
  }
  return result;
}

double share_at_work(const std::vector<plan::Window>& windows, time::Date from, time::Date to) {
  double share = 0.0;
  for (const Spell& spell : spells(windows, time::year_of(from))) {
    if (spell.from <= to && from <= spell.to) share += spell.share;
  }
  return std::min(share, 1.0);
}

}  // namespace jobcast::programmes
