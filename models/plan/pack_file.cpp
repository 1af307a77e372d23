#include "models/plan/pack_file.hpp"

#include "engine/input/text_file.hpp"

namespace jobcast::plan {

std::optional<std::string> read_pack_text(const PackFile& file, input::Diagnostics& faults) {
  try {
    return input::read_text(file.path);
  } catch (const input::InputError& error) {
    for (auto fault : error.faults()) {
      // A file that is not there is mended where it is named; a bad byte where it stands.
      if (fault.where.line == 0) fault.where = file.named_at;
      faults.add(fault);
    }
    return std::nullopt;
  }
}

std::optional<input::TomlValue> read_pack_toml(const PackFile& file, input::Diagnostics& faults) {
  const auto text = read_pack_text(file, faults);
  return text ? input::parse_toml(file.path, *text, faults) : std::nullopt;
}

}  // namespace jobcast::plan
