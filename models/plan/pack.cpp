#include "models/plan/pack.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace jobcast::plan {

bool UniqueIds::add(const std::string& id, const input::Position& where, input::Diagnostics& faults) {
  const auto [first, added] = places_.emplace(id, where);
  if (!added) faults.add({where, {kind_, {id, place_words(first->second)}}, {}, {}});
  return added;
}

std::string place_words(const input::Position& where) { return where.file + ":" + std::to_string(where.line); }

std::string amount_words(double amount) {
  std::array<char, 64> text{};
  constexpr int decimals = 6;
  // Beyond any sum of money a number is a slip, and as long as it likes.
  if (!(std::abs(amount) < 1e18)) return std::to_string(amount);
  auto* end = std::to_chars(text.data(), text.data() + text.size(), amount, std::chars_format::fixed, decimals).ptr;
  while (*(end - 1) == '0') --end;
  if (*(end - 1) == '.') --end;
  const std::string words(text.data(), end);
  return words == "-0" ? "0" : words;
}

units::Won won_of_thousands(double thousands) { return units::Won(std::llround(thousands * 1000.0)); }

}  // namespace jobcast::plan
