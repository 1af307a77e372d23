#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/input/toml.hpp"

namespace jobcast::input {

enum class Presence { required, optional };

/// A text of a TOML file with its place.
struct TomlText {
  std::string text;
  Position where;
};

/// A table of a TOML file as a loader reads it, key by key. A key that is missing although required, or holds another
/// kind of value, is a fault and comes back as none. Keys that the loader never asked for are faults too, once it says
/// that it has asked for all (`refuse_other_keys`). Refers to the table and the faults: both must outlive it.
class TomlTable {
 public:
  /// `name`: what the table is called in messages, as "indicator" or "change.select".
  TomlTable(const TomlValue& table, std::string name, Diagnostics& faults);

  [[nodiscard]] const std::string& name() const { return name_; }
  /// Place of the table itself.
  [[nodiscard]] const Position& where() const { return table_->where; }
  /// Place of a key's value; of the table when the key is missing.
  [[nodiscard]] const Position& where(std::string_view key) const;
  [[nodiscard]] Diagnostics& faults() const { return *faults_; }

  /// The value of a key, whatever its kind; null and, when it is required, a fault when there is none.
  const TomlValue* value(std::string_view key, Presence presence = Presence::required);
  /// A text that is not blank.
  std::optional<std::string> text(std::string_view key, Presence presence = Presence::required);
  /// A finite number.
  std::optional<double> number(std::string_view key, Presence presence = Presence::required);
  std::optional<int> whole_number(std::string_view key, Presence presence = Presence::required);
  std::optional<bool> flag(std::string_view key, Presence presence = Presence::required);
  std::optional<time::Date> date(std::string_view key, Presence presence = Presence::required);
  /// Index in `words` of the text, which must be one of them; the nearest is named when it is not.
  std::optional<std::size_t> choice(std::string_view key, const std::vector<std::string>& words,
                                    Presence presence = Presence::required);
  /// What kind of file it is: its "schema" must be `expected`, and a file without one is told which it needs.
  /// `problem`: id of the message about another schema, {0} being the one that stands there.
  void require_schema(const std::string& expected, const char* problem);
  /// The texts of a list.
  std::vector<TomlText> texts(std::string_view key, Presence presence = Presence::required);
  std::vector<TomlText> text_or_texts(std::string_view key,
                                      Presence presence = Presence::required);  ///< or a single one
  std::optional<TomlTable> table(std::string_view key, Presence presence = Presence::required);
  /// The tables of a list, as [[key]] writes them.
  std::vector<TomlTable> tables(std::string_view key, Presence presence = Presence::required);
  /// All members, for a table whose keys are names.
  const std::vector<TomlMember>& members();

  /// Every key not asked for so far is a fault, with the nearest of those that were.
  void refuse_other_keys();

 private:
  const TomlValue* of_kind(std::string_view key, Presence presence, TomlValue::Kind kind, const char* expected);

  const TomlValue* table_;
  std::string name_;
  Diagnostics* faults_;
  std::vector<std::string> asked_;
};

/// The fault of a value of the wrong kind. `expected`: id of the message that says what belongs there.
Diagnostic wrong_kind(std::string_view key, const TomlValue& found, std::string expected);

}  // namespace jobcast::input
