#pragma once

#include <optional>
#include <string>

#include "engine/input/toml_table.hpp"
#include "models/plan/value_reader.hpp"
#include "models/sweep/domain.hpp"
#include "models/sweep/lever.hpp"

namespace jobcast::sweep {

/// Whether a lever's places may be a continuum.
enum class Places { listed, any };

/// One [[lever]]. Checks every value it may take as a scenario with that value in it would be checked; none and faults
/// where anything is wrong.
std::optional<Lever> read_lever(input::TomlTable& entry, const plan::Plan& plan, Places places);

// Its kinds; each fills what depends on the target.
void read_change_lever(input::TomlTable& entry, const plan::Plan& plan, const Domain& domain, Lever& lever);
void read_value_lever(input::TomlTable& entry, const plan::Plan& plan, const Domain& domain, Lever& lever);
void read_move_lever(input::TomlTable& entry, const plan::Plan& plan, const Domain& domain, Lever& lever);

/// The numbers of a continuum, within the rule; where the table has no source it gets the lever's own.
std::optional<random::Distribution> read_numbers(const input::TomlValue& distribution, const plan::ValueRule& rule,
                                                 input::Diagnostics& faults);

/// The selection that a table writes; a fault where it touches no programme.
std::optional<scenario::Selection> read_selection(const input::TomlValue& select, const plan::Plan& plan,
                                                  input::Diagnostics& faults);
bool touches_any(const scenario::Selection& selection, const plan::Plan& plan);

/// Adds the faults that are not there yet: of a lever's many places the same thing is often wrong.
void add_new(const input::Diagnostics& found, input::Diagnostics& faults);

/// Tables as a scenario's file would hold them.
input::TomlValue text_node(std::string text, const input::Position& where);
input::TomlValue table_node(std::vector<input::TomlMember> members, const input::Position& where);
/// The table with a `source` that says it comes from a sweep, where it has none.
input::TomlValue with_source(input::TomlValue table);

}  // namespace jobcast::sweep
