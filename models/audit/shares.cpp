#include <algorithm>
#include <cmath>

#include "models/audit/checks.hpp"
#include "models/audit/scales.hpp"
#include "models/audit/share_parts.hpp"

namespace jobcast::audit {
namespace {

/// The change on the year before of what the share is of: a share may be printed where a change was meant.
bool is_its_change(const FactIndex& index, const plan::Fact& share, const Amount& part, const Printed& printed) {
  if (part.facts.size() != 1) return false;
  const auto& now = *part.facts.front();
  const auto* before = index.find({now.item, year_before(now.period), now.sex, now.age, now.category}, now.table);
  if (before == nullptr || before->value == 0.0) return false;
  const double change = percent * (index.printed(now).value / index.printed(*before).value - 1.0);
  return share.value != 0.0 && printed.rounded().meets({change, change});
}

/// Whether a share's row or column holds the whole's 100 %.
bool sums_to_hundred(const FactIndex& index, const plan::Fact& share) {
  const auto& facts = index.table_of(share).facts;
  return std::any_of(facts.begin(), facts.end(), [&](const plan::Fact& fact) {
    return fact.value == percent && fact.unit == share.unit && fact.item == share.item && is_derived(fact.category) &&
           (fact.row == share.row || fact.column == share.column);
  });
}

Findings share_findings(const FactIndex& index, const plan::Fact& share, const Derived& what) {
  const auto part = part_of(index, share, what);
  const auto* whole = whole_of(index, share, what);
  if (part.facts.empty() || whole == nullptr) return {};
  const auto above = part.printed(index);
  const auto below = index.printed(*whole);
  const auto printed = index.printed(share);
  if (below.value == 0.0) return {};
  const double expected = percent * above.value / below.value;
  if (printed.rounded().meets({expected, expected})) return {};
  // Shares that are printed to add up to 100 have a last digit moved here and there.
  const bool adds_up = sums_to_hundred(index, share) && std::abs(printed.value - expected) < printed.step;
  const Interval possible{percent * (above.value - above.step / 2.0) / (below.value + below.step / 2.0),
                          percent * (above.value + above.step / 2.0) / (below.value - below.step / 2.0)};
  Finding finding;
  finding.kind = adds_up || possible.meets(printed.rounded()) ? Kind::rounding : Kind::share;
  finding.difference = std::round((printed.value - expected) * 1e4) / 1e4;
  finding.sides = {side_of(share)};
  for (const auto* fact : part.facts) finding.sides.push_back(side_of(*fact));
  finding.sides.push_back(side_of(*whole));
  const auto right = words(std::round(expected / printed.step) * printed.step);
  if (finding.kind == Kind::rounding) {
    finding.cause = Cause::rounding;
    finding.message = {"audit.rounding", {words(std::abs(finding.difference))}};
  } else if (is_its_change(index, share, part, printed)) {
    finding.cause = Cause::definition;
    finding.message = {"audit.change_for_share", {words(printed.value), right}};
  } else {
    finding.cause = power_of_ten_apart(printed, {expected, printed.step}) ? Cause::unit : Cause::arithmetic;
    finding.message = {"audit.share", {words(printed.value), right}};
  }
  finding.id = std::string(name_of(finding.kind)) + ":" + share.table + ":" + share.row + ":" + share.column;
  return {finding};
}

}  // namespace

Findings check_shares(const FactIndex& index) {
  Findings all;
  for (const auto& table : index.plan().facts.tables()) {
    for (const auto& fact : table.facts) {
      const auto what = derived(fact.category);
      if (what.form != Derived::Form::share || fact.unit != "percent") continue;
      for (auto& finding : share_findings(index, fact, what)) all.push_back(std::move(finding));
    }
  }
  return all;
}

}  // namespace jobcast::audit
