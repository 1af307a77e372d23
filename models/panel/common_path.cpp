#include "models/panel/common_path.hpp"

#include <Eigen/Cholesky>
#include <algorithm>
#include <cmath>
#include <vector>

#include "models/panel/sampling_calendar.hpp"

namespace jobcast::panel {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

/// Standard deviations over rounds, relative to the bands' common scale.
struct Shape {
  double drift, walk, swing, persistence, sample;
};

constexpr double constant_deviation = 10.0;  // the level is free
constexpr double season_deviation = 0.3;
constexpr double noise_deviation = 0.3;
constexpr double renewal_deviation = 1.0;

std::vector<Shape> grid() {
  std::vector<Shape> shapes;
  for (const double drift : {0.1, 0.2}) {
    for (const double walk : {0.05, 0.3, 0.6}) {
      for (const double swing : {0.3, 0.7, 1.2}) {
        for (const double persistence : {0.5, 0.7, 0.85}) {
          for (const double sample : {0.3, 1.0}) shapes.push_back({drift, walk, swing, persistence, sample});
        }
      }
    }
  }
  return shapes;
}

double half_sign(HalfYear round) { return round.half() == 2 ? 0.5 : -0.5; }

/// Covariance over rounds, the rounds ahead among them.
MatrixXd over_rounds(const Shape& shape, const Rounds& rounds) {
  MatrixXd result(rounds.count, rounds.count);
  for (Index t = 0; t < rounds.count; ++t) {
    for (Index s = 0; s < rounds.count; ++s) {
      const auto one = rounds.first + static_cast<int>(t);
      const auto other = rounds.first + static_cast<int>(s);
      const auto x = static_cast<double>(t);
      const auto y = static_cast<double>(s);
      double sum = constant_deviation * constant_deviation + shape.drift * shape.drift * x * y +
                   shape.walk * shape.walk * std::min(x, y) +
                   shape.swing * shape.swing * std::pow(shape.persistence, std::abs(x - y)) +
                   season_deviation * season_deviation * half_sign(one) * half_sign(other);
      if (sample_of(one) == sample_of(other)) sum += shape.sample * shape.sample;
      if (t == s) sum += noise_deviation * noise_deviation;
      if (t == s && is_renewal(one)) sum += renewal_deviation * renewal_deviation;
      result(t, s) = sum;
    }
  }
  return result;
}

struct Candidate {
  CommonForecast forecast;
  double log_likelihood = 0.0;
};

Candidate under(const Shape& shape, const MatrixXd& means, const Rounds& rounds, Index ahead, const MatrixXd& prior,
                double prior_weight) {
  const Index n = rounds.count;
  const auto k = static_cast<double>(means.cols());
  const MatrixXd covariance = over_rounds(shape, {rounds.first, n + ahead});
  const MatrixXd relative = means.rowwise() - means.row(0);
  const Eigen::LLT<MatrixXd> factor(covariance.topLeftCorner(n, n));
  const MatrixXd solved = factor.solve(relative);
  const VectorXd link = covariance.col(n + ahead - 1).head(n);
  const VectorXd weights = factor.solve(link);
  const MatrixXd scatter = prior + relative.transpose() * solved;
  const double log_root = factor.matrixLLT().diagonal().array().log().sum();
  const double total_weight = prior_weight + static_cast<double>(n);
  Candidate candidate;
  candidate.log_likelihood =
      -k * log_root -
      total_weight * MatrixXd(scatter.llt().matrixL()).diagonal().array().log().sum();  // |scatter|^(-weight / 2)
  candidate.forecast.mean = (relative.transpose() * weights) + means.row(0).transpose();
  const double left = covariance(n + ahead - 1, n + ahead - 1) - weights.dot(link);
  candidate.forecast.covariance = left * scatter / (total_weight - k - 1.0);
  VectorXd halves(n);
  VectorXd steps(n);
  for (Index t = 0; t < n; ++t) {
    halves(t) = season_deviation * season_deviation * half_sign(rounds.first + static_cast<int>(t));
    steps(t) = 2.0 * shape.drift * shape.drift * static_cast<double>(t);  // a year is two rounds
  }
  candidate.forecast.season = solved.transpose() * halves;
  candidate.forecast.drift = solved.transpose() * steps;
  return candidate;
}

}  // namespace

CommonForecast forecast_common(const MatrixXd& means, const Rounds& rounds, Index ahead,
                               const VectorXd& prior_deviation) {
  const auto k = means.cols();
  const double prior_weight = static_cast<double>(k) + 2.0;
  const MatrixXd prior = prior_weight * MatrixXd(prior_deviation.cwiseAbs2().asDiagonal());
  std::vector<Candidate> candidates;
  double best = -1e300;
  for (const auto& shape : grid()) {
    candidates.push_back(under(shape, means, rounds, ahead, prior, prior_weight));
    best = std::max(best, candidates.back().log_likelihood);
  }
  CommonForecast average{VectorXd::Zero(k), MatrixXd::Zero(k, k), VectorXd::Zero(k), VectorXd::Zero(k)};
  double whole = 0.0;
  for (const auto& [forecast, log_likelihood] : candidates) {
    const double share = std::exp(log_likelihood - best);
    whole += share;
    average.mean += share * forecast.mean;
    average.season += share * forecast.season;
    average.drift += share * forecast.drift;
  }
  average.mean /= whole;
  average.season /= whole;
  average.drift /= whole;
  for (const auto& [forecast, log_likelihood] : candidates) {
    const VectorXd off = forecast.mean - average.mean;
    average.covariance += std::exp(log_likelihood - best) / whole * (forecast.covariance + off * off.transpose());
  }
  return average;
}

}  // namespace jobcast::panel
