#pragma once

#include <array>
#include <cstdint>

#include "engine/units/lane.hpp"

namespace jobcast::random {

/// The four output words of Philox4x32-10 for each lane, as numbers in (0, 1): uniforms[word][lane].
using PhiloxUniforms = std::array<units::Lane, 4>;

/// A 32-bit word as a number in the open interval (0, 1): the middle of its cell of width 2^-32.
inline double open_unit(std::uint32_t word) { return (static_cast<double>(word) + 0.5) * 0x1p-32; }

/// Philox4x32-10 (Salmon, Moraes, Dror and Shaw 2011) of `lane_count` counters that differ in their second word only:
/// counter[1] + lane, modulo 2^32. The words are those of r123::Philox4x32.
void philox_lanes(const std::array<std::uint32_t, 4>& counter, const std::array<std::uint32_t, 2>& key,
                  PhiloxUniforms& uniforms);

}  // namespace jobcast::random
