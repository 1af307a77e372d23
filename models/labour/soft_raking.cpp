#include "models/labour/soft_raking.hpp"

#include <Eigen/Cholesky>

namespace jobcast::labour {
namespace {

constexpr int most_iterations = 100;
constexpr double enough = 1e-10;  // of the gradient against the largest target

/// The dual: f(multipliers) = sum(x) - target . multipliers + 1/2 sum(softness multipliers^2), x = seed exp(weights'
/// m).
struct Dual {
  const Eigen::VectorXd& seed;
  const SoftMargins& margins;
  Eigen::VectorXd softness;

  [[nodiscard]] Eigen::VectorXd counts(const Eigen::VectorXd& multipliers) const {
    return seed.array() * (margins.weights.transpose() * multipliers).array().exp();
  }
  [[nodiscard]] double value(const Eigen::VectorXd& multipliers) const {
    return counts(multipliers).sum() - margins.target.dot(multipliers) +
           0.5 * (softness.array() * multipliers.array().square()).sum();
  }
};

}  // namespace

Eigen::VectorXd rake_softly(const Eigen::VectorXd& seed, const SoftMargins& margins, double stiffness) {
  const Dual dual{.seed = seed, .margins = margins, .softness = stiffness * margins.tolerance.array().square()};
  Eigen::VectorXd multipliers = Eigen::VectorXd::Zero(margins.target.size());
  const double scale = std::max(1.0, margins.target.cwiseAbs().maxCoeff());
  for (int iteration = 0; iteration < most_iterations; ++iteration) {
    const Eigen::VectorXd x = dual.counts(multipliers);
    const Eigen::VectorXd slope =
        margins.weights * x - margins.target + (dual.softness.array() * multipliers.array()).matrix();
    if (slope.cwiseAbs().maxCoeff() < enough * scale) break;
    Eigen::MatrixXd curvature = margins.weights * x.asDiagonal() * margins.weights.transpose();
    curvature.diagonal() += dual.softness;
    const Eigen::VectorXd step = curvature.ldlt().solve(slope);
    // Armijo's rule: far from the answer a whole Newton step may overshoot.
    const double before = dual.value(multipliers);
    double length = 1.0;
    while (length > 1e-6 && !(dual.value(multipliers - length * step) <= before - 1e-4 * length * slope.dot(step))) {
      length *= 0.5;
    }
    multipliers -= length * step;
  }
  return dual.counts(multipliers);
}

}  // namespace jobcast::labour
