#pragma once

#include <cmath>
#include <cstdint>
#include <limits>

namespace jobcast::stats {

/// A sum that carries what rounding loses (Neumaier 1974): the error does not grow with the number of terms.
class CompensatedSum {
 public:
  void add(double term) {
    const double sum = sum_ + term;
    lost_ += std::abs(sum_) >= std::abs(term) ? (sum_ - sum) + term : (term - sum) + sum_;
    sum_ = sum;
  }
  /// Adds the other's terms. The same bits only for the same order of merging.
  void merge(const CompensatedSum& other) {
    add(other.sum_);
    lost_ += other.lost_;
  }
  [[nodiscard]] double value() const { return sum_ + lost_; }

 private:
  double sum_ = 0.0;
  double lost_ = 0.0;
};

/// Count, mean, variance and range of numbers seen one by one (Welford 1962), merged by Chan, Golub and LeVeque (1983).
/// Merge slots in a fixed order, and the bits do not depend on which thread filled them.
class Moments {
 public:
  void add(double x) {
    ++count_;
    const double before = x - mean_;
    mean_ += before / static_cast<double>(count_);
    squares_ += before * (x - mean_);
    least_ = x < least_ ? x : least_;
    greatest_ = x > greatest_ ? x : greatest_;
  }
  void merge(const Moments& other);

  [[nodiscard]] std::int64_t count() const { return count_; }
  [[nodiscard]] double mean() const { return mean_; }
  /// Unbiased (divides by n - 1); 0 for fewer than two numbers.
  [[nodiscard]] double variance() const { return count_ < 2 ? 0.0 : squares_ / static_cast<double>(count_ - 1); }
  [[nodiscard]] double standard_deviation() const { return std::sqrt(variance()); }
  /// Of the mean, for independent numbers.
  [[nodiscard]] double standard_error() const {
    return count_ == 0 ? 0.0 : std::sqrt(variance() / static_cast<double>(count_));
  }
  /// Infinities when nothing was seen.
  [[nodiscard]] double least() const { return least_; }
  [[nodiscard]] double greatest() const { return greatest_; }

 private:
  std::int64_t count_ = 0;
  double mean_ = 0.0;
  double squares_ = 0.0;  // sum of squared distances from the mean
  double least_ = std::numeric_limits<double>::infinity();
  double greatest_ = -std::numeric_limits<double>::infinity();
};

}  // namespace jobcast::stats
