#pragma once

#include <optional>
#include <string>

#include "engine/input/toml.hpp"

namespace jobcast::plan {

/// A file of a pack and the place that names it.
struct PackFile {
  std::string path;
  input::Position named_at;
};

/// The text of a file; a fault at the place that names it and none when it cannot be read.
std::optional<std::string> read_pack_text(const PackFile& file, input::Diagnostics& faults);
/// The same as TOML.
std::optional<input::TomlValue> read_pack_toml(const PackFile& file, input::Diagnostics& faults);

}  // namespace jobcast::plan
