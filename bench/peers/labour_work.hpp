#pragma once

#include <string>
#include <vector>

#include "engine/lanes/matrix.hpp"

namespace jobcast::bench {

/// Work B: 2 sexes x 86 ages (15-100) of 5 labour states through 12 months, x' = x P each month; P is one of 20
/// matrices (10 labour groups x 2 sexes), each trajectory has its own 20. Kept: everybody by sex, age and state.
struct LabourWork {
  static constexpr int states = 5;
  static constexpr int cells = 20;
  static constexpr int rows = 172;
  static constexpr int months = 12;
  /// Multiply-adds of one trajectory.
  static constexpr double multiply_adds = 1.0 * rows * states * states * months;

  struct Block {
    std::vector<lanes::LaneMatrix<states>> matrices;  ///< [cell], cell = group * 2 + sex
    std::vector<units::Lane> persons;                 ///< [row * states + state], row = sex * 86 + age - 15
  };
  std::vector<Block> blocks;  ///< of units::lane_count trajectories
};

LabourWork make_labour_work(std::size_t blocks);

/// By jobcast's kernel, month by month as a forecast does: all rows every month.
void pass_year(LabourWork::Block& block);
/// The same operations on the same numbers, cell by cell: a cell's rows stay in the nearest cache for the year. For
/// when nothing else happens to people within the year.
void pass_year_by_cell(LabourWork::Block& block);
/// The same answer to rounding with fewer operations: P^12 by four products, then every row once.
void pass_year_by_powers(LabourWork::Block& block);
/// Peer: plain loops over double, one trajectory after another.
void pass_year_by_loops(LabourWork::Block& block);

/// [trajectory][row][state].
std::vector<double> persons_of(const LabourWork& work);
/// The work as labour.py reads it.
void write_labour_work(const LabourWork& work, const std::string& file);

}  // namespace jobcast::bench
