#include <algorithm>

#include "models/plan/age_range.hpp"
#include "models/plan/cell_reader.hpp"
#include "models/plan/fact_words.hpp"
#include "models/plan/value_reader.hpp"

namespace jobcast::plan {
namespace {

using input::TomlTable;

const std::vector<std::string>& known_ids() {
  static const std::vector<std::string> ids(indicator_names.begin(), indicator_names.end());
  return ids;
}

/// What the indicator measures: known words, though the id alone decides what the models compute.
void read_words(TomlTable& entry) {
  entry.choice("item", model_items());
  entry.choice("sex", fact_sexes());
  if (const auto ages = entry.text("age"); ages && !parse_ages(*ages)) {
    entry.faults().add({entry.where("age"), {"plan.bad_ages", {*ages}}, {"plan.expected_ages", {}}, {}});
  }
  entry.choice("measured_by", {"survey", "administrative"});
}

/// The number in the cell that `key` points at, in the indicator's unit.
double read_figure(TomlTable& entry, std::string_view key, const std::string& unit, const Pack& pack,
                   Provenance& provenance) {
  auto address = entry.table(key);
  if (!address) return 0.0;
  const auto* fact = read_cell(*address, pack.plan.facts);
  if (fact == nullptr) return 0.0;
  provenance = fact->provenance;
  const auto from = scale_of(fact->unit);
  const auto to = scale_of(unit);
  if (from.base != to.base) {
    entry.faults().add({address->where(),
                        {"plan.indicator_unit", {fact->row, fact->column, fact->unit}},
                        {"plan.expected_unit", {unit}},
                        {}});
  }
  return fact->value * from.factor / to.factor;
}

std::string unit_of(Indicator::Id id) {
  return id <= Indicator::Id::female_employment_rate_15_64 ? "percent" : "persons";
}

Indicator read_indicator(TomlTable& entry, Indicator::Id id, const Pack& pack) {
  Indicator indicator;
  indicator.id = id;
  indicator.name = read_name(entry, "name");
  indicator.unit = unit_of(id);
  read_words(entry);
  const auto unit = entry.choice("unit", {"percent", "persons"});
  if (unit && (*unit == 0) != (indicator.unit == "percent")) {
    entry.faults().add({entry.where("unit"),
                        {"plan.indicator_unit_word", {std::string(name_of(id))}},
                        {"plan.expected_unit", {indicator.unit}},
                        {}});
  }
  indicator.rounding = entry.number("rounding").value_or(indicator.rounding);
  if (indicator.rounding <= 0.0) {
    entry.faults().add({entry.where("rounding"), {"plan.rounding", {}}, {"plan.expected_positive", {}}, {}});
  }
  indicator.base = read_figure(entry, "base", indicator.unit, pack, indicator.base_provenance);
  indicator.target = read_figure(entry, "target", indicator.unit, pack, indicator.target_provenance);
  entry.refuse_other_keys();
  return indicator;
}

}  // namespace

void read_indicators(TomlTable& manifest, Pack& pack) {
  UniqueIds ids("plan.indicator_twice");
  std::vector<bool> seen(known_ids().size());
  for (auto& entry : manifest.tables("indicator")) {
    const auto index = entry.choice("id", known_ids());
    if (!index) continue;
    auto indicator = read_indicator(entry, static_cast<Indicator::Id>(*index), pack);
    if (!ids.add(known_ids()[*index], entry.where("id"), pack.faults)) continue;
    seen[*index] = true;
    pack.plan.indicators.push_back(std::move(indicator));
  }
  for (std::size_t index = 0; index < seen.size(); ++index) {
    if (seen[index]) continue;
    pack.faults.add({manifest.where(),
                     {"plan.missing_indicator", {known_ids()[index]}},
                     {"plan.expected_indicators", {input::listed(known_ids())}},
                     {}});
  }
  std::sort(pack.plan.indicators.begin(), pack.plan.indicators.end(),
            [](const Indicator& a, const Indicator& b) { return a.id < b.id; });
}

}  // namespace jobcast::plan
