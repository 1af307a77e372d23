#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/input/diagnostic.hpp"
#include "engine/time/date.hpp"

namespace jobcast::input {

struct TomlMember;

/// A value of a TOML file with its place. A regular value that owns all below it; tables keep the order of the file.
struct TomlValue {
  enum class Kind { text, whole_number, number, flag, date, list, table, other };

  Kind kind = Kind::table;
  Position where;
  std::string text;     ///< a text; of any other kind how it is written, for messages
  double number = 0.0;  ///< of a whole or a decimal number
  bool flag = false;
  time::Date date;
  std::vector<TomlValue> items;     ///< of a list
  std::vector<TomlMember> members;  ///< of a table

  /// The member with this key; null when there is none or this is no table.
  [[nodiscard]] const TomlValue* find(std::string_view key) const;
};

/// A key of a table with its place and its value.
struct TomlMember {
  std::string key;
  Position where;
  TomlValue value;
};

/// Reads decoded text as TOML 1.0: the root table, or none and a fault where the text breaks the grammar.
std::optional<TomlValue> parse_toml(const std::string& file, std::string_view text, Diagnostics& faults);

/// Reads a file. One that cannot be read is one fault and none.
std::optional<TomlValue> read_toml(const std::string& path, Diagnostics& faults);

}  // namespace jobcast::input
