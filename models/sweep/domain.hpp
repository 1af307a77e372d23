#pragma once

#include <optional>
#include <vector>

#include "engine/input/toml_table.hpp"

namespace jobcast::sweep {

/// How the numbers of a lever are written.
enum class Notation {
  amount,  ///< "-30%", "+5%" or "=0", as in a scenario
  share,   ///< "10%"
  number,  ///< 30
  word     ///< one of several words; has no range
};

/// The places of a lever as its file writes them: every one a value that a scenario file could hold. Either list.
struct Domain {
  std::vector<input::TomlValue> values;
  std::optional<input::TomlValue> distribution;  ///< a table with a shape; percent for amounts and shares
};

inline constexpr std::size_t most_values = 1'000'000;  ///< of one lever

/// Reads `values`, `range` or `distribution` of a lever. None and a fault where there is none or more than one, no
/// value, a range that never gets from its beginning to its end, or one of more than most_values steps.
std::optional<Domain> read_domain(input::TomlTable& lever, Notation notation);

/// The number of percent in "10%" or "-10%"; none for another text.
std::optional<double> percent_of(std::string_view text);

}  // namespace jobcast::sweep
