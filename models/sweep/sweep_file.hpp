#pragma once

#include "engine/input/toml_table.hpp"
#include "models/sweep/sweep.hpp"

namespace jobcast::sweep {

/// What a sweep's file says whatever its plans: title, draws, seed, until, design and precision.
void read_header(input::TomlTable& root, Sweep& sweep);

}  // namespace jobcast::sweep
