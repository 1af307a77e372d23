#pragma once

#include <functional>
#include <string>

#include "engine/input/toml_table.hpp"
#include "models/plan/programme.hpp"

namespace jobcast::plan {

/// Reads what a table says of a programme's traits into `traits`: all of them where they are required (a type), those
/// that are there where they are optional (an exception). `key_of`: the key of a value by the trait's name.
void read_traits(input::TomlTable& table, input::Presence presence,
                 const std::function<std::string(std::string_view)>& key_of, ProgrammeTraits& traits);

}  // namespace jobcast::plan
