#include <cmath>

#include "models/population/migration.hpp"

namespace jobcast::population {

AgeArray RogersCastro::schedule() const {
  AgeArray rates{};
  for (std::size_t age = 0; age < rates.size(); ++age) {
    const double x = static_cast<double>(age) + 0.5;
    const double since_peak = x - labour_peak;
    rates[age] = child_level * std::exp(-child_fall * x) +
                 labour_level * std::exp(-labour_fall * since_peak - std::exp(-labour_rise * since_peak)) + constant;
  }
  return rates;
}

SexAgeArray leaving_hazards(const state::AgePyramid& population, double crude_rate) {
  const AgeArray schedule = RogersCastro{}.schedule();
  double moves = 0.0;
  double persons = 0.0;
  for (const state::Sex sex : state::sexes) {
    for (int age = 0; age < age_count; ++age) {
      moves += schedule[static_cast<std::size_t>(age)] * population.of(sex, age);
      persons += population.of(sex, age);
    }
  }
  SexAgeArray hazards{};
  for (auto& ages : hazards) {
    for (std::size_t age = 0; age < ages.size(); ++age) ages[age] = crude_rate * persons / moves * schedule[age];
  }
  return hazards;
}

}  // namespace jobcast::population
