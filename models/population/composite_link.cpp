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

Eigen::MatrixXd composition_of(const GroupedCounts& data, Eigen::Index cells) {
  Eigen::MatrixXd composition = Eigen::MatrixXd::Zero(data.counts.size(), cells);
  for (Eigen::Index row = 0; row < composition.rows(); ++row) {
    const state::AgeRange range = data.groups[static_cast<std::size_t>(row)];
    composition.row(row).segment(range.from, range.to - range.from + 1).setOnes();
  }
  return composition;
}

Eigen::MatrixXd penalty_of(Eigen::Index cells, double lambda) {
  Eigen::MatrixXd difference = Eigen::MatrixXd::Zero(cells - 2, cells);
  for (Eigen::Index row = 0; row + 2 < cells; ++row) difference.row(row).segment<3>(row) << 1.0, -2.0, 1.0;
  Eigen::MatrixXd slope = Eigen::MatrixXd::Zero(cells - 1, cells);
  for (Eigen::Index row = 0; row + 1 < cells; ++row) slope.row(row).segment<2>(row) << -1.0, 1.0;
  Eigen::MatrixXd penalty = lambda * (difference.transpose() * difference) + slope_weight * (slope.transpose() * slope);
  penalty.diagonal().array() += ridge;
  return penalty;
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
  const Eigen::MatrixXd composition = composition_of(data, offset.size());
  const Eigen::MatrixXd penalty = penalty_of(offset.size(), lambda);
  const double scale = data.counts.sum() / (composition * offset).sum();
  const Eigen::VectorXd level = Eigen::VectorXd::Constant(offset.size(), std::log(std::max(scale, 1e-12)));
  Eigen::VectorXd b = level;
  CompositeLinkFit fit;
  fit.lambda = lambda;
  for (int iteration = 0; iteration < most_iterations; ++iteration) {
    fit.cells = offset.array() * b.array().exp();
    const Eigen::VectorXd means = (composition * fit.cells).cwiseMax(1e-10);
    const Eigen::MatrixXd design = composition * fit.cells.asDiagonal();
    const Eigen::MatrixXd weighted = design.transpose() * means.cwiseInverse().asDiagonal();
    const Eigen::MatrixXd information = weighted * design;
    const Eigen::LDLT<Eigen::MatrixXd> solver(information + penalty);
    Eigen::VectorXd change = solver.solve(weighted * (data.counts - means + design * (b - level))) - (b - level);
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
