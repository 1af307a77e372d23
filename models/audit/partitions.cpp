#include <algorithm>
#include <cmath>
#include <map>

#include "models/audit/checks.hpp"
#include "models/audit/derived.hpp"
#include "models/plan/age_range.hpp"
#include "models/plan/cell_reader.hpp"

namespace jobcast::audit {
namespace {

using Parts = std::vector<const plan::Fact*>;

bool is_count(const plan::Fact& fact) {
  return !is_derived(fact.category) && (fact.unit == "persons" || fact.unit == "thousand_persons" ||
                                        fact.unit == "count" || fact.unit == "establishments" || is_money(fact.unit));
}

/// The facts of one table that have these words but for one of them.
Parts parts_named(const plan::Table& table, const plan::Fact& total, const std::vector<std::string>& names,
                  std::string plan::Fact::*word) {
  Parts parts;
  for (const auto& name : names) {
    auto wanted = total;
    wanted.*word = name;
    for (const auto& fact : table.facts) {
      if (fact.item == wanted.item && fact.period == wanted.period && fact.sex == wanted.sex &&
          fact.age == wanted.age && fact.category == wanted.category) {
        parts.push_back(&fact);
        break;
      }
    }
  }
  return parts.size() == names.size() ? parts : Parts{};
}

/// The age groups of one table that lie end to end in the ages of the total: the narrowest at each age.
Parts parts_by_age(const plan::Table& table, const plan::Fact& total) {
  const auto whole = plan::parse_ages(total.age);
  if (!whole || total.age.empty()) return {};
  std::map<int, std::pair<int, const plan::Fact*>> from;
  for (const auto& fact : table.facts) {
    const auto ages = plan::parse_ages(fact.age);
    const bool same = fact.item == total.item && fact.period == total.period && fact.sex == total.sex &&
                      fact.category == total.category && &fact != &total && ages && !fact.age.empty();
    if (!same || ages->from < whole->from || ages->to > whole->to || fact.age == total.age) continue;
    const auto [place, is_new] = from.try_emplace(ages->from, ages->to, &fact);
    if (!is_new && ages->to < place->second.first) place->second = {ages->to, &fact};
  }
  Parts parts;
  for (int age = whole->from; age <= whole->to;) {
    const auto next = from.find(age);
    if (next == from.end()) return {};
    parts.push_back(next->second.second);
    age = next->second.first + 1;
  }
  return parts;
}

/// Money by source: "direct national" … are the parts of "direct". A source that is not printed is 0, but one alone may
/// be one of several.
Parts parts_by_source(const plan::Table& table, const plan::Fact& total) {
  Parts parts;
  if (!is_money(total.unit)) return parts;
  for (const auto& fact : table.facts) {
    if (fact.item != total.item || fact.period != total.period || fact.row != total.row) continue;
    for (const auto* source : {" national", " provincial", " county", " private", " provincial and county"}) {
      if (fact.category == total.category + source) parts.push_back(&fact);
    }
  }
  return parts.size() > 1 ? parts : Parts{};
}

Findings compared(const FactIndex& index, const plan::Fact& total, const Parts& parts, const std::string& by) {
  if (parts.empty()) return {};
  const auto whole = index.printed(total);
  Interval rounded;
  Interval cut;
  double sum = 0.0;
  for (const auto* part : parts) {
    const auto printed = index.printed(*part);
    rounded += printed.rounded();
    cut += printed.cut();
    sum += printed.value;
  }
  const double factor = plan::scale_of(total.unit).factor;
  Finding finding;
  finding.difference = std::round((whole.value - sum) / factor * 1e6) / 1e6;
  if (finding.difference == 0.0) return {};
  const bool rounding = rounded.meets(whole.rounded()) || cut.meets(whole.cut());
  finding.kind = rounding ? Kind::rounding : Kind::sum;
  finding.cause = rounding                                       ? Cause::rounding
                  : power_of_ten_apart(whole, {sum, whole.step}) ? Cause::unit
                                                                 : Cause::arithmetic;
  finding.id = std::string(name_of(finding.kind)) + ":" + total.table + ":" + total.row + ":" + total.column + ":" + by;
  finding.message = {rounding ? "audit.rounding" : "audit.sum", {words(std::abs(finding.difference))}};
  std::string names;
  const bool one_row = parts.front()->row == parts.back()->row;
  for (const auto* part : parts) names += (names.empty() ? "" : " + ") + (one_row ? part->column : part->row);
  const auto cell = one_row ? cell_words(parts.front()->row, names) : cell_words(names, parts.front()->column);
  finding.sides = {side_of(total), {total.table, cell, sum / factor, total.unit}};
  return {finding};
}

}  // namespace

Findings check_partitions(const FactIndex& index) {
  Findings all;
  for (const auto& table : index.plan().facts.tables()) {
    for (const auto& total : table.facts) {
      if (!is_count(total)) continue;
      const auto add = [&](const Parts& parts, const char* by) {
        for (auto& finding : compared(index, total, parts, by)) all.push_back(std::move(finding));
      };
      if (total.sex == "both") add(parts_named(table, total, {"male", "female"}, &plan::Fact::sex), "sex");
      if (total.category.empty()) {
        add(parts_named(table, total, {"regular", "temporary", "self_employed"}, &plan::Fact::category), "status");
      }
      add(parts_by_age(table, total), "age");
      add(parts_by_source(table, total), "source");
    }
  }
  return all;
}

}  // namespace jobcast::audit
