#include <algorithm>
#include <array>
#include <cmath>

#include "models/audit/checks.hpp"
#include "models/audit/scales.hpp"

namespace jobcast::audit {
namespace {

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
  return all;
}

}  // namespace jobcast::audit
