#include "models/state/cell_counts.hpp"

#include <algorithm>

namespace jobcast::state {

units::Lane CellCounts::total(int cell) const {
  const auto& states = persons[static_cast<std::size_t>(cell)];
  return (states[0] + states[1]) + (states[2] + states[3]) + states[4];
}

units::Lane CellCounts::employed(int cell) const {
  const auto& states = persons[static_cast<std::size_t>(cell)];
  return states[2] + states[3] + states[4];
}

void count_cells(const CountyBlock& block, time::Date date, CellCounts& counts) {
  for (auto& cell : counts.persons) cell.fill(units::Lane::Zero());
  const double share = time::birthday_share(date);
  const int year = time::year_of(date);
  const auto add = [&](Sex sex, int row, int group, double weight) {
    if (group < 0) return;
    auto& cell = counts.persons[static_cast<std::size_t>(cell_of(group, sex))];
    const units::Lane* persons = block.persons(sex, row);
    for (std::size_t state = 0; state < labour_state_count; ++state) cell[state] += weight * persons[state];
  };
  for (int row = 0; row < block.row_count(); ++row) {
    const int older = year - block.birth_year(row);
    const int group_after = labour_group_of(older);
    const int group_before = labour_group_of(older - 1);
    for (const Sex sex : sexes) {
      if (group_after == group_before) {
        add(sex, row, group_after, 1.0);
      } else {
        add(sex, row, group_after, share);
        add(sex, row, group_before, 1.0 - share);
      }
    }
  }
}

void count_age_groups(const CountyBlock& block, AgeGroupCounts& counts) {
  counts.fill(units::Lane::Zero());
  for (int row = 0; row < block.row_count(); ++row) {
    const int age = std::min(block.newest_birth_year() - block.birth_year(row), oldest_age);
    for (std::size_t group = 0; group < plan_age_groups.size(); ++group) {
      if (!plan_age_groups[group].contains(age)) continue;
      for (const Sex sex : sexes) {
        counts[group * sex_count + static_cast<std::size_t>(sex)] += block.total(sex, row);
      }
    }
  }
}

}  // namespace jobcast::state
