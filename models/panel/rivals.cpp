#include "models/panel/rivals.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "engine/stats/moments.hpp"

namespace jobcast::panel {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;

constexpr int rounds_a_year = 2;

/// Mean square of what is known of some differences.
class MeanSquare {
 public:
  void add(double difference) {
    if (std::isnan(difference)) return;
    squares_.add(difference * difference);
    ++count_;
  }
  /// NaN when nothing was added.
  [[nodiscard]] double value() const { return count_ == 0 ? not_published : squares_.value() / count_; }

 private:
  stats::CompensatedSum squares_;
  double count_ = 0.0;
};

double mean_square_change(const MatrixXd& rates, Index apart) {
  MeanSquare result;
  for (Index a = 0; a < rates.rows(); ++a) {
    for (Index t = apart; t < rates.cols(); ++t) result.add(rates(a, t) - rates(a, t - apart));
  }
  return result.value();
}

/// Change a round since the area's first value, up to round t; NaN with less than two years behind it.
double change_a_round(const MatrixXd& rates, Index area, Index t) {
  Index first = 0;
  while (first < t && std::isnan(rates(area, first))) ++first;
  constexpr Index least = 2 * rounds_a_year;
  if (t - first < least) return not_published;
  return (rates(area, t) - rates(area, first)) / static_cast<double>(t - first);
}

}  // namespace

std::vector<RateForecast> last_value(const MatrixXd& rates, int ahead) {
  const double sd = std::sqrt(mean_square_change(rates, ahead));
  std::vector<RateForecast> forecasts;
  for (Index a = 0; a < rates.rows(); ++a) forecasts.push_back({rates(a, rates.cols() - 1), sd});
  return forecasts;
}

std::vector<RateForecast> drift(const MatrixXd& rates, int ahead) {
  const auto forecast = [&](Index area, Index t) { return rates(area, t) + ahead * change_a_round(rates, area, t); };
  MeanSquare errors;
  for (Index a = 0; a < rates.rows(); ++a) {
    for (Index t = 0; t + ahead < rates.cols(); ++t) errors.add(rates(a, t + ahead) - forecast(a, t));
  }
  std::vector<RateForecast> forecasts;
  for (Index a = 0; a < rates.rows(); ++a) {
    forecasts.push_back({forecast(a, rates.cols() - 1), std::sqrt(errors.value())});
  }
  return forecasts;
}

std::vector<RateForecast> local_level(const MatrixXd& rates, int ahead) {
  const double one_year = mean_square_change(rates, rounds_a_year);
  const double two_years = mean_square_change(rates, static_cast<Index>(2) * rounds_a_year);
  constexpr double least_share = 0.05;  // of the change over a year, for either variance
  const double innovation = std::clamp(two_years - one_year, least_share * one_year, (1.0 - least_share) * one_year);
  const double noise = (one_year - innovation) / 2.0;
  std::vector<RateForecast> forecasts;
  for (Index a = 0; a < rates.rows(); ++a) {
    std::optional<double> level;
    double variance = 0.0;
    for (Index t = 0; t < rates.cols(); ++t) {
      const double rate = rates(a, t);
      if (level) variance += innovation / rounds_a_year;
      if (std::isnan(rate)) continue;
      const double gain = level ? variance / (variance + noise) : 1.0;
      const double before = level.value_or(rate);
      variance = level ? (1.0 - gain) * variance : noise;
      level = before + gain * (rate - before);
    }
    if (!level || std::isnan(innovation)) {
      forecasts.emplace_back();
      continue;
    }
    const double years = static_cast<double>(ahead) / rounds_a_year;
    forecasts.push_back({*level, std::sqrt(variance + years * innovation + noise)});
  }
  return forecasts;
}

}  // namespace jobcast::panel
