// Any bytes as TOML: a tree whose places lie in the text, or faults.
#include <cstdint>
#include <string>

#include "engine/input/text_encoding.hpp"
#include "engine/input/toml_table.hpp"
#include "tests/fuzz/require.hpp"

namespace jobcast {
namespace {

using fuzz::require;

void walk(const input::TomlValue& value, int last_line) {
  require(value.where.line <= last_line, "a value lies in the text");
  for (const auto& item : value.items) walk(item, last_line);
  for (const auto& member : value.members) {
    require(member.where.line <= last_line, "a key lies in the text");
    walk(member.value, last_line);
  }
}

void read_typed(const input::TomlValue& root, input::Diagnostics& faults) {
  using input::Presence;
  input::TomlTable table(root, "fuzz", faults);
  static_cast<void>(table.text("id"));
  static_cast<void>(table.number("share", Presence::optional));
  static_cast<void>(table.whole_number("year", Presence::optional));
  static_cast<void>(table.flag("matching", Presence::optional));
  static_cast<void>(table.date("as_of", Presence::optional));
  static_cast<void>(table.choice("sex", {"both", "male", "female"}, Presence::optional));
  static_cast<void>(table.text_or_texts("sector", Presence::optional));
  for (auto& change : table.tables("change", Presence::optional)) static_cast<void>(change.text("budget"));
  if (auto inner = table.table("name", Presence::optional)) inner->refuse_other_keys();
  table.refuse_other_keys();
}

void parse_any(const std::string& bytes) {
  input::Diagnostics faults;
  try {
    const auto text = input::decode(bytes, "fuzz.toml").text;
    const auto root = input::parse_toml("fuzz.toml", text, faults);
    require(root.has_value() == faults.empty(), "a text is read or has a fault");
    if (!root) return;
    walk(*root, input::position_at(text, text.size(), "fuzz.toml").line);
    read_typed(*root, faults);
  } catch (const input::InputError&) {
    return;  // not a text
  }
}

}  // namespace
}  // namespace jobcast

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  jobcast::parse_any(std::string(data, data + size));
  return 0;
}
