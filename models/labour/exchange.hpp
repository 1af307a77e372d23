#pragma once

#include <algorithm>
#include <array>
#include <span>

#include "models/labour/generator.hpp"

namespace jobcast::labour {

/// Two sets of labour states between which people are exchanged.
struct Divide {
  std::span<const std::size_t> one;
  std::span<const std::size_t> other;
};

namespace divide_states {
inline constexpr std::array<std::size_t, 2> not_employed{0, 1};
inline constexpr std::array<std::size_t, 1> inactive{0};
inline constexpr std::array<std::size_t, 1> unemployed{1};
inline constexpr std::array<std::size_t, 1> regular{2};
inline constexpr std::array<std::size_t, 2> other_employed{3, 4};
}  // namespace divide_states

inline constexpr Divide employment_divide{employed_indices, divide_states::not_employed};
inline constexpr Divide regular_divide{divide_states::regular, divide_states::other_employed};
inline constexpr Divide search_divide{divide_states::unemployed, divide_states::inactive};

/// Persons or shares by labour state.
using StateLanes = std::array<units::Lane, states>;

inline units::Lane sum_of(const StateLanes& persons, std::span<const std::size_t> set) {
  units::Lane sum = persons[set[0]];
  for (const std::size_t k : set.subspan(1)) sum += persons[k];
  return sum;
}

/// Shares or persons as logarithms against the inactive.
inline LogRatios ratios_of(const StateLanes& persons) {
  LogRatios ratios;
  for (std::size_t k = 1; k < ratios.size(); ++k) ratios[k] = (persons[k] / persons[0]).log();
  ratios[0].setZero();
  return ratios;
}

/// After `transition`, sends a share of the people of each side to the other, spread there as `persons` are. Rows go on
/// summing to one and nothing turns negative for shares in [0, 1].
inline void exchange(StateMatrix& transition, const Divide& divide, const StateLanes& persons,
                     const units::Lane& share_to_one, const units::Lane& share_to_other) {
  constexpr double nobody = 1e-12;  // spreads people evenly over an empty side
  StateLanes spread;
  for (const auto& side : {divide.one, divide.other}) {
    const units::Lane sum = sum_of(persons, side) + nobody * static_cast<double>(side.size());
    for (const std::size_t k : side) spread[k] = (persons[k] + nobody) / sum;
  }
  for (StateLanes& row : transition) {
    const units::Lane to_one = share_to_one * sum_of(row, divide.other);
    const units::Lane to_other = share_to_other * sum_of(row, divide.one);
    for (const std::size_t k : divide.one) row[k] = row[k] * (1.0 - share_to_other) + to_one * spread[k];
    for (const std::size_t k : divide.other) row[k] = row[k] * (1.0 - share_to_one) + to_other * spread[k];
  }
}

/// The exchange that adds `shift` to the log-odds of one side against the other, among `persons`.
inline void exchange_log_odds(StateMatrix& transition, const Divide& divide, const StateLanes& persons,
                              const units::Lane& shift) {
  const units::Lane one = sum_of(persons, divide.one);
  const units::Lane other = sum_of(persons, divide.other);
  const units::Lane factor = shift.exp();
  const units::Lane after = (one * factor + other).max(1e-300);
  exchange(transition, divide, persons, (one * (factor - 1.0) / after).max(0.0),
           (other * (1.0 - factor) / after).max(0.0));
}

}  // namespace jobcast::labour
