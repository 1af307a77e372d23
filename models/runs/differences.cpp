#include <algorithm>

#include "models/runs/comparison.hpp"
#include "models/runs/names.hpp"

namespace jobcast::runs {

std::vector<store::Outcome> differences(const store::Run& as_written, const store::Run& run) {
  std::vector<store::Outcome> rows;
  for (const auto& each : compare(as_written, run).indicators) {
    const auto name = plan::name_of(each.id);
    rows.push_back({.name = difference_name(name),
                    .date = each.reference_week,
                    .mean = each.truth.mean,
                    .sd = each.truth.sd,
                    .p05 = each.truth.p05,
                    .p50 = each.truth.p50,
                    .p95 = each.truth.p95,
                    .monte_carlo_error = each.truth.monte_carlo_error});
    rows.push_back({.name = chance_difference_name(name),
                    .date = each.reference_week,
                    .mean = each.published_meets_target.change,
                    .monte_carlo_error = each.published_meets_target.monte_carlo_error});
  }
  return rows;
}

std::optional<KeptDifference> kept_difference(const std::vector<store::Outcome>& outcomes,
                                              plan::Indicator::Id indicator, time::Date reference_week) {
  const auto row_of = [&](const std::string& name) {
    return std::find_if(outcomes.begin(), outcomes.end(),
                        [&](const store::Outcome& row) { return row.name == name && row.date == reference_week; });
  };
  const auto value = row_of(difference_name(plan::name_of(indicator)));
  const auto chance = row_of(chance_difference_name(plan::name_of(indicator)));
  if (value == outcomes.end() || chance == outcomes.end()) return std::nullopt;
  return KeptDifference{.mean = value->mean.value(),
                        .p05 = value->p05.value(),
                        .p95 = value->p95.value(),
                        .monte_carlo_error = value->monte_carlo_error.value(),
                        .chance = chance->mean.value(),
                        .chance_monte_carlo_error = chance->monte_carlo_error.value()};
}

}  // namespace jobcast::runs
