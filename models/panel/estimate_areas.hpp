#pragma once

#include <Eigen/Core>

#include "models/panel/area_covariance.hpp"

namespace jobcast::panel {

/// Estimates the parameters that areas have in common from their differences to the panel's mean.
///
/// `differences` is areas x (k T), band b at round t in column b T + t, every column of mean 0 and none missing; in
/// points. The likelihood of n areas with a mean taken out is that of n - 1 independent normal vectors; each covariance
/// is L L' of a free lower triangle L. In units of each band's own noise a weak normal prior holds what the history
/// cannot tell apart (a level and the error of a sample that was never renewed). Maximised by L-BFGS with the gradient
/// tr(K^-1 (K - S) K^-1 dK) / 2. Throws std::invalid_argument for fewer than 3 areas or 4 rounds.
AreaParameters estimate_areas(const Eigen::MatrixXd& differences, const Rounds& rounds, Eigen::Index bands);

/// Standard deviation that one round's error would have if all change between neighbouring rounds were error: the
/// median over t of the areas' root mean square change, over sqrt(2). `differences` as above, one band's columns.
double noise_scale(const Eigen::MatrixXd& differences);

}  // namespace jobcast::panel
