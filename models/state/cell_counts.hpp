#pragma once

#include <array>

#include "engine/time/date.hpp"
#include "models/state/county_block.hpp"

namespace jobcast::state {

/// Persons by labour group, sex and labour state on one date, in every lane of a block. Every age band that the survey
/// publishes is a union of labour groups.
struct CellCounts {
  std::array<std::array<units::Lane, labour_state_count>, cell_count> persons;

  [[nodiscard]] units::Lane total(int cell) const;
  [[nodiscard]] units::Lane employed(int cell) const;
};

/// Counts the block's people on a date. A birth-year row between two labour groups is split by the share of the cohort
/// that has had its birthday (time::birthday_share).
void count_cells(const CountyBlock& block, time::Date date, CellCounts& counts);

/// Persons by the plan's seven age groups and sex on 31 December of the block's newest birth year:
/// result[group * 2 + sex].
using AgeGroupCounts = std::array<units::Lane, plan_age_groups.size() * sex_count>;
void count_age_groups(const CountyBlock& block, AgeGroupCounts& counts);

}  // namespace jobcast::state
