#include "engine/stats/proportion.hpp"

#include <algorithm>
#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <stdexcept>

namespace jobcast::stats {
namespace {

/// The chance in each tail outside a two-sided interval.
double tail_of(double confidence) {
  if (!(confidence > 0.0 && confidence < 1.0)) throw std::invalid_argument("confidence is outside (0, 1)");
  return 0.5 * (1.0 - confidence);
}

}  // namespace

Proportion::Proportion(std::int64_t successes, std::int64_t trials) : successes_(successes), trials_(trials) {
  if (trials < 1 || successes < 0 || successes > trials) {
    throw std::invalid_argument("a proportion needs 0 <= successes <= trials and a trial");
  }
}

double Proportion::standard_error() const {
  const double p = estimate();
  return std::sqrt(p * (1.0 - p) / static_cast<double>(trials_));
}

Interval Proportion::wilson(double confidence) const {
  const double z = boost::math::quantile(boost::math::complement(boost::math::normal(), tail_of(confidence)));
  const auto n = static_cast<double>(trials_);
  const double p = estimate();
  const double centre = (p + z * z / (2.0 * n)) / (1.0 + z * z / n);
  const double half = z / (1.0 + z * z / n) * std::sqrt(p * (1.0 - p) / n + z * z / (4.0 * n * n));
  return {successes_ == 0 ? 0.0 : std::max(0.0, centre - half),
          successes_ == trials_ ? 1.0 : std::min(1.0, centre + half)};
}

Interval Proportion::clopper_pearson(double confidence) const {
  using boost::math::beta_distribution;
  const double tail = tail_of(confidence);
  const auto hits = static_cast<double>(successes_);
  const auto misses = static_cast<double>(trials_ - successes_);
  return {successes_ == 0 ? 0.0 : boost::math::quantile(beta_distribution<>(hits, misses + 1.0), tail),
          successes_ == trials_
              ? 1.0
              : boost::math::quantile(boost::math::complement(beta_distribution<>(hits + 1.0, misses), tail))};
}

}  // namespace jobcast::stats
