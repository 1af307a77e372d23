#include "models/population/monotone_cubic.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace jobcast::population {
namespace {

double secant(const std::vector<double>& x, const std::vector<double>& y, std::size_t left) {
  return (y[left + 1] - y[left]) / (x[left + 1] - x[left]);
}

}  // namespace

MonotoneCubic::MonotoneCubic(std::vector<double> x, std::vector<double> y) : x_(std::move(x)), y_(std::move(y)) {
  const std::size_t last = x_.size() - 1;
  slope_.assign(x_.size(), 0.0);
  slope_.front() = secant(x_, y_, 0);
  slope_.back() = secant(x_, y_, last - 1);
  for (std::size_t i = 1; i < last; ++i) {
    const double before = secant(x_, y_, i - 1);
    const double after = secant(x_, y_, i);
    if (before * after <= 0.0) continue;
    const double left = x_[i] - x_[i - 1];
    const double right = x_[i + 1] - x_[i];
    const double w1 = 2.0 * right + left;
    const double w2 = right + 2.0 * left;
    slope_[i] = (w1 + w2) / (w1 / before + w2 / after);
  }
}

double MonotoneCubic::operator()(double at) const {
  if (at <= x_.front()) return y_.front() + slope_.front() * (at - x_.front());
  if (at >= x_.back()) return y_.back() + slope_.back() * (at - x_.back());
  const auto right = static_cast<std::size_t>(std::upper_bound(x_.begin(), x_.end(), at) - x_.begin());
  const std::size_t left = right - 1;
  const double width = x_[right] - x_[left];
  const double t = (at - x_[left]) / width;
  const double rest = 1.0 - t;
  return y_[left] * (1.0 + 2.0 * t) * rest * rest + slope_[left] * width * t * rest * rest +
         y_[right] * t * t * (3.0 - 2.0 * t) - slope_[right] * width * t * t * rest;
}

}  // namespace jobcast::population
