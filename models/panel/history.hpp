#pragma once

#include <Eigen/Core>
#include <cstddef>
#include <optional>
#include <vector>

#include "models/panel/age_system.hpp"
#include "models/panel/panel.hpp"

namespace jobcast::panel {

/// The stretch of a panel that estimates rest on: areas that published every band in every survey of it.
struct History {
  std::size_t start = 0;           ///< first survey
  std::size_t end = 0;             ///< last survey, the origin
  std::vector<std::size_t> areas;  ///< complete

  [[nodiscard]] std::size_t surveys() const { return end - start + 1; }
};

/// The stretch up to `origin` with the most figures: complete areas times surveys. Of the groups of areas the first
/// with twenty complete ones, else the one with most; nothing under eight areas or four surveys.
std::optional<History> usable_history(const Panel& panel, const AgeSystem& system, std::size_t origin,
                                      const std::vector<std::vector<std::size_t>>& groups);

/// Rates of areas over a history, areas x (k T), band b at survey t in column b T + t; NaN where not published.
Eigen::MatrixXd rates_of(const Panel& panel, const AgeSystem& system, const History& history,
                         const std::vector<std::size_t>& areas);

/// Shares of the target's population by band `ahead` rounds after the history's end: the area's own of its last two
/// surveys, moved on by how the bands of all areas moved in the year before. Areas x k, rows sum to 1. Bands that are
/// no part of the target have 0.
Eigen::MatrixXd population_shares(const Panel& panel, const AgeSystem& system, const History& history, int ahead,
                                  const std::vector<std::size_t>& areas);

}  // namespace jobcast::panel
