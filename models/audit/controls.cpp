#include <cmath>

#include "models/audit/checks.hpp"
#include "models/plan/cell_reader.hpp"

namespace jobcast::audit {
namespace {

const plan::Fact* fact_at(const FactIndex& index, const plan::CellName& cell) {
  return index.plan().facts.cell(cell.table, cell.row, cell.column);
}

/// Names of the parts: all of a few, the first and the last of many.
std::string listed_names(const std::vector<std::string>& names) {
  constexpr std::size_t few = 4;
  if (names.size() > few) return names.front() + " + … + " + names.back() + " (" + std::to_string(names.size()) + ")";
  std::string text;
  for (const auto& name : names) text += (text.empty() ? "" : " + ") + name;
  return text;
}

class ControlCheck {
 public:
  ControlCheck(const FactIndex& index, const plan::Control& control) : index_(index), control_(control) {
    unit_ = control.unit;
    if (unit_.empty()) unit_ = is_money_sum() ? "thousand_won" : "count";
    factor_ = plan::scale_of(unit_).factor;
    if (control.total_cell) total_ = index.printed(*fact_at(index, *control.total_cell));
    total_.value = control.total * factor_;
    for (const auto& cell : control.part_cells) parts_.push_back(index.printed(*fact_at(index, cell)));
  }

  Findings findings() {
    finding_.difference = std::round((control_.total - control_.parts) * 1e6) / 1e6;
    if (finding_.difference == 0.0) return {};
    const bool single = control_.part_cells.size() == 1;
    finding_.kind = single ? Kind::same_value : Kind::sum;
    finding_.message = single ? input::Message{"audit.same_value", {words(std::abs(finding_.difference))}}
                              : input::Message{"audit.sum", {words(std::abs(finding_.difference))}};
    add_sides();
    find_cause();
    finding_.id = std::string(name_of(finding_.kind)) + ":" + control_.id;
    return {finding_};
  }

 private:
  [[nodiscard]] bool is_money_sum() const {
    return !control_.programmes.empty() && control_.programmes_sum != "count" && control_.programmes_sum != "jobs";
  }

  void add_sides() {
    if (control_.total_cell) {
      finding_.sides.push_back(side_of(*fact_at(index_, *control_.total_cell)));
    } else {
      finding_.sides.push_back({control_.provenance.source, control_.statement.ko, control_.total, unit_});
    }
    if (control_.part_cells.size() == 1) {
      finding_.sides.push_back(side_of(*fact_at(index_, control_.part_cells.front())));
    } else if (!control_.part_cells.empty()) {
      const bool one_row = control_.part_cells[0].row == control_.part_cells[1].row;
      std::vector<std::string> names;
      for (const auto& cell : control_.part_cells) names.push_back(one_row ? cell.column : cell.row);
      const auto& first = control_.part_cells.front();
      finding_.sides.push_back(
          {first.table,
           one_row ? cell_words(first.row, listed_names(names)) : cell_words(listed_names(names), first.column),
           control_.parts, unit_});
    } else {
      finding_.sides.push_back({"programmes",
                                control_.programmes_sum + " (" + std::to_string(control_.programmes.size()) + ")",
                                control_.parts, unit_});
    }
  }

  [[nodiscard]] bool is_rounding() const {
    Interval rounded;
    Interval cut;
    for (const auto& part : parts_) {
      rounded += part.rounded();
      cut += part.cut();
    }
    if (parts_.empty()) rounded = cut = {control_.parts * factor_, control_.parts * factor_};
    return rounded.meets(total_.rounded()) || cut.meets(total_.cut());
  }

  void find_cause() {
    if (is_rounding()) {
      finding_.kind = Kind::rounding;
      finding_.cause = Cause::rounding;
      finding_.message = {"audit.rounding", {words(std::abs(finding_.difference))}};
      return;
    }
    Printed sum{control_.parts * factor_, total_.step};
    if (power_of_ten_apart(total_, sum)) {
      finding_.cause = Cause::unit;
    } else if (control_.part_cells.size() == 1) {
      finding_.cause = Cause::other_version;
    } else {
      name_the_part();
    }
  }

  /// A total that is short by one of its parts leaves it out; one that is over by a part has it twice.
  void name_the_part() {
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      const Printed gap{-finding_.difference * factor_, total_.step};
      const bool out = parts_[i].value != 0.0 && agree(parts_[i], gap);
      // Of two parts, one is the gap too easily by chance.
      const bool twice = parts_.size() > 2 && parts_[i].value != 0.0 && agree(parts_[i], {-gap.value, gap.step});
      if (!out && !twice) continue;
      finding_.kind = out ? Kind::left_out : Kind::double_count;
      finding_.cause = out ? Cause::left_out : Cause::double_count;
      finding_.sides.push_back(side_of(*fact_at(index_, control_.part_cells[i])));
      finding_.message = {out ? "audit.part_left_out" : "audit.part_twice", {finding_.sides.back().cell}};
      return;
    }
  }

  const FactIndex& index_;
  const plan::Control& control_;
  std::string unit_;
  double factor_ = 1.0;
  Printed total_;
  std::vector<Printed> parts_;
  Finding finding_;
};

}  // namespace

Findings check_controls(const FactIndex& index) {
  Findings all;
  for (const auto& control : index.plan().controls) {
    for (auto& finding : ControlCheck(index, control).findings()) all.push_back(std::move(finding));
  }
  return all;
}

}  // namespace jobcast::audit
