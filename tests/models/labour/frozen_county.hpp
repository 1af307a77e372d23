#pragma once

#include "models/labour/labour_step.hpp"
#include "models/state/county_block.hpp"
#include "tests/models/labour/jeongseon.hpp"

namespace jobcast::labour::test {

inline constexpr random::StreamKey parameters_key{.seed = 20240101, .purpose = random::Purpose::parameters};
inline constexpr random::StreamKey chance_key{.seed = 20240101, .purpose = random::Purpose::chance};

/// A county in which nobody is born, dies or moves: only birthdays and jobs happen.
struct FrozenCounty {
  state::AgePyramid people = registered();
  state::CountyBlock block;
  LabourStep step;

  FrozenCounty(const LabourModel& model, const LabourDraw& draw, bool with_chance, std::uint32_t first_draw = 0)
      : block(time::year_of(model.as_of()), 6) {
    for (const state::Sex sex : state::sexes) {
      for (int row = 0; row < block.row_count(); ++row) {
        block.persons(sex, row)[0].setConstant(people.of(sex, block.newest_birth_year() - block.birth_year(row)));
      }
    }
    step.begin_block(model, draw, chance_key, first_draw, with_chance);
    step.open(block);
    step.begin_season(block, model.as_of());
  }

  /// Months `from` to `to` of a year, seasons and all.
  void pass_months(int year, int from, int to) {
    if (from == 1) block.begin_year();
    for (int month = from; month <= to; ++month) {
      const time::Date first = time::first_of_month(year, month);
      if (month % 3 == 0) step.begin_season(block, first);
      step.step_month(block, first);
    }
    if (to == 12) block.retire_oldest();
  }
};

inline units::Lane employed(const state::CellCounts& counts, state::AgeRange ages) {
  units::Lane sum = units::Lane::Zero();
  for (int cell = 0; cell < state::cell_count; ++cell) {
    if (ages.contains(state::labour_groups[static_cast<std::size_t>(cell / 2)].from)) sum += counts.employed(cell);
  }
  return sum;
}
inline units::Lane persons(const state::CellCounts& counts, state::AgeRange ages) {
  units::Lane sum = units::Lane::Zero();
  for (int cell = 0; cell < state::cell_count; ++cell) {
    if (ages.contains(state::labour_groups[static_cast<std::size_t>(cell / 2)].from)) sum += counts.total(cell);
  }
  return sum;
}

}  // namespace jobcast::labour::test
