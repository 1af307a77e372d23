#include "models/plan/pack.hpp"

#include <cmath>

namespace jobcast::plan {

bool UniqueIds::add(const std::string& id, const input::Position& where, input::Diagnostics& faults) {
  const auto [first, added] = places_.emplace(id, where);
  if (!added) faults.add({where, {kind_, {id, place_words(first->second)}}, {}, {}});
  return added;
}

std::string place_words(const input::Position& where) { return where.file + ":" + std::to_string(where.line); }

units::Won won_of_thousands(double thousands) { return units::Won(std::llround(thousands * 1000.0)); }

}  // namespace jobcast::plan
