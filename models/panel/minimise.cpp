#include "models/panel/minimise.hpp"

#include <cmath>
#include <deque>
#include <stdexcept>

namespace jobcast::panel {
namespace {

using Vector = Eigen::VectorXd;

/// The last few steps and what they did to the gradient.
class Memory {
 public:
  void add(const Vector& step, const Vector& change) {
    constexpr std::size_t longest = 12;
    const double curvature = step.dot(change);
    if (!(curvature > 1e-12 * step.norm() * change.norm())) return;
    steps_.push_back({step, change, 1.0 / curvature});
    if (steps_.size() > longest) steps_.pop_front();
  }

  void forget() { steps_.clear(); }
  [[nodiscard]] bool empty() const { return steps_.empty(); }

  /// Minus the inverse Hessian, as far as it is known, times the gradient.
  [[nodiscard]] Vector direction(const Vector& gradient) const {
    Vector result = -gradient;
    if (steps_.empty()) return result / std::max(1.0, gradient.norm());
    std::vector<double> weights(steps_.size());
    for (std::size_t i = steps_.size(); i-- > 0;) {
      weights[i] = steps_[i].scale * steps_[i].step.dot(result);
      result -= weights[i] * steps_[i].change;
    }
    const auto& last = steps_.back();
    result *= 1.0 / (last.scale * last.change.squaredNorm());
    for (std::size_t i = 0; i < steps_.size(); ++i) {
      result += (weights[i] - steps_[i].scale * steps_[i].change.dot(result)) * steps_[i].step;
    }
    return result;
  }

 private:
  struct Step {
    Vector step, change;
    double scale;
  };
  std::deque<Step> steps_;
};

}  // namespace

Minimum minimise(const Objective& objective, const Eigen::VectorXd& start, int most_iterations) {
  constexpr double enough_descent = 1e-4;
  constexpr double shortest = 1e-10;
  constexpr double precision = 1e-9;
  Vector gradient(start.size());
  Vector next_gradient(start.size());
  Minimum at{start, objective(start, gradient), 0};
  if (!std::isfinite(at.value)) throw std::domain_error("minimise: the start is outside the domain");
  Memory memory;
  while (at.iterations < most_iterations) {
    ++at.iterations;
    Vector direction = memory.direction(gradient);
    double slope = direction.dot(gradient);
    if (!(slope < 0.0)) {
      memory.forget();
      direction = memory.direction(gradient);
      slope = direction.dot(gradient);
    }
    double length = 1.0;
    double value = objective(at.point + direction, next_gradient);
    while (!(value <= at.value + enough_descent * length * slope) && length > shortest) {
      length *= 0.5;
      value = objective(at.point + length * direction, next_gradient);
    }
    if (!(value < at.value)) {
      if (memory.empty()) return at;
      memory.forget();
      continue;
    }
    const double descent = at.value - value;
    memory.add(length * direction, next_gradient - gradient);
    at.point += length * direction;
    at.value = value;
    gradient = next_gradient;
    if (descent <= precision * std::max(1.0, std::abs(value))) return at;
  }
  return at;
}

}  // namespace jobcast::panel
