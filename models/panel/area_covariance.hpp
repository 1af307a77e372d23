#pragma once

#include <Eigen/Core>

#include "models/panel/half_year.hpp"

namespace jobcast::panel {

/// How an area's rates of k age bands differ from the panel's mean, in points of percent. Every matrix is a k x k
/// covariance over bands; an area's difference at round t is the sum of four independent parts.
struct AreaParameters {
  Eigen::MatrixXd level;       ///< never changes
  Eigen::MatrixXd slow;        ///< stationary, with correlation persistence^|t - s|
  Eigen::MatrixXd sample;      ///< error of the sample areas: the same while they are visited, drawn anew at a renewal
  Eigen::MatrixXd noise;       ///< error of one round alone
  double persistence = 0.9;    ///< of `slow`, a half-year
  double renewal_noise = 0.0;  ///< share by which a sample's first round is noisier

  [[nodiscard]] Eigen::Index bands() const { return noise.rows(); }
};

/// Consecutive rounds of the survey.
struct Rounds {
  HalfYear first;
  Eigen::Index count = 0;
};

/// What couples two rounds in each of the four parts: T x T matrices.
struct RoundKernels {
  Eigen::MatrixXd level, slow, sample, noise;
};
RoundKernels round_kernels(const Rounds& rounds, double persistence, double renewal_noise);

/// The covariance of an area's rates, (k T) x (k T); band b at round t stands at b T + t.
Eigen::MatrixXd area_covariance(const AreaParameters& parameters, const Rounds& rounds);

/// left (x) right, Kronecker's product.
Eigen::MatrixXd kronecker(const Eigen::MatrixXd& left, const Eigen::MatrixXd& right);

}  // namespace jobcast::panel
