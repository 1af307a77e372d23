#include "models/population/composite_link.hpp"

#include <Eigen/Cholesky>
#include <algorithm>
#include <cmath>

namespace jobcast::population {
namespace {

constexpr int most_iterations = 60;
constexpr double tolerance = 1e-9;
/// Keep the offset's pattern and the equations definite where the groups say nothing (a trend when there is one group);
/// too weak to be seen where they say something.
constexpr double slope_weight = 1.0;
constexpr double ridge = 1e-6;

/// The sums of the groups' cells.
Eigen::VectorXd sums_of(const std::vector<state::AgeRange>& groups, const Eigen::VectorXd& cells) {
  Eigen::VectorXd sums(static_cast<Eigen::Index>(groups.size()));
  for (std::size_t group = 0; group < groups.size(); ++group) {
    const state::AgeRange range = groups[group];
    sums[static_cast<Eigen::Index>(group)] = cells.segment(range.from, range.to - range.from + 1).sum();
  }
  return sums;
}

/// lambda D2'D2 + slope_weight D1'D1 + ridge, with Dk the k-th differences: a band of two beside the diagonal.
Eigen::MatrixXd penalty_of(Eigen::Index cells, double lambda) {
  Eigen::MatrixXd penalty = Eigen::MatrixXd::Zero(cells, cells);
  const Eigen::Vector3d bend(1.0, -2.0, 1.0);
  const Eigen::Matrix3d bends = lambda * bend * bend.transpose();
  for (Eigen::Index row = 0; row + 2 < cells; ++row) penalty.block<3, 3>(row, row) += bends;
  const Eigen::Vector2d slope(-1.0, 1.0);
  const Eigen::Matrix2d slopes = slope_weight * slope * slope.transpose();
  for (Eigen::Index row = 0; row + 1 < cells; ++row) penalty.block<2, 2>(row, row) += slopes;
  penalty.diagonal().array() += ridge;
  return penalty;
}

/// C' diag(1 / means) C with C the groups' cells: each group fills one square.
Eigen::MatrixXd information_of(const std::vector<state::AgeRange>& groups, const Eigen::VectorXd& cells,
                               const Eigen::VectorXd& means) {
  Eigen::MatrixXd information = Eigen::MatrixXd::Zero(cells.size(), cells.size());
  for (std::size_t group = 0; group < groups.size(); ++group) {
    const Eigen::Index from = groups[group].from;
    const Eigen::Index count = groups[group].to - from + 1;
    const auto part = cells.segment(from, count);
    information.block(from, from, count, count).noalias() +=
        (part / means[static_cast<Eigen::Index>(group)]) * part.transpose();
  }
  return information;
}

/// C' diag(1 / means) surprise.
Eigen::VectorXd score_of(const std::vector<state::AgeRange>& groups, const Eigen::VectorXd& cells,
                         const Eigen::VectorXd& means, const Eigen::VectorXd& surprise) {
  Eigen::VectorXd score = Eigen::VectorXd::Zero(cells.size());
  for (std::size_t group = 0; group < groups.size(); ++group) {
    const Eigen::Index from = groups[group].from;
    const Eigen::Index count = groups[group].to - from + 1;
    const auto g = static_cast<Eigen::Index>(group);
    score.segment(from, count) += (surprise[g] / means[g]) * cells.segment(from, count);
  }
  return score;
}

double poisson_deviance(const Eigen::VectorXd& counts, const Eigen::VectorXd& means) {
  double sum = 0.0;
  for (Eigen::Index group = 0; group < counts.size(); ++group) {
    const double y = counts[group];
    sum += (y > 0.0 ? y * std::log(y / means[group]) : 0.0) - (y - means[group]);
  }
  return 2.0 * sum;
}

}  // namespace

CompositeLinkFit open_groups(const GroupedCounts& data, const Eigen::VectorXd& offset, double lambda) {
  const Eigen::MatrixXd penalty = penalty_of(offset.size(), lambda);
  const double scale = data.counts.sum() / sums_of(data.groups, offset).sum();
  const Eigen::VectorXd level = Eigen::VectorXd::Constant(offset.size(), std::log(std::max(scale, 1e-12)));
  Eigen::VectorXd b = level;
  CompositeLinkFit fit;
  fit.lambda = lambda;
  for (int iteration = 0; iteration < most_iterations; ++iteration) {
    fit.cells = offset.array() * b.array().exp();
    const Eigen::VectorXd means = sums_of(data.groups, fit.cells).cwiseMax(1e-10);
    const Eigen::MatrixXd information = information_of(data.groups, fit.cells, means);
    const Eigen::LLT<Eigen::MatrixXd> solver(information + penalty);
    const Eigen::VectorXd moved = sums_of(data.groups, fit.cells.cwiseProduct(b - level));
    Eigen::VectorXd change =
        solver.solve(score_of(data.groups, fit.cells, means, data.counts - means + moved)) - (b - level);
    // A step of more than 2 on the log scale overshoots where counts are near nothing.
    const double longest = change.cwiseAbs().maxCoeff();
    if (longest > 2.0) change *= 2.0 / longest;
    b += change;
    if (longest > tolerance && iteration + 1 < most_iterations) continue;
    fit.deviance = poisson_deviance(data.counts, means);
    fit.dimension = solver.solve(information).trace();
    break;
  }
  fit.cells = offset.array() * b.array().exp();
  return fit;
}

CompositeLinkFit open_groups(const GroupedCounts& data, const Eigen::VectorXd& offset) {
  CompositeLinkFit best = open_groups(data, offset, 1.0);
  for (double lambda = 10.0; lambda <= 1e7; lambda *= 10.0) {
    CompositeLinkFit fit = open_groups(data, offset, lambda);
    if (fit.akaike() < best.akaike()) best = std::move(fit);
  }
  return best;
}

}  // namespace jobcast::population
