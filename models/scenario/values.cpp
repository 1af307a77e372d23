#include <algorithm>
#include <functional>

#include "models/plan/defaults.hpp"
#include "models/plan/pack_words.hpp"
#include "models/plan/settings.hpp"
#include "models/plan/trait_rules.hpp"
#include "models/scenario/scenario_file.hpp"

namespace jobcast::scenario {
namespace {

using input::Presence;
using input::TomlTable;

const plan::TraitRule* trait_called(std::string_view name) {
  const auto found = std::find_if(plan::trait_rules.begin(), plan::trait_rules.end(),
                                  [&](const plan::TraitRule& rule) { return rule.name == name; });
  return found == plan::trait_rules.end() ? nullptr : &*found;
}

std::vector<std::string> trait_names() {
  std::vector<std::string> names;
  names.reserve(plan::trait_rules.size());
  for (const auto& rule : plan::trait_rules) names.emplace_back(rule.name);
  return names;
}

/// A member of a section: "first.second" and its value.
struct Address {
  const input::TomlMember& first;
  const input::TomlMember& second;

  [[nodiscard]] std::string key() const { return first.key + "." + second.key; }
};

class ValueReader {
 public:
  ValueReader(const plan::Plan& plan, Scenario& scenario, input::Diagnostics& faults)
      : plan_(plan), scenario_(scenario), faults_(faults) {}

  /// deadweight.senior-public-job, or senior-jobs.deadweight where the row has a value of its own.
  void read_uncertainty(const Address& at) {
    if (const auto* trait = trait_called(at.first.key)) {
      if (plan_.type(at.second.key) == nullptr) {
        return unknown(at.second, "scenario.unknown_type", "[uncertainties]", ids_of(plan_.types),
                       "scenario.expected_type");
      }
      return read(at, plan::type_value_key(trait->name, at.second.key), trait->rule());
    }
    const auto* programme = plan_.programme(at.first.key);
    if (programme == nullptr) {
      return unknown(at.first, "scenario.unknown_trait", "[uncertainties]", trait_names(), "scenario.expected_trait");
    }
    const auto* trait = trait_called(at.second.key);
    if (trait == nullptr) {
      return unknown(at.second, "scenario.unknown_trait", "[uncertainties]", trait_names(), "scenario.expected_trait");
    }
    const auto own = plan::programme_value_key(programme->id, trait->name);
    if ((programme->traits.*trait->value).key != own) {
      const auto of_type = (programme->traits.*trait->value).key;
      faults_.add({at.second.where,
                   {"scenario.no_own_value", {programme->id, of_type}},
                   {},
                   {"scenario.mend_own_value", {of_type}}});
      return;
    }
    read(at, own, trait->rule());
  }

  /// labour.turnover_shrink: a setting of a model.
  void read_setting(const Address& at) {
    const auto& groups = plan::setting_groups();
    if (std::find(groups.begin(), groups.end(), at.first.key) == groups.end()) {
      return unknown(at.first, "scenario.unknown_group", "[assumptions]", groups, "scenario.expected_words");
    }
    const auto known = plan::default_values().find(at.key());
    if (known != plan::default_values().end()) return read(at, at.key(), plan::rule_of_unit(known->second.unit));
    const auto names = plan::setting_names();
    faults_.add({at.second.where,
                 {"plan.unknown_setting", {at.key()}},
                 {"plan.expected_setting", {std::to_string(names.size())}},
                 input::did_you_mean(at.key(), names)});
  }

 private:
  void read(const Address& at, const std::string& key, const plan::ValueRule& rule) {
    auto value = plan::read_value(at.second.value, key, rule, faults_);
    if (value) scenario_.values.insert_or_assign(key, std::move(*value));
  }

  void unknown(const input::TomlMember& name, const char* problem, const char* section,
               const std::vector<std::string>& known, const char* expected) {
    faults_.add({name.where,
                 {problem, {name.key, section}},
                 {expected, {std::to_string(known.size()), input::listed(known)}},
                 input::did_you_mean(name.key, known)});
  }

  const plan::Plan& plan_;
  Scenario& scenario_;
  input::Diagnostics& faults_;
};

/// Calls `read` for every "first.second" of a section.
void for_each_address(TomlTable& root, std::string_view section, const std::function<void(const Address&)>& read) {
  auto table = root.table(section, Presence::optional);
  if (!table) return;
  for (const auto& first : table->members()) {
    if (first.value.kind != input::TomlValue::Kind::table) {
      root.faults().add(input::wrong_kind(first.key, first.value, "toml.expected_table"));
      continue;
    }
    for (const auto& second : first.value.members) read({first, second});
  }
}

}  // namespace

void read_values(TomlTable& root, const plan::Plan& plan, Scenario& scenario) {
  ValueReader reader(plan, scenario, root.faults());
  for_each_address(root, "uncertainties", [&](const Address& at) { reader.read_uncertainty(at); });
  for_each_address(root, "assumptions", [&](const Address& at) { reader.read_setting(at); });
}

}  // namespace jobcast::scenario
