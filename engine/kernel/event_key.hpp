#pragma once

#include <cstdint>
#include <limits>
#include <stdexcept>

#include "engine/time/date.hpp"

namespace jobcast::kernel {

/// A date and a phase as one integer that sorts as the pair does: 32 bits of day, 4 of phase.
using EventKey = std::uint64_t;

inline constexpr int phase_bits = 4;
inline constexpr int key_bits = 32 + phase_bits;

/// Throws std::out_of_range for a phase that is not 0..15 or a day beyond 32 bits.
inline EventKey event_key(time::Date date, std::uint32_t phase) {
  constexpr std::int64_t bias = std::int64_t{1} << 31;
  const std::int64_t day = std::int64_t{date.time_since_epoch().count()} + bias;
  if ((static_cast<std::uint64_t>(day) >> 32) != 0 || (phase >> phase_bits) != 0) {
    throw std::out_of_range("event date or phase outside the range of the event list");
  }
  return static_cast<EventKey>(day) << phase_bits | phase;
}

inline time::Date date_of(EventKey key) {
  constexpr std::int64_t bias = std::int64_t{1} << 31;
  const std::int64_t day = static_cast<std::int64_t>(key >> phase_bits) - bias;
  return time::Date(std::chrono::days(static_cast<std::chrono::days::rep>(day)));
}

inline std::uint32_t phase_of(EventKey key) { return static_cast<std::uint32_t>(key & ((1u << phase_bits) - 1)); }

/// A key and the slot that holds its event, in eight bytes: what the event list moves about.
struct EventEntry {
  static constexpr int slot_bits = 64 - key_bits;
  static constexpr std::uint32_t slot_count = std::uint32_t{1} << slot_bits;

  std::uint64_t bits;

  EventEntry() = default;  // unset, so that arrays of entries cost nothing to make
  EventEntry(EventKey key, std::uint32_t slot) : bits(key << slot_bits | slot) {}

  [[nodiscard]] EventKey key() const { return bits >> slot_bits; }
  [[nodiscard]] std::uint32_t slot() const { return static_cast<std::uint32_t>(bits) & (slot_count - 1); }
};

}  // namespace jobcast::kernel
