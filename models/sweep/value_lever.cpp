#include <algorithm>

#include "models/plan/settings.hpp"
#include "models/scenario/scenario_file.hpp"
#include "models/sweep/lever_file.hpp"

namespace jobcast::sweep {
namespace {

using input::TomlText;
using input::TomlValue;

/// What people call a value: the number, or its shape.
std::string setting_words(const TomlValue& value) {
  if (value.kind != TomlValue::Kind::table) return value.text;
  for (const auto& member : value.members) {
    if (member.key == "source" || member.key == "min" || member.key == "max") continue;
    std::string numbers;
    for (const auto& item : member.value.items) numbers += (numbers.empty() ? "" : ", ") + item.text;
    return numbers.empty() ? member.value.text : member.key + " [" + numbers + "]";
  }
  return value.text;
}

/// A number as the table { value = … }.
TomlValue as_table(const TomlValue& value) {
  if (value.kind == TomlValue::Kind::table) return with_source(value);
  return with_source(table_node({{"value", value.where, value}}, value.where));
}

/// The section of a scenario file that holds a key "first.second".
TomlValue section_node(const TomlText& key, std::size_t dot, const TomlValue& value) {
  const auto first = key.text.substr(0, dot);
  const auto& groups = plan::setting_groups();
  const bool setting = std::find(groups.begin(), groups.end(), first) != groups.end();
  const auto inner = table_node({{key.text.substr(dot + 1), key.where, value}}, key.where);
  const auto outer = table_node({{first, key.where, inner}}, key.where);
  return table_node({{setting ? "assumptions" : "uncertainties", key.where, outer}}, key.where);
}

/// The value as a scenario would have it under this key; none and faults where it would refuse it.
std::optional<plan::Value> read_value(const TomlText& key, const TomlValue& value, const plan::Plan& plan,
                                      input::Diagnostics& faults) {
  const auto dot = key.text.find('.');
  if (dot == std::string::npos || dot == 0 || dot + 1 == key.text.size()) {
    const input::Diagnostic fault{key.where, {"sweep.bad_key", {key.text}}, {"sweep.expected_key", {}}, {}};
    input::Diagnostics found;
    found.add(fault);
    add_new(found, faults);
    return std::nullopt;
  }
  input::Diagnostics found;
  const auto root = section_node(key, dot, as_table(value));
  input::TomlTable table(root, "lever", found);
  scenario::Scenario scenario;
  scenario::read_values(table, plan, scenario);
  add_new(found, faults);
  if (scenario.values.empty()) return std::nullopt;
  return scenario.values.begin()->second;
}

}  // namespace

void read_value_lever(input::TomlTable& entry, const plan::Plan& plan, const Domain& domain, Lever& lever) {
  const auto keys = entry.text_or_texts("key");
  const auto read_all = [&](const TomlValue& value) {
    std::vector<plan::Value> values;
    for (const auto& key : keys) {
      if (auto read = read_value(key, value, plan, entry.faults())) values.push_back(std::move(*read));
    }
    return values;
  };
  for (const auto& value : domain.values) {
    lever.settings.push_back({.words = setting_words(value), .changes = {}, .values = read_all(value)});
  }
  if (!domain.distribution) return;
  lever.open.values = read_all(*domain.distribution);
  if (!lever.open.values.empty()) lever.numbers = lever.open.values.front().distribution;
}

}  // namespace jobcast::sweep
