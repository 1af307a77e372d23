#pragma once

#include <Eigen/Core>
#include <cstdint>
#include <functional>
#include <vector>

namespace jobcast::calibration {

/// What tempering was asked for.
struct TemperedSettings {
  int members = 2000;
  std::uint64_t seed = 1;
  std::uint32_t replicate = 0;  ///< another number, other random numbers
  int moves = 5;                ///< Metropolis steps of each member after a stage
  double least_share = 0.5;     ///< of the members that weights may leave effective in a stage
};

/// An ensemble that has gone from prior to posterior.
struct Tempered {
  Eigen::MatrixXd scores;          ///< [dimension][member]
  std::vector<double> exponents;   ///< of the likelihood, by stage; ends at 1
  std::vector<double> effective;   ///< effective members of each stage's weights (Kong, Liu & Wong 1994)
  std::vector<double> acceptance;  ///< share of the stage's moves that were accepted
  int distinct_ancestors = 0;      ///< members of the prior that have a descendant
};

/// Tempered sequential Monte Carlo (Neal 2001; Del Moral, Doucet & Jasra 2006): standard normal scores are weighted by
/// the likelihood raised bit by bit to 1, each step as long as `least_share` allows, resampled (systematically) and
/// moved by random-walk Metropolis steps shaped by their own covariance. Members move in parallel in the caller's
/// arena; every random number belongs to its member and stage, so the bits do not depend on threads. `log_likelihood`
/// is called from several threads.
Tempered temper(int dimension, const TemperedSettings& settings,
                const std::function<double(const Eigen::VectorXd&)>& log_likelihood);

}  // namespace jobcast::calibration
