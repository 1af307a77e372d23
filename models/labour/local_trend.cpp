#include "models/labour/local_trend.hpp"

#include <Eigen/Core>
#include <Eigen/QR>
#include <cmath>

namespace jobcast::labour {
namespace {

using Vector = Eigen::Vector3d;  // level between the seasons, drift, half the seasonal difference
using Matrix = Eigen::Matrix3d;

constexpr double diffuse_sd = 1000.0;

struct Belief {
  Vector mean;
  Matrix covariance;
};

Vector seen_through(int step) { return {1.0, 0.0, step % 2 != 0 ? 1.0 : -1.0}; }

Belief before_anything(const TrendSettings& settings) {
  Belief belief{.mean = Vector(0.0, 0.0, settings.season_mean), .covariance = Matrix::Zero()};
  belief.covariance.diagonal() = Vector(diffuse_sd, settings.drift_sd, settings.season_sd).array().square();
  return belief;
}

Matrix transition_of(const TrendSettings& settings) {
  Matrix transition = Matrix::Identity();
  transition(0, 1) = 1.0;
  transition(1, 1) = settings.drift_persistence;
  return transition;
}

Belief a_step_later(const Belief& belief, const TrendSettings& settings) {
  const Matrix transition = transition_of(settings);
  Belief later{.mean = transition * belief.mean, .covariance = transition * belief.covariance * transition.transpose()};
  const double persistence = settings.drift_persistence;
  later.covariance(0, 0) += settings.level_sd * settings.level_sd;
  later.covariance(1, 1) += settings.drift_sd * settings.drift_sd * (1.0 - persistence * persistence);
  return later;
}

void see(Belief& belief, const TrendObservation& observation, double measurement_sd) {
  const Vector through = seen_through(observation.step);
  const double noise = measurement_sd * measurement_sd;
  const double variance = through.dot(belief.covariance * through) + noise;
  const Vector gain = belief.covariance * through / variance;
  belief.mean += gain * (observation.value - through.dot(belief.mean));
  // Joseph's form keeps the covariance symmetric and positive.
  const Matrix left = Matrix::Identity() - gain * through.transpose();
  belief.covariance = left * belief.covariance * left.transpose() + noise * gain * gain.transpose();
}

TrendState as_state(const Belief& belief, int step) {
  const Vector autumn(1.0, 0.0, 1.0);
  return {.step = step,
          .level = autumn.dot(belief.mean),
          .level_sd = std::sqrt(std::max(autumn.dot(belief.covariance * autumn), 0.0)),
          .drift = belief.mean[1],
          .drift_sd = std::sqrt(std::max(belief.covariance(1, 1), 0.0)),
          .covariance = belief.covariance(0, 1) + belief.covariance(2, 1)};
}

/// The next belief's hindsight carried back one step (Rauch, Tung & Striebel 1965). Directions without uncertainty
/// have none to gain.
Belief with_hindsight(const Belief& filtered, const Belief& predicted, const Belief& smoothed,
                      const TrendSettings& settings) {
  const Matrix gain = filtered.covariance * transition_of(settings).transpose() *
                      predicted.covariance.completeOrthogonalDecomposition().pseudoInverse();
  return {.mean = filtered.mean + gain * (smoothed.mean - predicted.mean),
          .covariance = filtered.covariance + gain * (smoothed.covariance - predicted.covariance) * gain.transpose()};
}

}  // namespace

std::vector<TrendState> smooth_trend(std::span<const TrendObservation> observations, const TrendSettings& settings) {
  std::vector<Belief> filtered;
  std::vector<Belief> predicted{before_anything(settings)};
  const int first = observations.front().step;
  auto next = observations.begin();
  for (int step = first; step <= observations.back().step; ++step) {
    Belief belief = predicted.back();
    if (next->step == step) see(belief, *next++, settings.measurement_sd);
    filtered.push_back(belief);
    predicted.push_back(a_step_later(belief, settings));
  }
  std::vector<TrendState> states(filtered.size());
  Belief smoothed = filtered.back();
  for (std::size_t step = filtered.size(); step-- > 0;) {
    if (step + 1 < filtered.size()) smoothed = with_hindsight(filtered[step], predicted[step + 1], smoothed, settings);
    states[step] = as_state(smoothed, first + static_cast<int>(step));
  }
  return states;
}

}  // namespace jobcast::labour
