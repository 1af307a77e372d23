#include <algorithm>
#include <cmath>
#include <map>

#include "models/audit/checks.hpp"
#include "models/audit/derived.hpp"
#include "models/audit/likeness.hpp"
#include "models/plan/cell_reader.hpp"

namespace jobcast::audit {
namespace {

constexpr std::size_t least_name_letters = 4;

bool is_of_a_source(const std::string& category) {
  for (const auto* source : {"national", "provincial", "county", "private", "comprehensive plan"}) {
    if (category.ends_with(source)) return true;
  }
  return false;
}

/// The letters of a row's name, without the word for a subtotal.
std::u32string name_of_row(const plan::Fact& fact) {
  auto name = letters_of(fact.row);
  const std::u32string subtotal = U"소계";
  if (name.ends_with(subtotal)) name.erase(name.size() - subtotal.size());
  return name;
}

}  // namespace

Findings check_same_names(const FactIndex& index) {
  // The first total of each name, item and period.
  std::map<std::pair<std::u32string, std::string>, const plan::Fact*> first;
  Findings all;
  for (const auto& table : index.plan().facts.tables()) {
    for (const auto& fact : table.facts) {
      const bool total = (fact.item == "jobs" || fact.item == "budget") && !is_derived(fact.category) &&
                         !fact.category.empty() && !is_of_a_source(fact.category);
      const auto name = name_of_row(fact);
      if (!total || name.size() < least_name_letters) continue;
      const auto [place, is_new] = first.try_emplace({name, fact.item + fact.period}, &fact);
      const auto& other = *place->second;
      if (is_new || other.table == fact.table || other.category == fact.category) continue;
      if (agree(index.printed(fact), index.printed(other))) continue;
      Finding finding;
      finding.kind = Kind::label;
      finding.cause = Cause::other_scope;
      finding.id = "label:" + fact.table + ":" + fact.row + ":" + fact.column + ":scope";
      finding.message = {"audit.same_name", {fact.row}};
      finding.sides = {side_of(fact), side_of(other)};
      const double gap = index.printed(fact).value - index.printed(other).value;
      finding.difference = std::round(gap / plan::scale_of(fact.unit).factor * 1e4) / 1e4;
      all.push_back(std::move(finding));
    }
  }
  return all;
}

}  // namespace jobcast::audit
