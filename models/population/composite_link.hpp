#pragma once

#include <Eigen/Core>
#include <vector>

#include "models/state/groups.hpp"

namespace jobcast::population {

/// Counts that were published in groups of consecutive cells (single years of age).
struct GroupedCounts {
  std::vector<state::AgeRange> groups;  ///< cells of each group, both ends included; groups may overlap
  Eigen::VectorXd counts;               ///< one a group, not negative
};

/// What a penalised composite link model says of the single cells, and how well it fits.
struct CompositeLinkFit {
  Eigen::VectorXd cells;   ///< expected count in each cell, positive
  double deviance = 0.0;   ///< Poisson deviance of the groups
  double dimension = 0.0;  ///< effective number of parameters
  double lambda = 0.0;     ///< weight of the penalty

  [[nodiscard]] double akaike() const { return deviance + 2.0 * dimension; }
};

/// Opens grouped counts to single cells: group counts are Poisson with means C gamma, gamma = offset * exp(b), and the
/// second differences of b are penalised with weight lambda (Eilers 2007; Rizzi, Gampe & Eilers 2015). `offset` is
/// positive, one a cell: a pattern known from elsewhere. Iteratively reweighted least squares.
CompositeLinkFit open_groups(const GroupedCounts& data, const Eigen::VectorXd& offset, double lambda);

/// The same with the lambda of least AIC on a grid of powers of ten from 1 to 10^7.
CompositeLinkFit open_groups(const GroupedCounts& data, const Eigen::VectorXd& offset);

}  // namespace jobcast::population
