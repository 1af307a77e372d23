#pragma once

#include <Eigen/Core>
#include <functional>

namespace jobcast::panel {

/// The value at a point; writes the gradient. Infinity outside the domain.
using Objective = std::function<double(const Eigen::VectorXd& point, Eigen::VectorXd& gradient)>;

struct Minimum {
  Eigen::VectorXd point;
  double value = 0.0;
  int iterations = 0;
};

/// A local minimum of a smooth function by the limited-memory BFGS method with a backtracking line search (Nocedal and
/// Wright 2006, algorithm 7.5). Stops when a step lowers the value by less than 1e-9 of it, or after `most_iterations`.
/// The same bits for the same input. Throws std::domain_error when the start is outside the domain.
Minimum minimise(const Objective& objective, const Eigen::VectorXd& start, int most_iterations = 300);

}  // namespace jobcast::panel
