#include "models/calibration/tempered.hpp"

#include <Eigen/Cholesky>
#include <cmath>
#include <numeric>
#include <set>
#include <string>

#include "engine/parallel/loop.hpp"
#include "engine/random/stream.hpp"

namespace jobcast::calibration {
namespace {

using Eigen::Index;
using Eigen::VectorXd;

/// Weights of the members when the exponent grows by `step`, summing to one.
VectorXd weights_of(const VectorXd& log_likelihood, double step) {
  VectorXd weights = (step * (log_likelihood.array() - log_likelihood.maxCoeff())).exp();
  return weights / weights.sum();
}

double effective_members(const VectorXd& weights) { return 1.0 / weights.squaredNorm(); }

/// The longest step that leaves enough members effective, by bisection.
double next_step(const VectorXd& log_likelihood, double left, double enough) {
  if (effective_members(weights_of(log_likelihood, left)) >= enough) return left;
  double low = 0.0;
  double high = left;
  constexpr int halvings = 60;
  for (int i = 0; i < halvings; ++i) {
    const double middle = 0.5 * (low + high);
    (effective_members(weights_of(log_likelihood, middle)) >= enough ? low : high) = middle;
  }
  return low > 0.0 ? low : high;
}

/// Systematic resampling (Kitagawa 1996): one uniform number for all.
std::vector<Index> resample(const VectorXd& weights, double uniform) {
  std::vector<Index> chosen;
  double sum = weights[0];
  Index at = 0;
  const auto count = static_cast<double>(weights.size());
  for (Index member = 0; member < weights.size(); ++member) {
    const double wanted = (static_cast<double>(member) + uniform) / count;
    while (sum < wanted && at + 1 < weights.size()) sum += weights[++at];
    chosen.push_back(at);
  }
  return chosen;
}

/// Root of the moves' covariance: the members' own, scaled as Roberts, Gelman & Gilks (1997) have it.
Eigen::MatrixXd move_root(const Eigen::MatrixXd& scores) {
  const VectorXd mean = scores.rowwise().mean();
  const Eigen::MatrixXd apart = scores.colwise() - mean;
  Eigen::MatrixXd covariance = apart * apart.transpose() / static_cast<double>(scores.cols() - 1);
  covariance.diagonal().array() += 1e-9;
  constexpr double scale = 2.38;
  return scale / std::sqrt(static_cast<double>(scores.rows())) * Eigen::MatrixXd(covariance.llt().matrixL());
}

}  // namespace

Tempered temper(int dimension, const TemperedSettings& settings,
                const std::function<double(const VectorXd&)>& log_likelihood) {
  const auto members = static_cast<Index>(settings.members);
  const random::StreamKey key{settings.seed, random::Purpose::parameters, settings.replicate};
  Tempered tempered;
  tempered.scores.resize(dimension, members);
  VectorXd likelihood(members);
  parallel::for_each_index(Index{0}, members, [&](Index member) {
    random::Stream stream(key, static_cast<std::uint32_t>(member), random::entity("ensemble.prior"));
    VectorXd scores(dimension);
    for (double& score : scores) score = stream.normal();
    tempered.scores.col(member) = scores;
    likelihood[member] = log_likelihood(scores);
  });
  std::vector<Index> ancestor(static_cast<std::size_t>(members));
  std::iota(ancestor.begin(), ancestor.end(), Index{0});
  double exponent = 0.0;
  for (int stage = 0; exponent < 1.0; ++stage) {
    const double step =
        next_step(likelihood, 1.0 - exponent, settings.least_share * static_cast<double>(settings.members));
    exponent = step >= 1.0 - exponent ? 1.0 : exponent + step;
    const VectorXd weights = weights_of(likelihood, step);
    tempered.exponents.push_back(exponent);
    tempered.effective.push_back(effective_members(weights));
    const random::Entity moves = random::entity("ensemble.stage." + std::to_string(stage));
    const auto chosen = resample(weights, random::Stream(key, static_cast<std::uint32_t>(members), moves).uniform());
    const Eigen::MatrixXd before = tempered.scores;
    const VectorXd likelihood_before = likelihood;
    const auto ancestors_before = ancestor;
    for (Index member = 0; member < members; ++member) {
      const Index from = chosen[static_cast<std::size_t>(member)];
      tempered.scores.col(member) = before.col(from);
      likelihood[member] = likelihood_before[from];
      ancestor[static_cast<std::size_t>(member)] = ancestors_before[static_cast<std::size_t>(from)];
    }
    const Eigen::MatrixXd root = move_root(tempered.scores);
    std::vector<int> accepted(static_cast<std::size_t>(members), 0);
    parallel::for_each_index(Index{0}, members, [&](Index member) {
      random::Stream stream(key, static_cast<std::uint32_t>(member), moves);
      VectorXd scores = tempered.scores.col(member);
      VectorXd normals(dimension);
      for (int move = 0; move < settings.moves; ++move) {
        for (double& normal : normals) normal = stream.normal();
        const VectorXd proposed = scores + root * normals;
        const double of_proposed = log_likelihood(proposed);
        const double gain =
            exponent * (of_proposed - likelihood[member]) + 0.5 * (scores.squaredNorm() - proposed.squaredNorm());
        if (!(std::log(stream.uniform()) < gain)) continue;
        scores = proposed;
        likelihood[member] = of_proposed;
        ++accepted[static_cast<std::size_t>(member)];
      }
      tempered.scores.col(member) = scores;
    });
    tempered.acceptance.push_back(std::accumulate(accepted.begin(), accepted.end(), 0.0) /
                                  static_cast<double>(members * settings.moves));
  }
  tempered.distinct_ancestors = static_cast<int>(std::set<Index>(ancestor.begin(), ancestor.end()).size());
  return tempered;
}

}  // namespace jobcast::calibration
