#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/design/points.hpp"

namespace jobcast::design {

/// A Latin hypercube (McKay, Beckman and Conover 1979): along every dimension each of `count` equal strata holds one
/// point, at a uniform place in it. A dimension's numbers depend on the seed, the count and its own name alone.
Points latin_hypercube(std::size_t count, const std::vector<std::string>& dimensions, std::uint64_t seed);

}  // namespace jobcast::design
