#include <algorithm>
#include <cmath>

#include "models/audit/checks.hpp"
#include "models/audit/derived.hpp"

namespace jobcast::audit {
namespace {

/// What a category is ranked by.
struct Entry {
  std::string category;
  double measure = 0.0;
  const plan::Fact* fact = nullptr;
};

/// The categories of the table that has the most of them for the item and period.
std::vector<Entry> entries_of(const FactIndex& index, const plan::Fact& rank, const std::string& by) {
  std::vector<Entry> most;
  for (const auto& table : index.plan().facts.tables()) {
    std::vector<Entry> entries;
    for (const auto& fact : table.facts) {
      const bool same = fact.item == rank.item && fact.period == rank.period && fact.sex == rank.sex &&
                        fact.age == rank.age && !fact.category.empty() && !is_derived(fact.category);
      if (!same) continue;
      double measure = fact.value;
      if (by != "share") {
        const auto* before =
            index.find({fact.item, year_before(fact.period), fact.sex, fact.age, fact.category}, table.id);
        if (before == nullptr || before->value == 0.0) continue;
        measure = (fact.value / before->value - 1.0) * (by == "fall" ? -1.0 : 1.0);
      }
      entries.push_back({fact.category, measure, &fact});
    }
    if (entries.size() > most.size()) most = std::move(entries);
  }
  std::stable_sort(most.begin(), most.end(), [](const Entry& a, const Entry& b) { return a.measure > b.measure; });
  return most;
}

}  // namespace

Findings check_ranks(const FactIndex& index) {
  Findings all;
  for (const auto& table : index.plan().facts.tables()) {
    for (const auto& fact : table.facts) {
      const auto what = derived(fact.category);
      if (what.form != Derived::Form::rank) continue;
      const auto entries = entries_of(index, fact, what.against);
      const auto own =
          std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) { return entry.category == what.of; });
      if (own == entries.end()) continue;
      const auto place = static_cast<double>(own - entries.begin()) + 1.0;
      if (place == fact.value) continue;
      const auto& first = entries[static_cast<std::size_t>(std::max(fact.value, 1.0)) - 1];
      Finding finding;
      finding.kind = Kind::rank;
      finding.cause = Cause::arithmetic;
      finding.id = "rank:" + fact.table + ":" + fact.row + ":" + fact.column;
      finding.message = {"audit.rank", {own->fact->row, words(fact.value), words(place), first.fact->row}};
      finding.difference = fact.value - place;
      finding.sides = {side_of(fact), side_of(*own->fact), side_of(*first.fact)};
      all.push_back(std::move(finding));
    }
  }
  return all;
}

}  // namespace jobcast::audit
