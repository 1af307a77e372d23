#pragma once

#include <vector>

#include "models/plan/plan.hpp"
#include "models/population/rates.hpp"

namespace jobcast::population {

/// Death rates by single year of age, from the abridged `mortality_rate` facts of a pack. Between the middles of the
/// periods the logarithm of a rate is linear in time; beyond them it goes on for at most one period's length.
class Mortality {
 public:
  /// Throws input::InputError (population.no_mortality) when the pack has no complete abridged table of both sexes.
  explicit Mortality(const plan::Plan& plan);
  static bool stands_in(const plan::Plan& plan);

  /// Deaths a person-year by sex and age in a calendar year.
  [[nodiscard]] SexAgeArray rates(int year) const;

 private:
  struct Period {
    double middle = 0.0;  ///< decimal year
    SexAgeArray log_rates{};
  };

  std::vector<Period> periods_;  ///< ascending
};

/// Rates of a Gompertz law with the modal ages at death of a rich country (males 84, females 90; rise 0.11 a year): the
/// shape of last resort for opening ages where a pack has no life table. Gompertz (1825); Missov et al. (2015).
SexAgeArray gompertz_rates();

}  // namespace jobcast::population
