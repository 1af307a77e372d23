#pragma once

#include <string>
#include <vector>

#include "engine/input/toml_table.hpp"
#include "models/scenario/scenario.hpp"

namespace jobcast::scenario {

/// Reads the differences that one file writes, without what it extends, and adds them to `scenario`. Values that the
/// scenario has already are replaced; changes and shocks come after those it has.
void read_differences(input::TomlTable& root, const plan::Plan& plan, Scenario& scenario);

/// One [[change]].
Change read_change(input::TomlTable& entry, const plan::Plan& plan);

/// [uncertainties] and [assumptions].
void read_values(input::TomlTable& root, const plan::Plan& plan, Scenario& scenario);

/// "-10%", "+5%" or "=0". None and a fault for anything else. `scale`: what one unit of an absolute number stands for.
std::optional<Adjustment> read_adjustment(input::TomlTable& table, std::string_view key, double scale);

}  // namespace jobcast::scenario
