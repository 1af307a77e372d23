#include "models/panel/estimate_areas.hpp"

#include <Eigen/Cholesky>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <stdexcept>
#include <vector>

#include "engine/stats/quantile.hpp"
#include "models/panel/minimise.hpp"

namespace jobcast::panel {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr Index parts = 4;  // level, slow, sample, noise

double logistic(double x) { return 1.0 / (1.0 + std::exp(-x)); }

MatrixXd lower_triangle(const VectorXd& entries, Index first, Index bands) {
  MatrixXd triangle = MatrixXd::Zero(bands, bands);
  for (Index i = 0; i < bands; ++i) {
    for (Index j = 0; j <= i; ++j) triangle(i, j) = entries(first++);
  }
  return triangle;
}

void put_triangle(VectorXd& entries, Index first, const MatrixXd& triangle) {
  for (Index i = 0; i < triangle.rows(); ++i) {
    for (Index j = 0; j <= i; ++j) entries(first++) = triangle(i, j);
  }
}

/// The triangle of a covariance with the given deviations and one correlation for all pairs.
MatrixXd alike(const VectorXd& deviations, double correlation) {
  const auto k = deviations.size();
  MatrixXd correlations = MatrixXd::Constant(k, k, correlation);
  correlations.diagonal().setOnes();
  return deviations.asDiagonal() * MatrixXd(correlations.llt().matrixL());
}

/// Minus the log posterior of the free numbers, in units of each band's noise.
class Posterior {
 public:
  Posterior(const MatrixXd& scaled, const Rounds& rounds, Index bands)
      : rounds_(rounds),
        bands_(bands),
        entries_(bands * (bands + 1) / 2),
        weight_(static_cast<double>(scaled.rows() - 1)),
        covariance_(scaled.transpose() * scaled / weight_) {
    centre_ = VectorXd(parts * entries_ + 2);
    spread_ = VectorXd::Ones(centre_.size());
    VectorXd levels(bands);
    for (Index b = 0; b < bands; ++b) {
      const double whole = covariance_.diagonal().segment(b * rounds.count, rounds.count).mean();
      levels(b) = std::sqrt(std::max(whole - 2.0, 1.0));
    }
    put_triangle(centre_, 0, alike(levels, 0.4));
    // A level may be anything: the prior must not matter.
    spread_.head(entries_).setConstant(std::max(3.0, levels.maxCoeff()));
    put_triangle(centre_, entries_, alike(VectorXd::Constant(bands, 1.0), 0.2));
    put_triangle(centre_, 2 * entries_, alike(VectorXd::Constant(bands, 0.9), 0.4));
    // Until a renewal is seen, nothing but the prior tells the error of the sample from the level.
    spread_.segment(2 * entries_, entries_).setConstant(0.5);
    put_triangle(centre_, 3 * entries_, alike(VectorXd::Constant(bands, 0.85), 0.05));
    centre_(parts * entries_) = 2.0;       // persistence 0.88
    centre_(parts * entries_ + 1) = -0.5;  // renewal noise 0.6
    spread_.tail(2).setConstant(0.7);
  }

  [[nodiscard]] const VectorXd& start() const { return centre_; }

  [[nodiscard]] AreaParameters parameters(const VectorXd& point) const {
    const auto part = [&](Index which) {
      const auto triangle = lower_triangle(point, which * entries_, bands_);
      return MatrixXd(triangle * triangle.transpose());
    };
    return {
        part(0), part(1), part(2), part(3), logistic(point(parts * entries_)), std::exp(point(parts * entries_ + 1))};
  }

