#include <array>
#include <cmath>
#include <optional>
#include <regex>
#include <set>

#include "models/audit/checks.hpp"
#include "models/audit/derived.hpp"
#include "models/audit/likeness.hpp"
#include "models/plan/age_range.hpp"

namespace jobcast::audit {
namespace {

/// Ages that Korean words name: "15~29세", "15세-64세", "65세 이상", "14세 이하".
std::vector<plan::AgeRange> ages_in(const std::string& text) {
  static const std::regex ages(
      "([0-9]{1,3})(?:세)? *(?:-|~|∼|～) *([0-9]{1,3})세|([0-9]{1,3})세 *이상|([0-9]{1,3})세 *이하");
  std::vector<plan::AgeRange> found;
  for (std::sregex_iterator one(text.begin(), text.end(), ages), end; one != end; ++one) {
    const auto& match = *one;
    if (match[1].matched) found.push_back({std::stoi(match[1]), std::stoi(match[2])});
    if (match[3].matched) found.push_back({std::stoi(match[3]), plan::oldest_age});
    if (match[4].matched) found.push_back({0, std::stoi(match[4])});
  }
  return found;
}

bool same(const plan::AgeRange& a, const plan::AgeRange& b) { return a.from == b.from && a.to == b.to; }

std::string words_of(const plan::AgeRange& ages) {
  return std::to_string(ages.from) + (ages.to == plan::oldest_age ? "+" : "-" + std::to_string(ages.to));
}

Finding label_finding(const char* what, const plan::Fact& fact) {
  Finding finding;
  finding.kind = Kind::label;
  finding.cause = Cause::definition;
  finding.id = "label:" + fact.table + ":" + fact.row + ":" + fact.column + ":" + what;
  finding.sides = {side_of(fact)};
  return finding;
}

/// Ages of a heading against each other and against those of the figure; once for a heading and table.
void check_ages(const plan::Fact& fact, std::set<std::string>& said, Findings& all) {
  const auto own = fact.age.empty() ? std::nullopt : plan::parse_ages(fact.age);
  for (const auto& label : {fact.row, fact.column}) {
    const auto named = ages_in(label);
    for (const auto& ages : named) {
      const auto& other = own.value_or(named.front());
      if (same(ages, other)) continue;
      if (!said.insert(fact.table + words_of(ages) + "/" + words_of(other)).second) continue;
      auto finding = label_finding("ages", fact);
      finding.message = {"audit.ages", {label, words_of(ages), words_of(other)}};
      all.push_back(std::move(finding));
    }
  }
}

/// "against 2023" over the change from 2022 to 2023.
void check_year(const plan::Fact& fact, Findings& all) {
  static const std::regex against("(?:'|’|‘|20)([0-9][0-9])년 *대비");
  if (derived(fact.category).form != Derived::Form::change || fact.category.find("target") != std::string::npos) return;
  std::smatch match;
  if (!std::regex_search(fact.column, match, against) || fact.period.substr(2, 2) != match[1].str()) return;
  auto finding = label_finding("year", fact);
  finding.message = {"audit.own_year",
                     {fact.column, period_words(fact.period), period_words(year_before(fact.period))}};
  all.push_back(std::move(finding));
}

constexpr std::array indicator_items{"employment_rate", "employment_rate", "employment_rate",
                                     "employed",        "employed",        "insured_persons"};

/// A figure of the plan's year that a heading calls by an indicator's name, and that measures something else.
void check_names(const FactIndex& index, const plan::Fact& fact, Findings& all) {
  const auto& plan = index.plan();
  if (!fact.period.starts_with(std::to_string(plan.plan_year))) return;
  for (const auto& indicator : plan.indicators) {
    if (indicator.unit != "persons" || fact.item == indicator_items[static_cast<std::size_t>(indicator.id)]) continue;
    const auto name = letters_of(indicator.name.ko);
    if (letters_of(fact.column).find(name) == std::u32string::npos || fact.value == indicator.target) continue;
    auto finding = label_finding("name", fact);
    finding.message = {"audit.other_name",
                       {fact.column, indicator.name.ko, words(fact.value), words(indicator.target)}};
    finding.difference = fact.value - indicator.target;
    finding.effect.persons = std::abs(finding.difference);
    finding.sides.push_back({"plan.toml", cell_words(std::string(plan::name_of(indicator.id)), "target"),
                             indicator.target, indicator.unit});
    for (const auto& table : plan.facts.tables()) {
      for (const auto& other : table.facts) {
        if (other.provenance.where == indicator.target_provenance.where) finding.sides.back() = side_of(other);
      }
    }
    all.push_back(std::move(finding));
  }
}

}  // namespace

Findings check_labels(const FactIndex& index) {
  Findings all;
  for (const auto& table : index.plan().facts.tables()) {
    std::set<std::string> said;
    for (const auto& fact : table.facts) {
      check_ages(fact, said, all);
      check_year(fact, all);
      check_names(index, fact, all);
    }
  }
  return all;
}

}  // namespace jobcast::audit
