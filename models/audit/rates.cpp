#include <algorithm>
#include <array>
#include <cmath>

#include <map>

#include "models/audit/checks.hpp"
#include "models/audit/derived.hpp"
#include "models/plan/age_range.hpp"

namespace jobcast::audit {
namespace {

constexpr double percent = 100.0;

/// A rate and the counts that it is made of.
struct Rate {
  std::string_view item;
  std::string_view above;
  std::string_view below;
};
constexpr std::array rates{Rate{"employment_rate", "employed", "survey_population"},
                           Rate{"participation_rate", "economically_active", "survey_population"},
                           Rate{"unemployment_rate", "unemployed", "economically_active"}};

Findings rate_findings(const FactIndex& index, const plan::Fact& fact, const Rate& rate) {
  const auto find = [&](std::string_view item) {
    return index.find({std::string(item), fact.period, fact.sex, fact.age, fact.category}, fact.table);
  };
  const auto* above = find(rate.above);
  const auto* below = find(rate.below);
  // Counts of one place: those of two tables can be of different surveys, which another check says.
  if (above == nullptr || below == nullptr || above->table != below->table) return {};
  const auto printed = index.printed(fact);
  const auto part = index.printed(*above);
  const auto whole = index.printed(*below);
  if (whole.value <= whole.step) return {};
  const double expected = percent * part.value / whole.value;
  const Interval possible{percent * part.rounded().low / whole.rounded().high,
                          percent * part.rounded().high / whole.rounded().low};
  if (printed.rounded().meets({expected, expected}) || possible.meets(printed.rounded())) return {};
  Finding finding;
  finding.kind = Kind::rate;
  finding.difference = std::round((printed.value - expected) * 1e4) / 1e4;
  finding.cause = power_of_ten_apart(printed, {expected, printed.step}) ? Cause::unit : Cause::arithmetic;
  finding.id = "rate:" + fact.table + ":" + fact.row + ":" + fact.column;
  finding.message = {"audit.rate", {words(printed.value), words(std::round(expected * 10.0) / 10.0)}};
  finding.sides = {side_of(fact), side_of(*above), side_of(*below)};
  return {finding};
}

/// A rate of men and women together lies between theirs.
Findings between_findings(const FactIndex& index, const plan::Fact& fact) {
  if (fact.sex != "both") return {};
  const auto* men = index.find({fact.item, fact.period, "male", fact.age, fact.category}, fact.table);
  const auto* women = index.find({fact.item, fact.period, "female", fact.age, fact.category}, fact.table);
  if (men == nullptr || women == nullptr || men->table != fact.table || women->table != fact.table) return {};
  const auto one = index.printed(*men).rounded();
  const auto other = index.printed(*women).rounded();
  const Interval between{std::min(one.low, other.low), std::max(one.high, other.high)};
  const auto printed = index.printed(fact);
  if (printed.rounded().meets(between)) return {};
  Finding finding;
  finding.kind = Kind::rate;
  finding.cause = Cause::arithmetic;
  const auto& near = (printed.value < between.low) == (men->value < women->value) ? *men : *women;
  finding.difference = std::round((printed.value - index.printed(near).value) * 1e4) / 1e4;
  finding.id = "rate:" + fact.table + ":" + fact.row + ":" + fact.column + ":sexes";
  finding.message = {"audit.rate_between", {words(printed.value)}};
  finding.sides = {side_of(fact), side_of(*men), side_of(*women)};
  return {finding};
}

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

Findings check_rates(const FactIndex& index) {
  Findings all;
  for (const auto& table : index.plan().facts.tables()) {
    for (const auto& fact : table.facts) {
      for (const auto& rate : rates) {
        if (fact.item != rate.item || fact.unit != "percent") continue;
        for (auto& finding : rate_findings(index, fact, rate)) all.push_back(std::move(finding));
        for (auto& finding : between_findings(index, fact)) all.push_back(std::move(finding));
      }
    }
  }
  for (const auto& table : index.plan().facts.tables()) {
    for (auto& finding : implied_people(index, table)) all.push_back(std::move(finding));
  }
  return all;
}

}  // namespace jobcast::audit
