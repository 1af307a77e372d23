#include <algorithm>
#include <cmath>

#include "models/plan/cell_reader.hpp"
#include "models/plan/programme_sum.hpp"
#include "models/plan/value_reader.hpp"

namespace jobcast::plan {
namespace {

using input::Presence;
using input::TomlTable;

constexpr double tolerance = 1e-6;

/// A number in its unit. The unit of a total that the control states itself is empty.
struct Amount {
  double number = 0.0;
  std::string unit;
};

/// To the tolerance: parts with decimals add up with the dust of binary fractions.
double rounded(double value) { return std::round(value * 1e6) / 1e6; }

/// The amount in another unit; a fault and none where the two count different things.
std::optional<double> in_unit(const Amount& amount, const std::string& unit, const input::Position& where,
                              input::Diagnostics& faults) {
  // A cell whose unit could not be read is a fault already.
  if (amount.unit.empty()) return std::nullopt;
  const auto from = scale_of(amount.unit);
  // A total without a unit is in thousand won where its parts are money.
  const auto to = scale_of(unit.empty() && from.base == "won" ? "thousand_won" : unit.empty() ? amount.unit : unit);
  if (from.base == to.base) return amount.number * (from.factor / to.factor);
  faults.add({where, {"plan.units_differ", {amount.unit, unit}}, {"plan.expected_unit", {unit}}, {}});
  return std::nullopt;
}

class ControlReader {
 public:
  ControlReader(TomlTable& entry, Pack& pack) : entry_(entry), pack_(pack) {}

  void read(UniqueIds& ids) {
    control_.id = entry_.text("id").value_or("");
    if (!control_.id.empty()) ids.add(control_.id, entry_.where("id"), pack_.faults);
    control_.statement = read_name(entry_, "statement");
    const auto total = read_total();
    const auto expected = entry_.number("expect_difference");
    control_.note = entry_.text("note", Presence::optional).value_or("");
    auto parts = entry_.table("parts");
    const auto sum = parts && total ? read_parts(*parts, total->unit) : std::nullopt;
    entry_.refuse_other_keys();
    if (expected && *expected != 0.0 && control_.note.empty()) {
      pack_.faults.add({entry_.where("expect_difference"), {"plan.difference_without_note", {control_.id}}, {}, {}});
    }
    if (!total || !sum || !expected) return;
    control_.unit = total->unit;
    control_.total = total->number;
    control_.parts = *sum;
    control_.expected_difference = *expected;
    if (!pack_.numbers_at_fault) judge();
    pack_.plan.controls.push_back(std::move(control_));
  }

 private:
  std::optional<Amount> read_total() {
    auto table = entry_.table("total");
    if (!table) return std::nullopt;
    control_.provenance.where = entry_.where();
    if (table->value("value", Presence::optional) != nullptr) {
      const auto number = table->number("value");
      const auto source = read_provenance(*table, "source");
      table->refuse_other_keys();
      if (!number || !source) return std::nullopt;
      control_.provenance = *source;
      return Amount{*number, ""};
    }
    const auto* fact = read_cell(*table, pack_.plan.facts);
    if (fact == nullptr) return std::nullopt;
    control_.provenance = fact->provenance;
    control_.total_cell = CellName{fact->table, fact->row, fact->column};
    return Amount{fact->value, fact->unit};
  }

  std::optional<double> read_parts(TomlTable& parts, const std::string& unit) {
    if (parts.value("programmes", Presence::optional) != nullptr) {
      const auto sum = sum_programmes(parts, pack_);
      parts.refuse_other_keys();
      if (!sum) return std::nullopt;
      control_.programmes = sum->programmes;
      control_.programmes_sum = sum->sum;
      const auto number = in_unit({sum->number, sum->unit}, unit, parts.where("sum"), pack_.faults);
      return number ? std::optional(rounded(*number)) : std::nullopt;
    }
    const auto table = parts.text("table");
    const bool by_row = parts.value("row", Presence::optional) != nullptr;
    const auto fixed = parts.text(by_row ? "row" : "column");
    const auto several = parts.texts(by_row ? "columns" : "rows");
    parts.refuse_other_keys();
    if (!table || !fixed || several.empty()) return std::nullopt;
    if (find_table(pack_.plan.facts, *table, parts.where("table"), pack_.faults) == nullptr) return std::nullopt;
    double sum = 0.0;
    bool complete = true;
    for (const auto& name : several) {
      const auto* fact = by_row ? find_cell(pack_.plan.facts, *table, *fixed, name.text, name.where, pack_.faults)
                                : find_cell(pack_.plan.facts, *table, name.text, *fixed, name.where, pack_.faults);
      const auto number = fact ? in_unit({fact->value, fact->unit}, unit, name.where, pack_.faults) : std::nullopt;
      complete = complete && number;
      if (fact != nullptr) control_.part_cells.push_back({fact->table, fact->row, fact->column});
      sum += number.value_or(0.0);
    }
    return complete ? std::optional(rounded(sum)) : std::nullopt;
  }

  void judge() {
    const double difference = control_.total - control_.parts;
    if (std::abs(difference - control_.expected_difference) <= tolerance) return;
    pack_.faults.add(
        {entry_.where("expect_difference"),
         {"plan.control",
          {control_.id, amount_words(control_.total), amount_words(control_.parts), amount_words(difference)}},
         {"plan.expected_difference", {amount_words(control_.expected_difference)}},
         {"plan.mend_control", {amount_words(difference)}}});
  }

  TomlTable& entry_;
  Pack& pack_;
  Control control_;
};

}  // namespace

void load_controls(Pack& pack) {
  if (!pack.controls) return;
  const auto document = read_pack_toml(*pack.controls, pack.faults);
  if (!document) return;
  TomlTable root(*document, "controls.toml", pack.faults);
  UniqueIds ids("plan.control_twice");
  for (auto& entry : root.tables("control", Presence::optional)) ControlReader(entry, pack).read(ids);
  root.refuse_other_keys();
}

}  // namespace jobcast::plan
