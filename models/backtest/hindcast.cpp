#include "models/backtest/hindcast.hpp"

#include <cmath>

#include "engine/stats/moments.hpp"
#include "engine/stats/quantile.hpp"
#include "models/panel/score.hpp"

namespace jobcast::backtest {

std::span<const Method> methods_of(Subject subject) {
  static constexpr std::array population{Method::jobcast, Method::last_value, Method::drift, Method::hamilton_perry};
  static constexpr std::array labour{Method::jobcast, Method::last_value, Method::drift, Method::last_rate,
                                     Method::local_level};
  static constexpr std::array from_year_end{Method::monthly_model, Method::jobcast,   Method::last_value,
                                            Method::drift,         Method::last_rate, Method::local_level};
  if (subject == Subject::population) return population;
  if (is_from_year_end(subject)) return from_year_end;
  return labour;
}

Predicted predict_normally(double mean, double sd) {
  return {.mean = mean,
          .sd = sd,
          .p05 = mean - panel::half_width_90 * sd,
          .p10 = mean - panel::half_width_80 * sd,
          .p25 = mean - panel::half_width_50 * sd,
          .p75 = mean + panel::half_width_50 * sd,
          .p90 = mean + panel::half_width_80 * sd,
          .p95 = mean + panel::half_width_90 * sd};
}

Predicted predict_from(std::span<const double> members) {
  stats::Moments moments;
  for (const double member : members) moments.add(member);
  constexpr std::array shares{0.05, 0.1, 0.25, 0.75, 0.9, 0.95};
  const auto ends = stats::quantiles(members, shares);
  return {.mean = moments.mean(),
          .sd = moments.standard_deviation(),
          .p05 = ends[0],
          .p10 = ends[1],
          .p25 = ends[2],
          .p75 = ends[3],
          .p90 = ends[4],
          .p95 = ends[5]};
}

Score score(std::span<const Hindcast* const> hindcasts) {
  Score result;
  stats::CompensatedSum crps, error, bias;
  std::array<double, 3> held{};
  for (const Hindcast* hindcast : hindcasts) {
    const Predicted& predicted = hindcast->predicted;
    const double seen = hindcast->observed;
    ++result.n;
    crps.add(predicted.crps);
    error.add(std::abs(predicted.mean - seen));
    bias.add(predicted.mean - seen);
    held[0] += predicted.p25 <= seen && seen <= predicted.p75 ? 1.0 : 0.0;
    held[1] += predicted.p10 <= seen && seen <= predicted.p90 ? 1.0 : 0.0;
    held[2] += predicted.p05 <= seen && seen <= predicted.p95 ? 1.0 : 0.0;
  }
  if (result.n == 0) return result;
  const auto n = static_cast<double>(result.n);
  result.crps = crps.value() / n;
  result.mae = error.value() / n;
  result.bias = bias.value() / n;
  result.coverage_50 = held[0] / n;
  result.coverage_80 = held[1] / n;
  result.coverage_90 = held[2] / n;
  return result;
}

}  // namespace jobcast::backtest
