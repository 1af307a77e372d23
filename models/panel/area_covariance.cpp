#include "models/panel/area_covariance.hpp"

#include <cmath>

#include "models/panel/sampling_calendar.hpp"

namespace jobcast::panel {

RoundKernels round_kernels(const Rounds& rounds, double persistence, double renewal_noise) {
  const auto n = rounds.count;
  RoundKernels kernels{Eigen::MatrixXd::Ones(n, n), Eigen::MatrixXd(n, n), Eigen::MatrixXd(n, n),
                       Eigen::MatrixXd::Identity(n, n)};
  for (Eigen::Index t = 0; t < n; ++t) {
    const auto round = rounds.first + static_cast<int>(t);
    if (is_renewal(round)) kernels.noise(t, t) += renewal_noise;
    for (Eigen::Index s = 0; s < n; ++s) {
      const auto other = rounds.first + static_cast<int>(s);
      kernels.slow(t, s) = std::pow(persistence, static_cast<double>(std::abs(t - s)));
      kernels.sample(t, s) = sample_of(round) == sample_of(other) ? 1.0 : 0.0;
    }
  }
  return kernels;
}

Eigen::MatrixXd kronecker(const Eigen::MatrixXd& left, const Eigen::MatrixXd& right) {
  Eigen::MatrixXd product(left.rows() * right.rows(), left.cols() * right.cols());
  for (Eigen::Index i = 0; i < left.rows(); ++i) {
    for (Eigen::Index j = 0; j < left.cols(); ++j) {
      product.block(i * right.rows(), j * right.cols(), right.rows(), right.cols()) = left(i, j) * right;
    }
  }
  return product;
}

Eigen::MatrixXd area_covariance(const AreaParameters& parameters, const Rounds& rounds) {
  const auto kernels = round_kernels(rounds, parameters.persistence, parameters.renewal_noise);
  return kronecker(parameters.level, kernels.level) + kronecker(parameters.slow, kernels.slow) +
         kronecker(parameters.sample, kernels.sample) + kronecker(parameters.noise, kernels.noise);
}

}  // namespace jobcast::panel
