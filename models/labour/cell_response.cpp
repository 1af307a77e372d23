#include "models/labour/cell_response.hpp"

namespace jobcast::labour {
namespace {

/// A whole made of cells with weights and shares.
struct Whole {
  double weight = 0.0;
  double counted = 0.0;
  double movable = 0.0;  ///< sum of w p (1 - p): what a common shift of log-odds moves

  void add(double cell_weight, double share) {
    weight += cell_weight;
    counted += cell_weight * share;
    movable += cell_weight * share * (1.0 - share);
  }
  [[nodiscard]] double movable_as_one() const { return counted * (1.0 - counted / weight); }
  [[nodiscard]] double response() const { return movable > 0.0 ? movable_as_one() / movable : 1.0; }
};

}  // namespace

CellResponse::CellResponse(const LabourStart& start, const state::AgePyramid& registered) {
  std::array<Whole, state::survey_band_count> bands;
  std::array<Whole, state::sex_count> sexes_under_65;
  Whole regular_work, temporary_work, searching;
  for (int cell = 0; cell < state::cell_count; ++cell) {
    const state::AgeRange ages = state::labour_groups[static_cast<std::size_t>(cell / state::sex_count)];
    const auto band_of_cell = static_cast<std::size_t>(state::band_of_labour_group(cell / state::sex_count));
    const auto sex = static_cast<std::size_t>(cell % state::sex_count);
    const auto& shares = start.shares[static_cast<std::size_t>(cell)];
    const double employed = shares[2] + shares[3] + shares[4];
    const double people = start.coverage[band_of_cell] * registered.sum(state::sexes[sex], ages);
    bands[band_of_cell].add(people, employed);
    if (ages.to < 65) sexes_under_65[sex].add(people, employed);
    regular_work.add(people * employed, shares[2] / employed);
    temporary_work.add(people * (shares[3] + shares[4]), shares[3] / (shares[3] + shares[4]));
    searching.add(people * (shares[0] + shares[1]), shares[1] / (shares[0] + shares[1]));
  }
  for (std::size_t b = 0; b < bands.size(); ++b) band[b] = bands[b].response();
  regular = regular_work.response();
  temporary = temporary_work.response();
  search = searching.response();
  // As many women start to work as men stop: women * movable(women) = -men * movable(men); the gap widens by
  // women / response(women) - men / response(men) = 1.
  const auto& [of_men, of_women] = sexes_under_65;
  const double ratio = of_men.movable > 0.0 ? of_women.movable / of_men.movable : 1.0;
  women = 1.0 / (1.0 / of_women.response() + ratio / of_men.response());
  men = -ratio * women;
}

}  // namespace jobcast::labour
