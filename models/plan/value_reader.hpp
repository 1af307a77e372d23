#pragma once

#include <limits>
#include <optional>
#include <string>

#include "engine/input/toml_table.hpp"
#include "models/plan/provenance.hpp"
#include "models/plan/text.hpp"

namespace jobcast::plan {

/// What a value may be: its unit and the least and greatest number that may be drawn.
struct ValueRule {
  std::string unit;
  double least = -std::numeric_limits<double>::infinity();
  double most = std::numeric_limits<double>::infinity();
};

/// The rule of a unit: "share" and "probability" lie in [0, 1], others anywhere.
ValueRule rule_of_unit(const std::string& unit);

/// Reads "plan: …", "reference: …" or "assumption: …". Anything else is a fault and none.
std::optional<Provenance> read_provenance(input::TomlTable& table, std::string_view key,
                                          input::Presence presence = input::Presence::required);

/// Reads a value with provenance (docs/pack-format.md, section 4): one of value, uniform, triangular, normal and
/// lognormal, with min and max where tails are cut, and source. Faults: none or several shapes, a wrong count of
/// numbers, bounds that cross, a mode outside them, a negative spread, numbers beyond the rule.
/// `key`: the value's address and random stream. None when anything is wrong.
std::optional<Value> read_value(const input::TomlValue& node, const std::string& key, const ValueRule& rule,
                                input::Diagnostics& faults);

/// Reads { ko = "…", en = "…" }.
Text read_name(input::TomlTable& table, std::string_view key);

}  // namespace jobcast::plan
