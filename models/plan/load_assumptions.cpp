#include <algorithm>

#include "models/plan/defaults.hpp"
#include "models/plan/pack.hpp"
#include "models/plan/settings.hpp"
#include "models/plan/value_reader.hpp"

namespace jobcast::plan {

void load_assumptions(Pack& pack) {
  if (!pack.assumptions) return;
  const auto document = read_pack_toml(*pack.assumptions, pack.faults);
  if (!document) return;
  const auto names = setting_names();
  for (const auto& group : document->members) {
    const auto& groups = setting_groups();
    if (std::find(groups.begin(), groups.end(), group.key) == groups.end()) {
      pack.faults.add({group.where,
                       {"plan.unknown_group", {group.key}},
                       {"toml.expected_one_of", {input::listed(groups)}},
                       input::did_you_mean(group.key, groups)});
      continue;
    }
    if (group.value.kind != input::TomlValue::Kind::table) {
      pack.faults.add(input::wrong_kind(group.key, group.value, "toml.expected_table"));
      continue;
    }
    for (const auto& member : group.value.members) {
      const auto key = group.key + "." + member.key;
      const auto known = default_values().find(key);
      if (known == default_values().end()) {
        pack.faults.add({member.where,
                         {"plan.unknown_setting", {key}},
                         {"plan.expected_setting", {std::to_string(names.size())}},
                         input::did_you_mean(key, names)});
        continue;
      }
      const auto rule = rule_of_unit(known->second.unit);
      if (auto value = read_value(member.value, key, rule, pack.faults)) {
        pack.plan.assumptions.emplace(key, std::move(*value));
      }
    }
  }
}

}  // namespace jobcast::plan
