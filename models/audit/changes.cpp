#include <cmath>

#include "models/audit/checks.hpp"
#include "models/audit/derived.hpp"
#include "models/audit/scales.hpp"
#include "models/plan/cell_reader.hpp"

namespace jobcast::audit {
namespace {

bool is_rate(const plan::Fact& level) { return level.unit == "percent" || level.unit == "share"; }

/// Whether the document heads the table's changes as percentage points.
bool headed_in_points(const plan::Table& table) { return table.unit_note.find("%p") != std::string::npos; }

std::string without_target(const std::string& category) {
  if (category == "target") return "";
  constexpr std::string_view ending = " target";
  return category.ends_with(ending) ? category.substr(0, category.size() - ending.size()) : category;
}

std::string category_of(const std::string& before, const std::string& after) {
  return before.empty() ? after : before + " " + after;
}

/// The two figures that a printed change is worked out from.
struct Levels {
  const plan::Fact* now = nullptr;
  const plan::Fact* before = nullptr;

  [[nodiscard]] bool complete() const { return now != nullptr && before != nullptr; }
};

Levels levels_of(const FactIndex& index, const plan::Fact& fact, const Derived& what) {
  const auto find = [&](const std::string& period, const std::string& category) {
    return index.find({fact.item, period, fact.sex, fact.age, category}, fact.table);
  };
  switch (what.form) {
    case Derived::Form::change:
    case Derived::Form::change_in:
      return {find(fact.period, what.of), find(year_before(fact.period), without_target(what.of))};
    case Derived::Form::rise_from:
    case Derived::Form::change_from: {
      // "all rise from comprehensive plan": "all" over "all comprehensive plan".
      const auto* against = find(fact.period, category_of(what.of, what.against));
      return {find(fact.period, what.of), against != nullptr ? against : find(fact.period, what.against)};
    }
    case Derived::Form::achievement:
      return {find(fact.period, what.of), find(fact.period, category_of(what.of, "target"))};
    default:
      return {};
  }
}

class ChangeCheck {
 public:
  ChangeCheck(const FactIndex& index, const plan::Fact& fact, const Derived& what, const Levels& levels)
      : index_(index), fact_(fact), what_(what), levels_(levels), printed_(index.printed(fact)) {
    now_ = index.printed(*levels.now);
    before_ = index.printed(*levels.before);
  }

  Findings findings() {
    if (before_.value == 0.0 && !wants_difference()) return {};
    if (fits(expected())) return {};
    const bool rate = is_rate(*levels_.now);
    if (what_.form == Derived::Form::change && rate && !headed_in_points(index_.table_of(fact_)) &&
        fact_.unit == "percent" && (fits(relative()) || fits(difference()))) {
      return {};  // a heading of plain percent takes either
    }
    Finding finding;
    finding.kind = Kind::change;
    finding.difference = std::round((printed_.value - expected()) * 1e4) / 1e4;
    finding.sides = {side_of(fact_), side_of(*levels_.now), side_of(*levels_.before)};
    const auto right = words(std::round(expected() / digits()) * digits());
    if (rate && fits(wants_difference() ? relative() : difference())) {
      finding.cause = Cause::relative_points;
      finding.message = {wants_difference() ? "audit.relative_for_points" : "audit.points_for_relative",
                         {words(printed_.value), right}};
    } else if (possible().meets(printed_.rounded())) {
      finding.kind = Kind::rounding;
      finding.cause = Cause::rounding;
      finding.message = {"audit.rounding", {words(std::abs(finding.difference))}};
    } else {
      finding.cause = power_of_ten_apart(printed_, {expected(), printed_.step}) ? Cause::unit : Cause::arithmetic;
      finding.message = {"audit.change", {words(printed_.value), right}};
    }
    finding.id = std::string(name_of(finding.kind)) + ":" + fact_.table + ":" + fact_.row + ":" + fact_.column;
    return {finding};
  }

 private:
  [[nodiscard]] bool wants_difference() const {
    if (what_.form == Derived::Form::change_in || what_.form == Derived::Form::change_from) return true;
    if (what_.form != Derived::Form::change || !is_rate(*levels_.now)) return false;
    return fact_.unit == "percent_points" || headed_in_points(index_.table_of(fact_));
  }
  [[nodiscard]] double difference() const { return now_.value - before_.value; }
  [[nodiscard]] double relative() const { return percent * (now_.value / before_.value - 1.0); }
  [[nodiscard]] double expected() const {
    if (what_.form == Derived::Form::achievement) return percent * now_.value / before_.value;
    return wants_difference() ? difference() : relative();
  }
  /// What rounding of the two figures allows.
  [[nodiscard]] Interval possible() const {
    const auto now = now_.rounded();
    const auto before = before_.rounded();
    if (wants_difference()) return {now.low - before.high, now.high - before.low};
    const double shift = what_.form == Derived::Form::achievement ? 0.0 : percent;
    if (before.low <= 0.0) return printed_.rounded();
    return {percent * now.low / before.high - shift, percent * now.high / before.low - shift};
  }
  [[nodiscard]] bool fits(double value) const { return printed_.rounded().meets({value, value}); }
  [[nodiscard]] double digits() const { return printed_.step > 0.0 ? printed_.step : 1.0; }

  const FactIndex& index_;
  const plan::Fact& fact_;
  Derived what_;
  Levels levels_;
  Printed printed_;
  Printed now_;
  Printed before_;
};

}  // namespace

Findings check_changes(const FactIndex& index) {
  Findings all;
  for (const auto& table : index.plan().facts.tables()) {
    for (const auto& fact : table.facts) {
      const auto what = derived(fact.category);
      const auto levels = levels_of(index, fact, what);
      if (!levels.complete()) continue;
      for (auto& finding : ChangeCheck(index, fact, what, levels).findings()) all.push_back(std::move(finding));
    }
  }
  return all;
}

}  // namespace jobcast::audit
