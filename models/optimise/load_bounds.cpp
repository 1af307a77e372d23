#include <algorithm>
#include <filesystem>

#include "engine/input/csv.hpp"
#include "engine/input/plain_number.hpp"
#include "engine/input/toml_table.hpp"
#include "models/optimise/limits.hpp"
#include "models/plan/pack_words.hpp"

namespace jobcast::optimise {
namespace {

using input::Presence;
using input::TomlTable;

constexpr auto schema = "jobcast.bounds/1";
const std::vector<std::string> parts(part_names.begin(), part_names.end());

std::vector<std::string> known_ids(const plan::Plan& plan, Part part) {
  switch (part) {
    case Part::programme:
      return plan::ids_of(plan.programmes);
    case Part::department:
      return plan::ids_of(plan.departments);
    case Part::type:
      return plan::ids_of(plan.types);
    case Part::sector:
      break;
  }
  return plan::sector_ids();
}

/// Gathers bounds from either kind of file and checks them against the plan.
class Gatherer {
 public:
  Gatherer(const plan::Plan& plan, input::Diagnostics& faults) : plan_(plan), faults_(faults) {}

  /// An amount as it stands in the file: million won, or a percentage.
  std::optional<Amount> amount(std::string_view written, const input::Position& where) {
    constexpr double percent = 100.0;
    const auto text = input::without_blanks(written);
    const bool relative = text.ends_with('%');
    const auto number = input::plain_number(relative ? text.substr(0, text.size() - 1) : text);
    if (number.value && *number.value >= 0.0) {
      return Amount{relative, *number.value * (relative ? 1.0 / percent : million)};
    }
    faults_.add({where,
                 {"optimise.bad_amount", {std::string(text)}},
                 {"optimise.expected_amount", {}},
                 relative ? input::Message{} : number.mend});
    return std::nullopt;
  }

  void add(Bound bound, const input::Position& name_at) {
    const auto known = known_ids(plan_, bound.part);
    const std::string part(part_names[static_cast<std::size_t>(bound.part)]);
    if (std::find(known.begin(), known.end(), bound.id) == known.end()) {
      faults_.add({name_at,
                   {"optimise.unknown_part", {bound.id, part}},
                   {"optimise.expected_part", {part}},
                   input::did_you_mean(bound.id, known)});
      return;
    }
    if (rows_of(plan_, bound.part, bound.id).empty()) {
      faults_.add({name_at, {"optimise.no_county_money", {bound.id}}, {"optimise.expected_county_money", {}}, {}});
      return;
    }
    const auto again = std::find_if(bounds_.begin(), bounds_.end(), [&](const Bound& other) {
      return other.part == bound.part && other.id == bound.id;
    });
    if (again != bounds_.end()) {
      faults_.add({bound.where,
                   {"optimise.bounded_twice", {bound.id}},
                   {"optimise.expected_once", {std::to_string(again->where.line)}},
                   {}});
      return;
    }
    if (bound.floor && bound.cap) {
      const double planned_sum = sum_of(planned(plan_), rows_of(plan_, bound.part, bound.id));
      if (bound.floor->of(planned_sum) > bound.cap->of(planned_sum)) {
        faults_.add({bound.where, {"optimise.floor_above_cap", {bound.id}}, {"optimise.expected_floor", {}}, {}});
        return;
      }
    }
    bounds_.push_back(std::move(bound));
  }

  void nothing_bounded(const input::Position& where) {
    faults_.add({where, {"optimise.no_floor_no_cap", {}}, {"optimise.expected_floor_or_cap", {}}, {}});
  }

  std::vector<Bound> take() { return std::move(bounds_); }

 private:
  const plan::Plan& plan_;
  input::Diagnostics& faults_;
  std::vector<Bound> bounds_;
};

void read_bound(TomlTable& entry, Gatherer& gatherer) {
  Bound bound;
  bound.where = entry.where();
  std::vector<std::string> named;
  for (std::size_t part = 0; part < parts.size(); ++part) {
    if (const auto id = entry.text(parts[part], Presence::optional)) {
      bound.part = static_cast<Part>(part);
      bound.id = *id;
      named.push_back(parts[part]);
    }
  }
  const auto* floor = entry.value("floor", Presence::optional);
  const auto* cap = entry.value("cap", Presence::optional);
  if (floor != nullptr) bound.floor = gatherer.amount(floor->text, floor->where);
  if (cap != nullptr) bound.cap = gatherer.amount(cap->text, cap->where);
  entry.refuse_other_keys();
  if (named.size() != 1) {
    entry.faults().add({entry.where(),
                        {named.empty() ? "optimise.no_part" : "optimise.several_parts", {input::listed(named)}},
                        {"optimise.expected_one_part", {input::listed(parts)}},
                        {}});
    return;
  }
  if (floor == nullptr && cap == nullptr) return gatherer.nothing_bounded(entry.where());
  const auto where = entry.where(named.front());
  gatherer.add(std::move(bound), where);
}

void read_toml_bounds(const std::string& file, Gatherer& gatherer, input::Diagnostics& faults) {
  const auto document = input::read_toml(file, faults);
  if (!document) return;
  TomlTable root(*document, std::filesystem::path(file).filename().string(), faults);
  root.require_schema(schema, "optimise.schema");
  for (auto& entry : root.tables("bound")) read_bound(entry, gatherer);
  root.refuse_other_keys();
}

void read_csv_bounds(const std::string& file, Gatherer& gatherer, input::Diagnostics& faults) {
  enum Column : std::size_t { part, id, floor, cap };
  const auto csv = input::read_csv(file, {{"part", "id", "floor", "cap"}}, faults);
  for (std::size_t row = 0; row < csv.row_count(); ++row) {
    Bound bound;
    bound.where = csv.where(row, part);
    const auto which = csv.require(row, part, faults) ? csv.choice(row, part, parts, faults) : std::nullopt;
    const bool named = csv.require(row, id, faults);
    const auto amount = [&](Column column) -> std::optional<Amount> {
      return csv.empty(row, column) ? std::nullopt : gatherer.amount(csv.text(row, column), csv.where(row, column));
    };
    bound.floor = amount(floor);
    bound.cap = amount(cap);
    if (!which || !named) continue;
    bound.part = static_cast<Part>(*which);
    bound.id = std::string(input::without_blanks(csv.text(row, id)));
    if (csv.empty(row, floor) && csv.empty(row, cap)) {
      gatherer.nothing_bounded(csv.where(row, floor));
      continue;
    }
    gatherer.add(std::move(bound), csv.where(row, id));
  }
}

}  // namespace

std::vector<Bound> load_bounds(const std::string& file, const plan::Plan& plan) {
  input::Diagnostics faults;
  Gatherer gatherer(plan, faults);
  if (std::filesystem::path(file).extension() == ".csv") {
    read_csv_bounds(file, gatherer, faults);
  } else {
    read_toml_bounds(file, gatherer, faults);
  }
  faults.throw_if_any();
  return gatherer.take();
}

}  // namespace jobcast::optimise
