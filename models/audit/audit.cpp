#include "models/audit/audit.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <tuple>

#include "models/audit/checks.hpp"

namespace jobcast::audit {
namespace {

/// In the order of what they know: a sheet or a half-year says more than that two numbers differ.
constexpr std::array checks{check_double_counts, check_sheets,     check_sheet_sources, check_sheet_texts,
                            check_strategies,    check_unlisted,   check_counting,      check_rates,
                            check_shares,        check_changes,    check_ranks,         check_labels,
                            check_same_names,    check_unit_notes, check_milestones,    check_unit_costs,
                            check_same_values,   check_controls,   check_partitions,    check_targets};

/// One that a finding before has told: its two first sides stand among that one's, or its first does with the same gap.
bool told(const Finding& finding, const Findings& before) {
  const auto holds = [](const Finding& other, const Side& side) {
    return std::any_of(other.sides.begin(), other.sides.end(),
                       [&](const Side& each) { return each.table == side.table && each.cell == side.cell; });
  };
  if (finding.kind == Kind::target && finding.id.ends_with(":below")) {
    // A base that is itself in doubt makes no target low.
    return std::any_of(before.begin(), before.end(), [&](const Finding& other) {
      return other.kind == Kind::same_value && holds(other, finding.sides[1]);
    });
  }
  if (finding.id.starts_with("sum:strategy:")) {
    // A sheet that differs from the list by the same jobs is the reason.
    return std::any_of(before.begin(), before.end(), [&](const Finding& other) {
      return other.kind == Kind::sheet && std::abs(std::abs(other.difference) - std::abs(finding.difference)) < 1e-6;
    });
  }
  if (finding.kind != Kind::sum && finding.kind != Kind::same_value && finding.kind != Kind::left_out &&
      finding.kind != Kind::rounding && finding.kind != Kind::double_count) {
    return false;
  }
  return std::any_of(before.begin(), before.end(), [&](const Finding& other) {
    if (!holds(other, finding.sides.front())) return false;
    const bool both = finding.sides.size() > 1 && holds(other, finding.sides[1]);
    const bool same_gap = std::abs(std::abs(other.difference) - std::abs(finding.difference)) < 1e-6;
    const bool of_sheet = other.kind == Kind::left_out && other.id.starts_with("left_out:strategy");
    return both || same_gap || of_sheet;
  });
}

}  // namespace

Audit audit_plan(const plan::Plan& plan) {
  const FactIndex index(plan);
  Audit audit;
  audit.yardstick = yardstick_of(index);
  std::set<std::string> ids;
  for (auto* check : checks) {
    auto found = check(index);
    std::erase_if(found, [&](const Finding& finding) { return told(finding, audit.findings); });
    for (auto& finding : found) {
      weigh(finding, index, audit.yardstick);
      if (ids.insert(finding.id).second) audit.findings.push_back(std::move(finding));
    }
  }
  std::stable_sort(audit.findings.begin(), audit.findings.end(), [](const Finding& a, const Finding& b) {
    const auto rank = [](const Finding& finding) {
      return std::tuple(static_cast<int>(finding.severity), -finding.effect.points, -finding.effect.persons,
                        -finding.effect.won, std::string_view(finding.id));
    };
    return rank(a) < rank(b);
  });
  return audit;
}

}  // namespace jobcast::audit
