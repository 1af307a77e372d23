#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/design/points.hpp"

namespace jobcast::design {

/// The numbers of a Sobol' sequence, 32 bits each: count x dimensions, point after point, the origin first. Direction
/// numbers of Joe and Kuo (2008), as Boost has them; order of the Gray code (Antonov and Saleev 1979).
std::vector<std::uint32_t> sobol_bits(std::size_t count, std::size_t dimensions);

/// Nested uniform scrambling (Owen 1995): each bit is turned or not by a coin that belongs to all higher bits of the
/// number, so that the points keep their even spread and every one is uniform. The coins depend on seed and name alone.
std::uint32_t owen_scrambled(std::uint32_t bits, std::uint64_t seed, std::string_view name);

/// The first points of a scrambled Sobol' sequence. Asking for more keeps those that were there; powers of two are
/// spread most evenly. Dimensions and their order matter.
Points sobol(std::size_t count, const std::vector<std::string>& dimensions, std::uint64_t seed);

}  // namespace jobcast::design
