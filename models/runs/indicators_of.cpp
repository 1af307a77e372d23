#include <algorithm>
#include <limits>
#include <set>

#include "models/runs/names.hpp"
#include "models/runs/run_of.hpp"

namespace jobcast::runs {
namespace {

template <class Row>
const Row* row_of(const std::vector<Row>& rows, const std::string& name, time::Date date) {
  const auto found =
      std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.name == name && row.date == date; });
  return found == rows.end() ? nullptr : &*found;
}

/// As a forecast has what is not known, a base year's figure for one.
constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

double mean_of(const store::Run& run, const std::string& name, time::Date date) {
  const auto* row = row_of(run.outcomes, name, date);
  return row == nullptr ? unknown : row->mean.value_or(unknown);
}

forecast::Summary summary_of(const store::Outcome& row) {
  return {.mean = row.mean.value_or(unknown),
          .sd = row.sd.value_or(unknown),
          .p05 = row.p05.value_or(unknown),
          .p25 = row.p25.value_or(unknown),
          .p50 = row.p50.value_or(unknown),
          .p75 = row.p75.value_or(unknown),
          .p95 = row.p95.value_or(unknown)};
}

}  // namespace

std::vector<IndicatorOfRun> indicators_of(const store::Run& run) {
  std::set<time::Date> surveys;
  for (const auto& row : run.outcomes) {
    if (row.name.starts_with("published.")) surveys.insert(row.date);
  }
  std::vector<IndicatorOfRun> indicators;
  for (const auto date : surveys) {
    for (std::size_t index = 0; index < plan::indicator_names.size(); ++index) {
      const std::string name = plan::indicator_names[index];
      const auto* published = row_of(run.outcomes, published_name(name), date);
      const auto* truth = row_of(run.outcomes, truth_name(name), date);
      if (published == nullptr || truth == nullptr) continue;
      IndicatorOfRun found{.forecast = {.id = static_cast<plan::Indicator::Id>(index),
                                        .reference_week = date,
                                        .base = mean_of(run, base_name(name), date),
                                        .target = mean_of(run, target_name(name), date),
                                        .published = summary_of(*published),
                                        .truth = summary_of(*truth),
                                        .probability_published_meets_target = published->probability.value_or(unknown),
                                        .probability_true_meets_target = truth->probability.value_or(unknown),
                                        .monte_carlo_error = published->monte_carlo_error.value_or(unknown)},
                           .step = mean_of(run, step_name(name), date),
                           .published = {},
                           .truth = {}};
      const auto* published_draws = row_of(run.columns, published_name(name), date);
      const auto* true_draws = row_of(run.columns, truth_name(name), date);
      if (published_draws != nullptr && true_draws != nullptr) {
        found.published = published_draws->values;
        found.truth = true_draws->values;
      }
      indicators.push_back(std::move(found));
    }
  }
  return indicators;
}

}  // namespace jobcast::runs
