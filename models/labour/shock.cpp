#include <algorithm>

#include "models/labour/exchange.hpp"
#include "models/labour/labour_step.hpp"

namespace jobcast::labour {
namespace {

using units::Lane;

constexpr std::size_t index_of_inactive = at(state::LabourState::inactive);
constexpr std::size_t index_of_unemployed = at(state::LabourState::unemployed);

/// A shock shifts a cell's log-odds by no more than this for good, so that a cell it empties can fill again.
constexpr double greatest_shift = 3.0;

/// The share of a birth-year row that is of certain ages on a date.
double share_within(state::AgeRange ages, time::Date date, int birth_year) {
  const int older = time::year_of(date) - birth_year;
  const double share = time::birthday_share(date);
  return (ages.contains(older) ? share : 0.0) + (ages.contains(older - 1) ? 1.0 - share : 0.0);
}

template <class Action>
void for_each_row(state::CountyBlock& block, state::AgeRange ages, time::Date date, Action action) {
  for (const state::Sex sex : state::sexes) {
    for (int row = 0; row < block.row_count(); ++row) {
      const double share = share_within(ages, date, block.birth_year(row));
      if (share > 0.0) action(block.persons(sex, row), share);
    }
  }
}

/// Log-odds of a status against those without work.
Lane odds_of(const state::CellCounts& counts, std::size_t cell, std::size_t status) {
  constexpr double nobody = 1e-6;
  const auto& persons = counts.persons[cell];
  return ((persons[status] + nobody) / (persons[index_of_inactive] + persons[index_of_unemployed] + nobody)).log();
}

}  // namespace

Lane LabourStep::apply_shock(state::CountyBlock& block, time::Date date, const LabourShock& shock) {
  const std::size_t status = employed_indices[static_cast<std::size_t>(shock.contract)];
  const state::AgeRange ages{std::max(shock.ages.from, state::youngest_working_age), shock.ages.to};
  state::count_cells(block, date, counts_);
  Lane available = Lane::Zero();
  for_each_row(block, ages, date, [&](const Lane* persons, double share) {
    available +=
        share * (shock.jobs < 0.0 ? persons[status] : Lane(persons[index_of_inactive] + persons[index_of_unemployed]));
  });
  const Lane moved = available.min(std::abs(shock.jobs));
  const Lane part = moved / available.max(1e-12);
  for_each_row(block, ages, date, [&](Lane* persons, double share) {
    if (shock.jobs < 0.0) {
      const Lane lost = share * part * persons[status];
      const Lane searching = draw_->shock_to_unemployed * lost;
      persons[status] -= lost;
      persons[index_of_unemployed] += searching;
      persons[index_of_inactive] += lost - searching;
      return;
    }
    for (const std::size_t k : {index_of_inactive, index_of_unemployed}) {
      const Lane hired = share * part * persons[k];
      persons[k] -= hired;
      persons[status] += hired;
    }
  });
  std::array<Lane, state::cell_count> before;
  for (std::size_t cell = 0; cell < before.size(); ++cell) before[cell] = odds_of(counts_, cell, status);
  state::count_cells(block, date, counts_);
  for (std::size_t cell = 0; cell < before.size(); ++cell) {
    const Lane shift = odds_of(counts_, cell, status) - before[cell];
    stationary_[cell][status] += draw_->shock_persistence * shift.max(-greatest_shift).min(greatest_shift);
  }
  as_drawn_ = false;
  set_transitions(season_);
  return shock.jobs < 0.0 ? Lane(-moved) : moved;
}

}  // namespace jobcast::labour
