#include "models/labour/volatility.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "models/labour/log_odds.hpp"

namespace jobcast::labour {
namespace {

constexpr std::size_t fewest_changes = 4;

/// Changes over a year, in points.
std::vector<double> annual_changes(const Series& series) {
  std::vector<double> changes;
  for (const TrendObservation& late : series) {
    for (const TrendObservation& early : series) {
      if (late.step - early.step == steps_a_year) {
        changes.push_back(100.0 * (share_of(late.value) - share_of(early.value)));
      }
    }
  }
  return changes;
}

double variance_of(const std::vector<double>& values) {
  const auto count = static_cast<double>(values.size());
  const double mean = std::accumulate(values.begin(), values.end(), 0.0) / count;
  double sum = 0.0;
  for (const double value : values) sum += (value - mean) * (value - mean);
  return sum / (count - 1.0);
}

}  // namespace

double shrunk_innovation(const Series& series, double measurement, double panel, double panel_years) {
  const std::vector<double> changes = annual_changes(series);
  if (changes.size() < fewest_changes) return panel;
  const double own = std::max(variance_of(changes) - 2.0 * measurement * measurement, 0.0);
  const double years = static_cast<double>(changes.size()) / steps_a_year;
  const double weight = years / (years + panel_years);
  return std::sqrt(weight * own + (1.0 - weight) * panel * panel);
}

double reconcile(std::array<double, state::survey_band_count>& innovation,
                 const std::array<double, state::survey_band_count>& effect, double target) {
  double apart = 0.0;  // variance if bands strayed each alone
  double sum = 0.0;
  for (std::size_t band = 0; band + 1 < innovation.size(); ++band) {
    apart += std::pow(effect[band] * innovation[band], 2);
    sum += effect[band] * innovation[band];
  }
  const double together = sum * sum;  // variance if they strayed as one
  if (together <= apart) return 0.0;
  const double common = std::clamp((target * target - apart) / (together - apart), 0.0, 1.0);
  const double scale = target / std::sqrt(apart + common * (together - apart));
  for (std::size_t band = 0; band + 1 < innovation.size(); ++band) innovation[band] *= scale;
  return common;
}

}  // namespace jobcast::labour
