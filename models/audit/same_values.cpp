#include <algorithm>
#include <cmath>
#include <set>

#include "models/audit/checks.hpp"
#include "models/audit/derived.hpp"
#include "models/plan/cell_reader.hpp"

namespace jobcast::audit {
namespace {

/// "2023H1" for "2023H2" and the other way round; empty for what is no half-year.
std::string other_half(const std::string& period) {
  constexpr std::size_t length = 6;
  if (period.size() != length || period[4] != 'H') return {};
  return period.substr(0, length - 1) + (period.back() == '1' ? '2' : '1');
}

bool is_the_other_half(const FactIndex& index, const plan::Fact& fact) {
  const auto half = other_half(fact.period);
  if (half.empty()) return false;
  const auto& others = index.all({fact.item, half, fact.sex, fact.age, fact.category});
  return std::any_of(others.begin(), others.end(),
                     [&](const plan::Fact* other) { return agree(index.printed(fact), index.printed(*other)); });
}

Finding disagreement(const FactIndex& index, const plan::Fact& fact, const plan::Fact& other) {
  const auto mine = index.printed(fact);
  const auto theirs = index.printed(other);
  const double factor = plan::scale_of(fact.unit).factor;
  Finding finding;
  finding.sides = {side_of(fact), side_of(other)};
  finding.difference = std::round((mine.value - theirs.value) / factor * 1e6) / 1e6;
  finding.kind = agree(mine, theirs) ? Kind::rounding : Kind::same_value;
  finding.id = std::string(name_of(finding.kind)) + ":" + fact.table + ":" + fact.row + ":" + fact.column;
  if (finding.kind == Kind::rounding) {
    finding.cause = Cause::rounding;
    finding.message = {"audit.rounding", {words(std::abs(finding.difference))}};
  } else {
    finding.message = {"audit.same_value", {words(std::abs(finding.difference))}};
    finding.cause = is_the_other_half(index, fact)     ? Cause::half_year
                    : power_of_ten_apart(mine, theirs) ? Cause::unit
                                                       : Cause::other_version;
  }
  return finding;
}

}  // namespace

Findings check_same_values(const FactIndex& index) {
  Findings all;
  std::set<std::string> mixed_rows;  // rows that hold a figure of the other half-year for certain
  std::vector<const plan::Fact*> facts;
  for (const auto& meaning : index.meanings()) {
    const auto in_use = std::find_if(meaning.begin(), meaning.end(), [](const auto* fact) { return fact->use; });
    const auto* measure = in_use == meaning.end() ? meaning.front() : *in_use;
    if (is_derived(measure->category)) continue;
    for (const auto* fact : meaning) {
      if (fact == measure) continue;
      // A cut or rounded copy of a finer figure is no finding at all; a copy that was cut where it should round is.
      const auto mine = index.printed(*fact);
      const auto theirs = index.printed(*measure);
      if (mine.rounded().meets(theirs.rounded())) continue;
      auto finding = disagreement(index, *fact, *measure);
      if (finding.cause == Cause::half_year) {
        finding.message = {"audit.half_year", {period_words(fact->period), period_words(other_half(fact->period))}};
        mixed_rows.insert(fact->table + '\x1f' + fact->row);
      }
      all.push_back(std::move(finding));
      facts.push_back(fact);
    }
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool half = !other_half(facts[i]->period).empty();
    if (all[i].cause == Cause::other_version && half && mixed_rows.contains(facts[i]->table + '\x1f' + facts[i]->row)) {
      all[i].cause = Cause::half_year;
      all[i].message = {"audit.half_year_row",
                        {period_words(facts[i]->period), period_words(other_half(facts[i]->period))}};
    }
  }
  return all;
}

}  // namespace jobcast::audit
