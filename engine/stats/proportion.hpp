#pragma once

#include <cstdint>

#include "engine/stats/interval.hpp"

namespace jobcast::stats {

/// How often something happened in independent trials: the estimate of a probability and how sure it is.
class Proportion {
 public:
  /// Throws std::invalid_argument unless 0 <= successes <= trials and there is a trial.
  Proportion(std::int64_t successes, std::int64_t trials);

  [[nodiscard]] std::int64_t successes() const { return successes_; }
  [[nodiscard]] std::int64_t trials() const { return trials_; }
  [[nodiscard]] double estimate() const { return static_cast<double>(successes_) / static_cast<double>(trials_); }
  /// Monte Carlo standard error of the estimate, sqrt(p (1 - p) / n).
  [[nodiscard]] double standard_error() const;

  /// Wilson's (1927) score interval: covers near the nominal share also for small counts and near 0 and 1.
  [[nodiscard]] Interval wilson(double confidence = 0.95) const;
  /// Clopper and Pearson's (1934) exact interval: never covers less than the nominal share.
  [[nodiscard]] Interval clopper_pearson(double confidence = 0.95) const;

 private:
  std::int64_t successes_;
  std::int64_t trials_;
};

/// Counts how many outcomes fell into the interval that was forecast for them.
class Coverage {
 public:
  void add(Interval forecast, double outcome) {
    ++forecasts_;
    covered_ += forecast.contains(outcome) ? 1 : 0;
  }
  [[nodiscard]] std::int64_t forecasts() const { return forecasts_; }
  /// Throws std::invalid_argument when nothing was added.
  [[nodiscard]] Proportion covered() const { return Proportion(covered_, forecasts_); }

 private:
  std::int64_t covered_ = 0;
  std::int64_t forecasts_ = 0;
};

}  // namespace jobcast::stats
