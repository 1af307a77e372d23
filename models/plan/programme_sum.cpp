#include "models/plan/programme_sum.hpp"

#include <algorithm>

namespace jobcast::plan {
namespace {

using input::Presence;
using input::TomlTable;

const std::vector<std::string> sums{"count", "jobs", "national", "provincial", "county", "private", "total"};

struct Selection {
  std::optional<std::size_t> sector;
  std::optional<std::string> department;
  std::optional<std::string> type;

  [[nodiscard]] bool holds(const Programme& programme) const {
    return (!sector || programme.sector == static_cast<Sector>(*sector)) &&
           (!department || programme.department == *department) && (!type || programme.type == *type);
  }
};

/// A name that must be one of the pack's.
std::optional<std::string> known_id(TomlTable& table, std::string_view key, const char* problem, const char* expected,
                                    const std::vector<std::string>& ids) {
  auto found = table.text(key, Presence::optional);
  if (found && !ids.empty() && std::find(ids.begin(), ids.end(), *found) == ids.end()) {
    table.faults().add({table.where(key),
                        {problem, {*found}},
                        {expected, {std::to_string(ids.size())}},
                        input::did_you_mean(*found, ids)});
  }
  return found;
}

Selection read_selection(TomlTable& table, const Plan& plan) {
  Selection selection;
  selection.sector = table.choice("sector", sector_ids(), Presence::optional);
  selection.department =
      known_id(table, "department", "plan.unknown_department", "plan.expected_department", ids_of(plan.departments));
  selection.type = known_id(table, "type", "plan.unknown_type", "plan.expected_type", ids_of(plan.types));
  table.refuse_other_keys();
  return selection;
}

double term(const Programme& programme, std::size_t sum) {
  constexpr std::size_t count = 0;
  constexpr std::size_t jobs = 1;
  constexpr std::size_t total = 6;
  if (sum == count) return 1.0;
  if (sum == jobs) return programme.jobs;
  if (sum == total) return programme.stated_total / units::thousand_won(1);
  // What rows print: a split that is assumed is no part of a printed total.
  const auto printed = programme.stated_budget.value_or(Budget{});
  return printed.by_source[sum - 2] / units::thousand_won(1);
}

}  // namespace

std::optional<ProgrammeSum> sum_programmes(TomlTable& parts, const Pack& pack) {
  const auto before = parts.faults().faults().size();
  auto filter = parts.table("programmes");
  const auto sum = parts.choice("sum", sums);
  if (!filter) return std::nullopt;
  const auto selection = read_selection(*filter, pack.plan);
  if (!sum || parts.faults().faults().size() != before) return std::nullopt;
  ProgrammeSum result{.number = 0.0, .unit = *sum < 2 ? "count" : "thousand_won", .sum = sums[*sum], .programmes = {}};
  for (const auto& programme : pack.plan.programmes) {
    if (!selection.holds(programme)) continue;
    result.number += term(programme, *sum);
    result.programmes.push_back(programme.id);
  }
  return result;
}

}  // namespace jobcast::plan
