#include "models/survey/coverage.hpp"

#include <Eigen/Cholesky>
#include <cmath>
#include <numbers>

namespace jobcast::survey {
namespace {

constexpr int bands = state::survey_band_count;
// Before anything is seen, coverage may be anything that people could call a coverage.
constexpr double prior_level = 1.0;
constexpr double prior_level_sd = 0.5;

using Vector = Eigen::Matrix<double, coverage_state_count, 1>;
using Matrix = Eigen::Matrix<double, coverage_state_count, coverage_state_count>;

struct Filter {
  Vector mean;
  Matrix covariance;
  double log_likelihood = 0.0;

  explicit Filter(double drift_sd) : mean(Vector::Zero()), covariance(Matrix::Zero()) {
    mean.head<bands>().setConstant(prior_level);
    covariance.diagonal().head<bands>().setConstant(prior_level_sd * prior_level_sd);
    covariance.diagonal().tail<bands>().setConstant(drift_sd * drift_sd);
  }

  void pass_half_year(double step) {
    Matrix transition = Matrix::Identity();
    transition.topRightCorner<bands, bands>().setIdentity();
    mean = transition * mean;
    covariance = transition * covariance * transition.transpose();
    covariance.diagonal().head<bands>().array() += (step * mean.head<bands>().array()).square();
  }

  void see(const CoverageObservation& observation) {
    Vector weights = Vector::Zero();
    for (int band = 0; band < bands; ++band) weights[band] = observation.registered[static_cast<std::size_t>(band)];
    const double noise = observation.standard_error * observation.standard_error;
    const double surprise = observation.persons - weights.dot(mean);
    const double variance = weights.dot(covariance * weights) + noise;
    const Vector gain = covariance * weights / variance;
    mean += gain * surprise;
    // Joseph's form keeps the covariance symmetric and positive.
    const Matrix left = Matrix::Identity() - gain * weights.transpose();
    covariance = left * covariance * left.transpose() + noise * gain * gain.transpose();
    log_likelihood -= 0.5 * (std::log(2.0 * std::numbers::pi * variance) + surprise * surprise / variance);
  }
};

}  // namespace

CoverageEstimate estimate_coverage(std::span<const CoverageObservation> observations, CoverageSettings settings) {
  Filter filter(settings.drift_sd);
  SurveyId current = observations.front().survey;
  for (const CoverageObservation& observation : observations) {
    for (; current < observation.survey; current = current.next()) filter.pass_half_year(settings.step);
    filter.see(observation);
  }
  CoverageEstimate estimate;
  estimate.last = current;
  estimate.mean = filter.mean;
  estimate.root = filter.covariance.llt().matrixL();
  estimate.log_likelihood = filter.log_likelihood;
  return estimate;
}

}  // namespace jobcast::survey
