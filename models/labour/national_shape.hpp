#pragma once

#include "models/labour/labour_start.hpp"

namespace jobcast::labour {

/// How employment, unemployment and status vary with age and sex in the nation, 2023: the seed of the county's start.
/// Levels do not matter, ratios do: everything published about the county is met whatever they are. Assumption:
/// rounded from the Economically Active Population Survey's published age profiles.
const CellShares& national_shape();

}  // namespace jobcast::labour
