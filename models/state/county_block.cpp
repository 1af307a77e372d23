#include "models/state/county_block.hpp"

#include <algorithm>
#include <stdexcept>

namespace jobcast::state {

CountyBlock::CountyBlock(int start_year, int years)
    : start_year_(start_year),
      first_birth_year_(start_year - oldest_age),
      newest_birth_year_(start_year),
      capacity_(oldest_age + 1 + years),
      persons_(static_cast<std::size_t>(sex_count * capacity_ * labour_state_count), units::Lane::Zero()) {}

units::Lane CountyBlock::total(Sex sex, int row) const {
  const units::Lane* states = persons(sex, row);
  return (states[0] + states[1]) + (states[2] + states[3]) + states[4];
}

void CountyBlock::begin_year() {
  if (retired_ + row_count() == capacity_) throw std::out_of_range("CountyBlock: no room for another birth year");
  ++newest_birth_year_;
}

void CountyBlock::retire_oldest() {
  if (newest_birth_year_ - first_birth_year_ <= oldest_age) return;
  for (const Sex sex : sexes) {
    units::Lane* oldest = persons(sex, 0);
    units::Lane* next = persons(sex, 1);
    for (int state = 0; state < labour_state_count; ++state) {
      next[state] += oldest[state];
      oldest[state].setZero();
    }
  }
  ++retired_;
  ++first_birth_year_;
}

void CountyBlock::clear() {
  retired_ = 0;
  first_birth_year_ = start_year_ - oldest_age;
  newest_birth_year_ = start_year_;
  std::fill(persons_.begin(), persons_.end(), units::Lane::Zero());
}

}  // namespace jobcast::state
