#include <algorithm>
#include <cmath>
#include <map>

#include "models/audit/checks.hpp"
#include "models/audit/derived.hpp"
#include "models/audit/scales.hpp"
#include "models/plan/age_range.hpp"

namespace jobcast::audit {
namespace {

/// People of an age group as its employed over its rate, with what rounding leaves open.
Interval people_of(const FactIndex& index, const plan::Fact& employed, const plan::Fact& rate) {
  const auto persons = index.printed(employed).rounded();
  const auto share = index.printed(rate).rounded();
  return {percent * persons.low / share.high, percent * persons.high / share.low};
}

/// Employed persons and rates by age in one table: the people of the parts are those of the whole. Told once a survey.
Findings implied_people(const FactIndex& index, const plan::Table& table) {
  struct Group {
    int to = 0;
    const plan::Fact* rate = nullptr;
    Interval employed;
    Interval people;
  };
  std::map<std::string, std::map<int, std::vector<Group>>> surveys;
  for (const auto& fact : table.facts) {
    const auto ages = plan::parse_ages(fact.age);
    if (fact.item != "employment_rate" || is_derived(fact.category) || fact.value <= 0.0 || !ages) continue;
    const auto* employed = index.find({"employed", fact.period, fact.sex, fact.age, fact.category}, table.id);
    if (employed == nullptr || employed->table != table.id) continue;
    surveys[fact.period + " " + fact.sex + " " + fact.category][ages->from].push_back(
        {ages->to, &fact, index.printed(*employed).rounded(), people_of(index, *employed, fact)});
  }
  Findings all;
  for (auto& [survey, from] : surveys) {
    for (auto& [age, groups] : from) {
      std::sort(groups.begin(), groups.end(), [](const Group& a, const Group& b) { return a.to < b.to; });
    }
    const auto check = [&](int first, const Group& whole) {
      Interval people;
      Interval employed;
      std::vector<const plan::Fact*> parts;
      for (int age = first; age <= whole.to;) {
        const auto next = from.find(age);
        if (next == from.end() || next->second.front().to > whole.to) return false;
        parts.push_back(next->second.front().rate);
        people += next->second.front().people;
        employed += next->second.front().employed;
        age = next->second.front().to + 1;
      }
      // Employed persons that do not add up are another finding's.
      if (parts.size() < 2 || people.meets(whole.people) || !employed.meets(whole.employed)) return false;
      Finding finding;
      finding.kind = Kind::rate;
      finding.cause = Cause::arithmetic;
      finding.id = "rate:" + table.id + ":" + whole.rate->row + ":" + whole.rate->column + ":ages";
      finding.difference = std::round(((whole.people.low + whole.people.high) - (people.low + people.high)) / 2.0);
      finding.message = {
          "audit.implied_people",
          {period_words(whole.rate->period), words(std::round((whole.people.low + whole.people.high) / 2.0)),
           words(std::round((people.low + people.high) / 2.0))}};
      finding.sides = {side_of(*whole.rate)};
      for (const auto* part : parts) finding.sides.push_back(side_of(*part));
      all.push_back(std::move(finding));
      return true;
    };
    bool told = false;
    for (auto& [age, groups] : from) {
      for (const auto& group : groups) told = told || check(age, group);
    }
  }
  return all;
}

}  // namespace

Findings check_people_by_age(const FactIndex& index) {
  Findings all;
  for (const auto& table : index.plan().facts.tables()) {
    for (auto& finding : implied_people(index, table)) all.push_back(std::move(finding));
  }
  return all;
}

}  // namespace jobcast::audit
