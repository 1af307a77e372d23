#include "models/audit/share_parts.hpp"

#include <map>

#include "models/plan/age_range.hpp"

namespace jobcast::audit {
namespace {

const plan::Fact* level(const FactIndex& index, const plan::Fact& share, const std::string& sex, const std::string& age,
                        const std::string& category) {
  const auto* found = index.find({share.item, share.period, sex, age, category}, share.table);
  return found != nullptr && !is_derived(found->category) ? found : nullptr;
}

/// Ages that are in no cell of their own, as 0-39: the groups of one table that lie end to end.
Amount by_age(const FactIndex& index, const plan::Fact& share, const std::string& category) {
  const auto whole = plan::parse_ages(share.age);
  if (!whole) return {};
  for (const auto& table : index.plan().facts.tables()) {
    std::map<int, std::pair<int, const plan::Fact*>> from;
    for (const auto& fact : table.facts) {
      const auto ages = plan::parse_ages(fact.age);
      if (fact.item == share.item && fact.period == share.period && fact.sex == share.sex &&
          fact.category == category && ages && ages->to <= whole->to) {
        from.try_emplace(ages->from, ages->to, &fact);
      }
    }
    Amount amount;
    int age = whole->from;
    for (auto next = from.find(age); next != from.end() && age <= whole->to; next = from.find(age)) {
      amount.facts.push_back(next->second.second);
      age = next->second.first + 1;
    }
    if (age == whole->to + 1) return amount;
  }
  return {};
}

/// "a and b" are two categories.
std::vector<std::string> listed(const std::string& categories) {
  constexpr std::string_view link = " and ";
  std::vector<std::string> names;
  for (std::size_t at = 0;;) {
    const auto end = categories.find(link, at);
    names.push_back(categories.substr(at, end == std::string::npos ? end : end - at));
    if (end == std::string::npos) return names;
    at = end + link.size();
  }
}

}  // namespace

Amount part_of(const FactIndex& index, const plan::Fact& share, const Derived& what) {
  Amount part;
  if (const auto* one = level(index, share, share.sex, share.age, what.of)) return {{one}};
  const auto names = listed(what.of);
  if (names.size() == 1) return by_age(index, share, what.of);
  for (const auto& name : names) {
    const auto* one = level(index, share, share.sex, share.age, name);
    if (one == nullptr) return {};
    part.facts.push_back(one);
  }
  return part;
}

const plan::Fact* whole_of(const FactIndex& index, const plan::Fact& share, const Derived& what) {
  if (!what.against.empty()) return level(index, share, share.sex, share.age, what.against);
  if (!what.of.empty()) return level(index, share, share.sex, share.age, "");
  if (share.sex != "both") {
    if (const auto* both = level(index, share, "both", share.age, "")) return both;
  }
  for (const auto* ages : {"all", "15+"}) {
    if (const auto* all = level(index, share, "both", ages, "")) return all;
  }
  return nullptr;
}

}  // namespace jobcast::audit
