#pragma once

#include <vector>

#include "engine/input/toml_table.hpp"
#include "models/plan/programme.hpp"

namespace jobcast::plan {

/// Shares and weights that should add up to 1 may miss it by their own rounding.
inline constexpr double sum_tolerance = 1e-5;

/// Reads `windows`: days that exist, shares in (0, 1], never more than all slots at work on one day.
std::vector<Window> read_windows(input::TomlTable& table);

/// Reads `eligible`: ages at the labour groups' edges, weights that sum to 1.
std::vector<Eligible> read_eligible(input::TomlTable& table);

}  // namespace jobcast::plan
