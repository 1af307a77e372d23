#pragma once

#include <vector>

#include "engine/time/date.hpp"
#include "engine/units/lane.hpp"
#include "models/state/groups.hpp"

namespace jobcast::state {

/// The people of a county in `lane_count` simulated futures: persons by sex, birth year and labour state. Rows are
/// birth years, so growing older moves no data. Row 0 holds everyone born in `first_birth_year` or earlier. The newest
/// row is the current calendar year's newborn. Under 15 everyone is inactive. All memory is taken when the block is
/// made. Rows keep their index from `begin_year` to `retire_oldest`; birth years name people for good.
class CountyBlock {
 public:
  /// Room for people alive on 31 December of `start_year` (rows for ages 0..100+) and those born in `years` further
  /// years.
  CountyBlock(int start_year, int years);

  [[nodiscard]] int first_birth_year() const { return first_birth_year_; }
  /// Rows in use: birth years first_birth_year .. newest_birth_year.
  [[nodiscard]] int row_count() const { return newest_birth_year_ - first_birth_year_ + 1; }
  [[nodiscard]] int newest_birth_year() const { return newest_birth_year_; }
  [[nodiscard]] int birth_year(int row) const { return first_birth_year_ + row; }
  [[nodiscard]] int row_of(int birth_year) const { return birth_year - first_birth_year_; }

  /// The five state lanes of a row and sex, contiguous.
  [[nodiscard]] units::Lane* persons(Sex sex, int row) { return &persons_[index(sex, row)]; }
  [[nodiscard]] const units::Lane* persons(Sex sex, int row) const { return &persons_[index(sex, row)]; }
  [[nodiscard]] units::Lane total(Sex sex, int row) const;

  /// Opens the row of people born in `newest_birth_year() + 1`, empty. Called on 1 January. Throws std::out_of_range
  /// after the number of years the block was made for.
  void begin_year();
  /// Puts the people of row 0 (older than the oldest single year of age) with those of row 1, which becomes row 0.
  /// Called on 31 December, after which the rows are ages 0..100+ again. Does nothing when row 1 is not yet that old.
  void retire_oldest();
  /// Everyone back to zero and the rows as at the start; memory is kept.
  void clear();

 private:
  [[nodiscard]] std::size_t index(Sex sex, int row) const {
    return static_cast<std::size_t>(static_cast<int>(sex) * capacity_ + retired_ + row) *
           static_cast<std::size_t>(labour_state_count);
  }

  int start_year_;
  int first_birth_year_;
  int newest_birth_year_;
  int capacity_;
  int retired_ = 0;  ///< rows at the front that were merged into their younger neighbour
  std::vector<units::Lane> persons_;
};

}  // namespace jobcast::state