  double operator()(const VectorXd& point, VectorXd& gradient) const {
    const auto now = parameters(point);
    const auto kernels = round_kernels(rounds_, now.persistence, now.renewal_noise);
    const auto size = covariance_.rows();
    // Published figures are rounded, so a part may shrink to nothing without the matrix becoming singular.
    constexpr double rounding = 1e-4;
    const Eigen::LLT<MatrixXd> factor(area_covariance(now, rounds_) + rounding * MatrixXd::Identity(size, size));
    if (factor.info() != Eigen::Success) return std::numeric_limits<double>::infinity();
    const MatrixXd inverse = factor.solve(MatrixXd::Identity(size, size));
    const MatrixXd fitted = inverse * covariance_;
    const double log_root = factor.matrixLLT().diagonal().array().log().sum();
    const MatrixXd pull = 0.5 * weight_ * (inverse - fitted * inverse);
    const VectorXd off = (point - centre_).cwiseQuotient(spread_);
    gradient = off.cwiseQuotient(spread_);
    const MatrixXd* couplings[parts] = {&kernels.level, &kernels.slow, &kernels.sample, &kernels.noise};
    for (Index which = 0; which < parts; ++which) {
      const auto triangle = lower_triangle(point, which * entries_, bands_);
      const MatrixXd by_band = summed(pull, *couplings[which]);
      VectorXd part(entries_);
      put_triangle(part, 0, (by_band + by_band.transpose()) * triangle);
      gradient.segment(which * entries_, entries_) += part;
    }
    gradient(parts * entries_) += (summed(pull, persistence_change(now.persistence)).cwiseProduct(now.slow)).sum();
    MatrixXd renewal = kernels.noise - MatrixXd::Identity(rounds_.count, rounds_.count);
    gradient(parts * entries_ + 1) += (summed(pull, renewal).cwiseProduct(now.noise)).sum();
    return weight_ * (log_root + 0.5 * fitted.trace()) + 0.5 * off.squaredNorm();
  }

 private:
  /// Sums over rounds of a (k T) x (k T) matrix times a T x T one: k x k.
  [[nodiscard]] MatrixXd summed(const MatrixXd& whole, const MatrixXd& by_round) const {
    MatrixXd sums(bands_, bands_);
    for (Index i = 0; i < bands_; ++i) {
      for (Index j = 0; j < bands_; ++j) {
        sums(i, j) = whole.block(i * rounds_.count, j * rounds_.count, rounds_.count, rounds_.count)
                         .cwiseProduct(by_round)
                         .sum();
      }
    }
    return sums;
  }

  /// Derivative of persistence^|t - s| by the persistence's log-odds.
  [[nodiscard]] MatrixXd persistence_change(double persistence) const {
    MatrixXd change = MatrixXd::Zero(rounds_.count, rounds_.count);
    for (Index t = 0; t < rounds_.count; ++t) {
      for (Index s = 0; s < rounds_.count; ++s) {
        const auto apart = static_cast<double>(std::abs(t - s));
        change(t, s) = apart * std::pow(persistence, apart) * (1.0 - persistence);
      }
    }
    return change;
  }

  Rounds rounds_;
  Index bands_;
  Index entries_;  // of a triangle
  double weight_;
  MatrixXd covariance_;
  VectorXd centre_, spread_;
};

}  // namespace

double noise_scale(const MatrixXd& differences) {
  std::vector<double> changes;
  for (Index t = 1; t < differences.cols(); ++t) {
    const double squares = (differences.col(t) - differences.col(t - 1)).squaredNorm();
    changes.push_back(std::sqrt(squares / static_cast<double>(differences.rows())));
  }
  constexpr double least = 0.05;  // what rounding to 0.1 leaves
  return std::max(least, stats::quantile(changes, 0.5) / std::numbers::sqrt2);
}

AreaParameters estimate_areas(const MatrixXd& differences, const Rounds& rounds, Index bands) {
  constexpr Index fewest_areas = 3;
  constexpr Index fewest_rounds = 4;
  if (differences.rows() < fewest_areas || rounds.count < fewest_rounds) {
    throw std::invalid_argument("estimate_areas: too few areas or rounds");
  }
  MatrixXd scaled = differences;
  VectorXd scale(bands);
  for (Index b = 0; b < bands; ++b) {
    scale(b) = noise_scale(differences.middleCols(b * rounds.count, rounds.count));
    scaled.middleCols(b * rounds.count, rounds.count) /= scale(b);
  }
  const Posterior posterior(scaled, rounds, bands);
  const auto found =
      minimise([&](const VectorXd& point, VectorXd& slope) { return posterior(point, slope); }, posterior.start());
  auto parameters = posterior.parameters(found.point);
  for (auto* part : {&parameters.level, &parameters.slow, &parameters.sample, &parameters.noise}) {
    *part = (scale.asDiagonal() * *part * scale.asDiagonal()).eval();
  }
  return parameters;
}

}  // namespace jobcast::panel
