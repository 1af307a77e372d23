#include "models/plan/traits_reader.hpp"

#include "models/plan/eligibility_reader.hpp"
#include "models/plan/pack.hpp"
#include "models/plan/trait_rules.hpp"

namespace jobcast::plan {
namespace {

using input::Presence;
using input::TomlTable;

/// A list that stands beside its own source: both or, where they are optional, none.
template <class Read>
void read_with_source(TomlTable& table, Presence presence, const std::string& key, Provenance& provenance,
                      const Read& read) {
  const auto source = key + "_source";
  const bool here = table.value(key, Presence::optional) != nullptr;
  const bool source_here = table.value(source, Presence::optional) != nullptr;
  if (!here && !source_here && presence == Presence::optional) return;
  read();
  if (const auto from = read_provenance(table, source)) provenance = *from;
}

void read_states(TomlTable& table, Presence presence, ProgrammeTraits& traits) {
  const std::vector<std::string> words{"inactive", "unemployed"};
  if (table.value("eligible_states", presence) == nullptr) return;
  traits.from_inactive = traits.from_unemployed = false;
  const auto states = table.texts("eligible_states");
  for (const auto& state : states) {
    if (state.text == words[0]) {
      traits.from_inactive = true;
    } else if (state.text == words[1]) {
      traits.from_unemployed = true;
    } else {
      table.faults().add({state.where,
                          {"toml.unknown_word", {"eligible_states", state.text}},
                          {"toml.expected_one_of", {input::listed(words)}},
                          input::did_you_mean(state.text, words)});
    }
  }
  if (states.empty())
    table.faults().add({table.where("eligible_states"), {"plan.empty_list", {"eligible_states"}}, {}, {}});
}

}  // namespace

void read_traits(TomlTable& table, Presence presence, const std::function<std::string(std::string_view)>& key_of,
                 ProgrammeTraits& traits) {
  if (const auto contract = table.choice("contract", contract_ids(), presence)) {
    traits.contract = static_cast<Contract>(*contract);
  }
  for (const auto& trait : trait_rules) {
    const auto* node = table.value(trait.name, presence);
    if (node == nullptr) continue;
    if (auto value = read_value(*node, key_of(trait.name), trait.rule(), table.faults())) {
      traits.*trait.value = std::move(*value);
    }
  }
  read_with_source(table, presence, "windows", traits.windows_provenance,
                   [&] { traits.windows = read_windows(table); });
  read_with_source(table, presence, "eligible", traits.eligible_provenance,
                   [&] { traits.eligible = read_eligible(table); });
  read_states(table, presence, traits);
}

}  // namespace jobcast::plan
