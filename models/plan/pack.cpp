#include "models/plan/pack.hpp"

#include <cmath>

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

const std::vector<std::string>& sector_ids() {
  static const std::vector<std::string> ids{"direct", "training", "service", "subsidy", "startup", "private"};
  return ids;
}

const std::vector<std::string>& funding_ids() {
  static const std::vector<std::string> ids{"national", "provincial", "county", "private"};
  return ids;
}

const std::vector<std::string>& contract_ids() {
  static const std::vector<std::string> ids{"regular", "temporary", "self_employed"};
  return ids;
}

bool UniqueIds::add(const std::string& id, const input::Position& where, input::Diagnostics& faults) {
  const auto [first, added] = places_.emplace(id, where);
  if (!added) faults.add({where, {kind_, {id, place_words(first->second)}}, {}, {}});
  return added;
}

std::string place_words(const input::Position& where) { return where.file + ":" + std::to_string(where.line); }

units::Won won_of_thousands(double thousands) { return units::Won(std::llround(thousands * 1000.0)); }

}  // namespace jobcast::plan
