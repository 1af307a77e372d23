#include "models/programmes/expected_shares.hpp"

#include <algorithm>

namespace jobcast::programmes {
namespace {

double expected_share(const std::vector<Spell>& open, const random::Distribution& delay_days, time::Date saturday) {
  constexpr int points = 1000;  // midpoints of equal parts of the delay's distribution
  double sum = 0.0;
  for (int point = 0; point < points; ++point) {
    const double delay = delay_days.quantile((point + 0.5) / points);
    double share = 0.0;
    for (const Spell& spell : open) share += delay <= time::days_between(spell.from, saturday) ? spell.share : 0.0;
    sum += std::min(share, 1.0);
  }
  return sum / points;
}

}  // namespace

double ExpectedShares::of(const std::vector<Spell>& open, const random::Distribution& delay_days) {
  if (open.empty()) return 0.0;
  const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) {
    return entry.delay_days == delay_days && entry.open == open;
  });
  if (found != entries_.end()) return found->share;
  entries_.push_back({delay_days, open, expected_share(open, delay_days, saturday_)});
  return entries_.back().share;
}

std::vector<Spell> open_in_week(const std::vector<Spell>& spells, time::Date sunday) {
  const time::Date saturday = time::add_days(sunday, 6);
  std::vector<Spell> open;
  std::copy_if(spells.begin(), spells.end(), std::back_inserter(open),
               [&](const Spell& spell) { return spell.from <= saturday && spell.to >= sunday; });
  return open;
}

std::vector<Spell> begun_before(const std::vector<Spell>& spells, int year) {
  std::vector<Spell> begun;
  std::copy_if(spells.begin(), spells.end(), std::back_inserter(begun),
               [&](const Spell& spell) { return time::year_of(spell.from) < year; });
  return begun;
}

}  // namespace jobcast::programmes
