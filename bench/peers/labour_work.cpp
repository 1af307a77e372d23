#include "bench/peers/labour_work.hpp"

#include "bench/peers/number_file.hpp"
#include "engine/lanes/exponential.hpp"
#include "engine/lanes/transition.hpp"
#include "engine/random/stream.hpp"
#include "models/state/groups.hpp"

namespace jobcast::bench {
namespace {

constexpr int states = LabourWork::states;
constexpr int ages = LabourWork::rows / state::sex_count;

lanes::LaneMatrix<states> some_matrix(random::LaneStream& stream) {
  lanes::LaneMatrix<states> generator, transition;
  for (auto& row : generator) {
    for (auto& entry : row) entry = 0.1 * stream.uniform();
  }
  lanes::exponential<states>(generator, transition, lanes::squarings_for(0.4));
  return transition;
}

/// action(first row, rows, matrix) of every cell.
template <class Action>
void for_each_cell(LabourWork::Block& block, Action action) {
  for (int sex = 0; sex < state::sex_count; ++sex) {
    for (int group = 0; group < state::labour_group_count; ++group) {
      const state::AgeRange range = state::labour_groups[static_cast<std::size_t>(group)];
      const int row = sex * ages + range.from - state::youngest_working_age;
      action(&block.persons[static_cast<std::size_t>(row * states)], range.to - range.from + 1,
             block.matrices[static_cast<std::size_t>(group * state::sex_count + sex)]);
    }
  }
}

}  // namespace

LabourWork make_labour_work(std::size_t blocks) {
  LabourWork work;
  for (std::size_t index = 0; index < blocks; ++index) {
    random::LaneStream stream({.seed = 19}, static_cast<std::uint32_t>(index * units::lane_count),
                              random::entity("bench.labour"));
    LabourWork::Block block;
    for (int cell = 0; cell < LabourWork::cells; ++cell) block.matrices.push_back(some_matrix(stream));
    for (int entry = 0; entry < LabourWork::rows * states; ++entry) block.persons.push_back(100.0 * stream.uniform());
    work.blocks.push_back(std::move(block));
  }
  return work;
}

void pass_year(LabourWork::Block& block) {
  for (int month = 0; month < LabourWork::months; ++month) {
    for_each_cell(block, [](units::Lane* rows, int count, const lanes::LaneMatrix<states>& matrix) {
      lanes::transition_rows<states>(rows, count, matrix);
    });
  }
}

void pass_year_by_cell(LabourWork::Block& block) {
  for_each_cell(block, [](units::Lane* rows, int count, const lanes::LaneMatrix<states>& matrix) {
    for (int month = 0; month < LabourWork::months; ++month) lanes::transition_rows<states>(rows, count, matrix);
  });
}

void pass_year_by_powers(LabourWork::Block& block) {
  static_assert(LabourWork::months == 12);
  for_each_cell(block, [](units::Lane* rows, int count, const lanes::LaneMatrix<states>& matrix) {
    lanes::LaneMatrix<states> two, three, six, twelve;
    lanes::multiply<states>(matrix, matrix, two);
    lanes::multiply<states>(two, matrix, three);
    lanes::multiply<states>(three, three, six);
    lanes::multiply<states>(six, six, twelve);
    lanes::transition_rows<states>(rows, count, twelve);
  });
}

void pass_year_by_loops(LabourWork::Block& block) {
  for (int lane = 0; lane < units::lane_count; ++lane) {
    for_each_cell(block, [&](units::Lane* rows, int count, const lanes::LaneMatrix<states>& matrix) {
      double chance[states][states];
      for (std::size_t i = 0; i < states; ++i) {
        for (std::size_t j = 0; j < states; ++j) chance[i][j] = matrix[i][j][lane];
      }
      for (int row = 0; row < count; ++row) {
        double persons[states];
        for (int k = 0; k < states; ++k) persons[k] = rows[row * states + k][lane];
        for (int month = 0; month < LabourWork::months; ++month) {
          double after[states] = {};
          for (int k = 0; k < states; ++k) {
            for (int j = 0; j < states; ++j) after[j] += persons[k] * chance[k][j];
          }
          for (int k = 0; k < states; ++k) persons[k] = after[k];
        }
        for (int k = 0; k < states; ++k) rows[row * states + k][lane] = persons[k];
      }
    });
  }
}

std::vector<double> persons_of(const LabourWork& work) {
  std::vector<double> persons;
  for (const auto& block : work.blocks) {
    for (int lane = 0; lane < units::lane_count; ++lane) {
      for (const units::Lane& entry : block.persons) persons.push_back(entry[lane]);
    }
  }
  return persons;
}

void write_labour_work(const LabourWork& work, const std::string& file) {
  NumberFile numbers(file);
  numbers.add(static_cast<double>(work.blocks.size() * units::lane_count));
  for (const auto& block : work.blocks) {
    for (int lane = 0; lane < units::lane_count; ++lane) {
      for (const auto& matrix : block.matrices) {
        for (const auto& row : matrix) {
          for (const units::Lane& entry : row) numbers.add(entry[lane]);
        }
      }
    }
  }
  numbers.add(persons_of(work));
}

}  // namespace jobcast::bench
