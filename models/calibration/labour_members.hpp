#pragma once

#include "models/calibration/labour_path.hpp"
#include "models/calibration/tempered.hpp"
#include "models/labour/labour_columns.hpp"

namespace jobcast::calibration {

/// One member's labour market at a survey: what the forecast starts from and goes on with.
struct LabourMember {
  Scores scores;
  Hyper hyper;
  PathVector path;
  /// Change of the bands' levels in the half-years after that survey which later surveys tell of.
  std::array<ByBand, labour::labour_columns::most_moves> moved{};

  /// True log-odds of a band's employment in October and in April, by the step.
  [[nodiscard]] double level(std::size_t band, int step, const PathSettings& settings) const;
};

struct LabourMembers {
  Tempered tempered;
  std::vector<LabourMember> members;
};

/// Members of the posterior at the step `at`, given all the path's rounds, of which the last may lie before or after
/// it: scores by temper(), with the whole path integrated out by the filter, then each member's state from what its own
/// filter leaves (Rao-Blackwellised, so that the members' number does not limit the path's dimension). Where rounds lie
/// after `at`, the states there are drawn first and the others given them (Carter & Kohn 1994).
LabourMembers sample_labour(const LabourPath& path, int at, const TemperedSettings& settings);

/// A history drawn from the prior and what the model's surveys would have published of it, at the path's own rounds and
/// figures: replicate `number` of a seed. The truth is what a calibration of the history should find.
struct MadeHistory {
  LabourPath path;
  LabourMember truth;  ///< at the step asked for
};
/// Precondition: `at` is no later than the last round.
MadeHistory make_history(const LabourPath& like, int at, std::uint64_t seed, std::uint32_t number);

}  // namespace jobcast::calibration
