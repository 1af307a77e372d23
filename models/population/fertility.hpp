#pragma once

#include <vector>

#include "models/plan/plan.hpp"
#include "models/population/rates.hpp"

namespace jobcast::population {

/// A share of the total fertility rate borne at some ages of the mother.
struct FertilityShare {
  state::AgeRange ages;
  double share = 0.0;
};

/// Opens shares by age group to single years: a penalised composite link through the groups, then each group prorated
/// to its own share exactly. The result sums to the sum of the shares; ages outside all groups get 0.
AgeArray open_fertility(const std::vector<FertilityShare>& groups);

/// A county's fertility in the past, from the `total_fertility_rate`, `fertility_share` and `sex_ratio_at_birth` facts.
class Fertility {
 public:
  /// Throws input::InputError (population.no_fertility) when the pack gives no rate or no shares.
  explicit Fertility(const plan::Plan& plan, int last_year);

  /// Children a woman, in a past year: between the years of the facts linear, outside them the nearest.
  [[nodiscard]] double total(int year) const;
  /// Births a woman-year by the mother's age.
  [[nodiscard]] AgeArray rates(int year) const;
  [[nodiscard]] double boys_per_girl() const { return boys_per_girl_; }

 private:
  AgeArray pattern_{};  ///< sums to 1
  std::vector<std::pair<int, double>> totals_;
  double boys_per_girl_ = 1.05;
};

}  // namespace jobcast::population
