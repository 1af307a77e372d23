#include "models/plan/value_reader.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "engine/input/plain_number.hpp"
#include "models/plan/distribution_reader.hpp"
#include "models/plan/pack_words.hpp"

namespace jobcast::plan {
namespace {

using input::Message;
using input::number_text;
using random::Distribution;

std::string_view trimmed(std::string_view text) { return input::without_blanks(text); }

Message expected_range(const ValueRule& rule) {
  if (!std::isfinite(rule.most)) return {"plan.expected_at_least", {number_text(rule.least), rule.unit}};
  return {"plan.expected_between", {number_text(rule.least), number_text(rule.most), rule.unit}};
}

/// Adds a fault when something can be drawn that the rule forbids.
bool within(const Distribution& distribution, const ValueRule& rule, input::TomlTable& table) {
  const double floor = distribution.shape == Distribution::Shape::lognormal ? 0.0 : distribution.least();
  const double least = std::max(distribution.least(), floor);
  const double greatest = distribution.greatest();
  if (least >= rule.least && greatest <= rule.most) return true;
  const double found = least < rule.least ? least : greatest;
  if (std::isfinite(found)) {
    table.faults().add(
        {table.where(), {"plan.out_of_range", {table.name(), number_text(found)}}, expected_range(rule), {}});
  } else {
    const bool low = least < rule.least;
    table.faults().add({table.where(),
                        {"plan.unbounded", {table.name()}},
                        expected_range(rule),
                        {low ? "plan.mend_min" : "plan.mend_max", {number_text(low ? rule.least : rule.most)}}});
  }
  return false;
}

}  // namespace

ValueRule rule_of_unit(const std::string& unit) {
  if (unit == "share" || unit == "probability") return {unit, 0.0, 1.0};
  return {.unit = unit};
}

std::optional<Provenance> read_provenance(input::TomlTable& table, std::string_view key, input::Presence presence) {
  const auto text = table.text(key, presence);
  if (!text) return std::nullopt;
  const auto colon = text->find(':');
  const std::string word(trimmed(std::string_view(*text).substr(0, colon)));
  const auto& kinds = provenance_kinds();
  const auto kind = std::find(kinds.begin(), kinds.end(), word);
  if (kind == kinds.end() || colon == std::string::npos) {
    const auto mend = kind == kinds.end() ? input::did_you_mean(word, kinds) : Message{"plan.mend_colon", {word}};
    table.faults().add(
        {table.where(key), {"plan.no_provenance", {std::string(key), *text}}, {"plan.expected_provenance", {}}, mend});
    return std::nullopt;
  }
  const std::string why(trimmed(std::string_view(*text).substr(colon + 1)));
  if (why.empty()) {
    table.faults().add(
        {table.where(key), {"plan.empty_provenance", {std::string(key), *text}}, {"plan.expected_provenance", {}}, {}});
    return std::nullopt;
  }
  return Provenance{static_cast<Provenance::Kind>(kind - kinds.begin()), why, table.where(key)};
}

std::optional<Value> read_value(const input::TomlValue& node, const std::string& key, const ValueRule& rule,
                                input::Diagnostics& faults) {
  if (node.kind != input::TomlValue::Kind::table) {
    faults.add(input::wrong_kind(key, node, "plan.expected_value"));
    return std::nullopt;
  }
  input::TomlTable table(node, key, faults);
  const auto distribution = read_distribution(table);
  auto provenance = read_provenance(table, "source");
  table.refuse_other_keys();
  if (!distribution || !within(*distribution, rule, table) || !provenance) return std::nullopt;
  provenance->where = node.where;
  return Value{key, *distribution, rule.unit, *provenance};
}

Text read_name(input::TomlTable& table, std::string_view key) {
  Text name;
  if (auto both = table.table(key)) {
    name.ko = both->text("ko").value_or("");
    name.en = both->text("en").value_or("");
    both->refuse_other_keys();
  }
  return name;
}

}  // namespace jobcast::plan
