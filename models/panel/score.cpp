#include "models/panel/score.hpp"

#include <cmath>

#include "engine/stats/crps.hpp"

namespace jobcast::panel {

void Scorer::add(const RateForecast& forecast, double observed) {
  const auto around = [&](double half_width) {
    return stats::Interval{forecast.mean - half_width * forecast.sd, forecast.mean + half_width * forecast.sd};
  };
  ++n_;
  crps_.add(stats::crps_of_normal(forecast.mean, forecast.sd, observed));
  error_.add(std::abs(forecast.mean - observed));
  bias_.add(forecast.mean - observed);
  in_50_.add(around(half_width_50), observed);
  in_80_.add(around(half_width_80), observed);
  in_90_.add(around(half_width_90), observed);
}

Score Scorer::score() const {
  if (n_ == 0) return {};
  const auto n = static_cast<double>(n_);
  return {n_,
          crps_.value() / n,
          error_.value() / n,
          bias_.value() / n,
          in_50_.covered().estimate(),
          in_80_.covered().estimate(),
          in_90_.covered().estimate()};
}

}  // namespace jobcast::panel
