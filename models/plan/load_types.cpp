#include <cmath>
#include <set>

#include "models/plan/eligibility_reader.hpp"
#include "models/plan/pack.hpp"
#include "models/plan/trait_rules.hpp"
#include "models/plan/traits_reader.hpp"

namespace jobcast::plan {
namespace {

using input::Presence;
using input::TomlTable;

/// A table whose members are tables by name: [type.x], [split.x].
std::vector<std::pair<const input::TomlMember*, TomlTable>> named_tables(TomlTable& root, std::string_view key,
                                                                         Presence presence) {
  std::vector<std::pair<const input::TomlMember*, TomlTable>> result;
  auto group = root.table(key, presence);
  if (!group) return result;
  for (const auto& member : group->members()) {
    if (member.value.kind == input::TomlValue::Kind::table) {
      result.emplace_back(&member, TomlTable(member.value, std::string(key) + "." + member.key, root.faults()));
    } else {
      root.faults().add(input::wrong_kind(member.key, member.value, "toml.expected_table"));
    }
  }
  return result;
}

void read_types(TomlTable& root, Pack& pack) {
  for (auto& [member, table] : named_tables(root, "type", Presence::required)) {
    ProgrammeType type;
    type.id = member->key;
    type.name = read_name(table, "name");
    read_traits(
        table, Presence::required, [&](std::string_view trait) { return type_value_key(trait, type.id); }, type.traits);
    table.refuse_other_keys();
    pack.plan.types.push_back(std::move(type));
  }
}

std::optional<Split> read_split(TomlTable& table) {
  Split split;
  double sum = 0.0;
  bool complete = true;
  for (std::size_t source = 0; source < fundings.size(); ++source) {
    const auto& key = funding_ids()[source];
    const auto share = table.number(key);
    complete = complete && share;
    if (share && (*share < 0.0 || *share > 1.0)) {
      table.faults().add(
          {table.where(key), {"plan.bad_share", {key, amount_words(*share)}}, {"plan.expected_share", {}}, {}});
      complete = false;
    }
    split.shares[source] = share.value_or(0.0);
    sum += split.shares[source];
  }
  const auto provenance = read_provenance(table, "source");
  table.refuse_other_keys();
  if (!complete || !provenance) return std::nullopt;
  if (std::abs(sum - 1.0) > sum_tolerance) {
    table.faults().add(
        {table.where(), {"plan.split_sum", {table.name(), amount_words(sum)}}, {"plan.expected_sum_one", {}}, {}});
  }
  split.provenance = *provenance;
  return split;
}

void read_splits(TomlTable& root, Pack& pack) {
  const auto& ids = sector_ids();
  for (auto& [member, table] : named_tables(root, "split", Presence::optional)) {
    auto split = read_split(table);
    if (std::find(ids.begin(), ids.end(), member->key) == ids.end()) {
      pack.faults.add({member->where,
                       {"plan.unknown_sector", {member->key}},
                       {"toml.expected_one_of", {input::listed(ids)}},
                       input::did_you_mean(member->key, ids)});
      continue;
    }
    // A split at fault is kept, so that its rows are not called without one too.
    pack.splits.emplace(member->key, split.value_or(Split{}));
  }
}

void read_matching(TomlTable& root, Plan& plan) {
  auto table = root.table("matching");
  if (!table) return;
  if (const auto rule = table->choice("rule", {"fixed-ratio", "none"})) {
    plan.matching.rule = static_cast<Matching::Rule>(*rule);
  }
  if (const auto provenance = read_provenance(*table, "source")) plan.matching.provenance = *provenance;
  table->refuse_other_keys();
}

}  // namespace

void load_types(Pack& pack) {
  if (!pack.types) return;
  pack.types_document = read_pack_toml(*pack.types, pack.faults);
  if (!pack.types_document) return;
  TomlTable root(*pack.types_document, "programme_types.toml", pack.faults);
  read_types(root, pack);
  read_splits(root, pack);
  read_matching(root, pack.plan);
  root.value("exception", Presence::optional);
  root.refuse_other_keys();
}

void apply_exceptions(Pack& pack) {
  if (!pack.types_document) return;
  TomlTable root(*pack.types_document, "programme_types.toml", pack.faults);
  std::map<std::string, Programme*, std::less<>> programmes;
  for (auto& programme : pack.plan.programmes) programmes.emplace(programme.id, &programme);
  UniqueIds ids("plan.exception_twice");
  for (auto& entry : root.tables("exception", Presence::optional)) {
    const auto id = entry.text("programme");
    const auto found = id ? programmes.find(*id) : programmes.end();
    if (id) ids.add(*id, entry.where("programme"), pack.faults);
    if (id && found == programmes.end() && !programmes.empty()) {
      pack.faults.add({entry.where("programme"),
                       {"plan.unknown_programme", {*id}},
                       {"plan.expected_programme", {std::to_string(programmes.size())}},
                       input::did_you_mean(*id, ids_of(pack.plan.programmes))});
    }
    ProgrammeTraits spare;
    read_traits(
        entry, Presence::optional, [&](std::string_view trait) { return programme_value_key(id.value_or(""), trait); },
        found == programmes.end() ? spare : found->second->traits);
    entry.refuse_other_keys();
  }
}

}  // namespace jobcast::plan
