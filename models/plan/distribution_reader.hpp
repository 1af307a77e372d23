#pragma once

#include <optional>

#include "engine/input/toml_table.hpp"
#include "engine/random/distribution.hpp"

namespace jobcast::plan {

/// Reads the shape of a value's table and checks that it is one: how many numbers, their order, their signs.
std::optional<random::Distribution> read_distribution(input::TomlTable& table);

}  // namespace jobcast::plan
