#pragma once

#include <Eigen/Core>

namespace jobcast::labour {

/// Linear statements about unknown counts x: weights * x = target, each give or take its tolerance.
struct SoftMargins {
  Eigen::MatrixXd weights;    ///< [statement, count]
  Eigen::VectorXd target;     ///< [statement]
  Eigen::VectorXd tolerance;  ///< [statement], standard deviations > 0
};

/// The counts x > 0 nearest to `seed` > 0 in relative entropy that agree with the margins as far as their tolerances
/// ask: the least of stiffness * sum(x log(x / seed) - x) + 1/2 sum(((weights x - target) / tolerance)^2).
///
/// Raking (Deming & Stephan 1940) is the limit of no tolerance. Method: Newton on the dual, which is smooth and convex
/// (generalised raking, Deville & Sarndal 1992; soft margins, Dudik, Phillips & Schapire 2007).
Eigen::VectorXd rake_softly(const Eigen::VectorXd& seed, const SoftMargins& margins, double stiffness);

}  // namespace jobcast::labour
