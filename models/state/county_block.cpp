#include "models/state/county_block.hpp"

#include <algorithm>

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

void CountyBlock::begin_year() { ++newest_birth_year_; }

void CountyBlock::clear() {
  newest_birth_year_ = start_year_;
  std::fill(persons_.begin(), persons_.end(), units::Lane::Zero());
}

}  // namespace jobcast::state
