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

ExpectedShares::ExpectedShares(const plan::Plan& plan, const std::vector<time::Date>& sundays) {
  for (const time::Date sunday : sundays) {
    const time::Date saturday = time::add_days(sunday, 6);
    for (const plan::Programme& programme : plan.programmes) {
      const auto open = open_in_week(spells(programme.traits.windows, time::year_of(sunday)), sunday);
      const auto& delay = programme.traits.start_delay_days.distribution;
      add(open, delay, saturday);
      add(begun_before(open, plan.plan_year), delay, saturday);
    }
  }
}

double ExpectedShares::of(const std::vector<Spell>& open, const random::Distribution& delay_days,
                          time::Date saturday) const {
  if (open.empty()) return 0.0;
  const auto* entry = find(open, delay_days, saturday);
  return entry == nullptr ? expected_share(open, delay_days, saturday) : entry->share;
}

const ExpectedShares::Entry* ExpectedShares::find(const std::vector<Spell>& open,
                                                  const random::Distribution& delay_days, time::Date saturday) const {
  const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) {
    return entry.saturday == saturday && entry.delay_days == delay_days && entry.open == open;
  });
  return found == entries_.end() ? nullptr : &*found;
}

void ExpectedShares::add(const std::vector<Spell>& open, const random::Distribution& delay_days, time::Date saturday) {
  if (open.empty() || find(open, delay_days, saturday) != nullptr) return;
  entries_.push_back({saturday, delay_days, open, expected_share(open, delay_days, saturday)});
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
