#include "models/programmes/cell_weights.hpp"

namespace jobcast::programmes {
namespace {

bool admits(const plan::Eligible& eligible, int group, state::Sex sex) {
  using Sexes = plan::Eligible::Sexes;
  const bool sex_fits = eligible.sexes == Sexes::both || (eligible.sexes == Sexes::male) == (sex == state::Sex::male);
  const auto& ages = state::labour_groups[static_cast<std::size_t>(group)];
  return sex_fits && eligible.age_from <= ages.from && ages.from <= eligible.age_to;
}

}  // namespace

CellWeights cell_weights(const std::vector<plan::Eligible>& eligible, const CellWeights& pool) {
  CellWeights weights{};
  for (const plan::Eligible& part : eligible) {
    std::vector<int> cells;
    double people = 0.0;
    for (int group = 0; group < state::labour_group_count; ++group) {
      for (const state::Sex sex : state::sexes) {
        if (!admits(part, group, sex)) continue;
        cells.push_back(state::cell_of(group, sex));
        people += pool[static_cast<std::size_t>(cells.back())];
      }
    }
    for (const int cell : cells) {
      const auto index = static_cast<std::size_t>(cell);
      const double share = people > 0.0 ? pool[index] / people : 1.0 / static_cast<double>(cells.size());
      weights[index] += part.weight * share;
    }
  }
  return weights;
}

std::vector<WeightedCell> taking_part(const CellWeights& weights) {
  std::vector<WeightedCell> cells;
  for (std::size_t cell = 0; cell < weights.size(); ++cell) {
    if (weights[cell] != 0.0) cells.push_back({cell, weights[cell]});
  }
  return cells;
}

}  // namespace jobcast::programmes
