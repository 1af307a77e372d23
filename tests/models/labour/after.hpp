#pragma once

#include "models/labour/exchange.hpp"
#include "models/labour/generator.hpp"

namespace jobcast::labour {

/// The states of people after one step.
inline StateLanes after(const StateLanes& people, const StateMatrix& transition) {
  StateLanes result;
  result.fill(units::Lane::Zero());
  for (std::size_t i = 0; i < people.size(); ++i) {
    for (std::size_t j = 0; j < people.size(); ++j) result[j] += people[i] * transition[i][j];
  }
  return result;
}

}  // namespace jobcast::labour
