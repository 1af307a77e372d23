#pragma once

#include <array>

#include "models/state/groups.hpp"

namespace jobcast::state {

/// Persons by sex and completed single year of age (0..100+) on 31 December.
struct AgePyramid {
  std::array<std::array<double, oldest_age + 1>, sex_count> persons{};

  [[nodiscard]] double of(Sex sex, int age) const {
    return persons[static_cast<std::size_t>(sex)][static_cast<std::size_t>(age)];
  }
  double& of(Sex sex, int age) { return persons[static_cast<std::size_t>(sex)][static_cast<std::size_t>(age)]; }
  [[nodiscard]] double sum(Sex sex, AgeRange ages) const {
    double total = 0.0;
    for (int age = ages.from; age <= ages.to; ++age) total += of(sex, age);
    return total;
  }
  [[nodiscard]] double sum(AgeRange ages) const { return sum(Sex::male, ages) + sum(Sex::female, ages); }
};

}  // namespace jobcast::state
