#pragma once

#include "models/calibration/labour_path.hpp"
#include "models/calibration/tempered.hpp"

namespace jobcast::calibration {

/// One member's labour market at a survey: what the forecast starts from and goes on with.
struct LabourMember {
  Scores scores;
  Hyper hyper;
  Eigen::Matrix<double, path_size, 1> path;
  double sex_gap = 0.0;
  double regular = 0.0;

  /// True log-odds of a band's employment in October and in April, by the step.
  [[nodiscard]] double level(std::size_t band, int step, const PathSettings& settings) const;
};

struct LabourMembers {
  Tempered tempered;
  std::vector<LabourMember> members;
};

/// Members of the posterior at the step `until`, given the path's rounds up to it: scores by temper(), with the whole
/// path integrated out by the filter, then each member's state from what its own filter leaves (Rao-Blackwellised, so
/// that the members' number does not limit the path's dimension).
LabourMembers sample_labour(const LabourPath& path, int until, const TemperedSettings& settings);

/// A history drawn from the prior and what the model's surveys would have published of it, at the path's own rounds and
/// figures: replicate `number` of a seed. The truth is what a calibration of the history should find.
struct MadeHistory {
  LabourPath path;
  LabourMember truth;  ///< at the last round
};
MadeHistory make_history(const LabourPath& like, std::uint64_t seed, std::uint32_t number);

}  // namespace jobcast::calibration
