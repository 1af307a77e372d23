#pragma once

#include "models/calibration/tempered.hpp"
#include "models/calibration/vital_record.hpp"

namespace jobcast::calibration {

/// One member's factors on the nation's deaths and the county's births, and what goes with them.
struct VitalMember {
  double mortality = 1.0;
  double fertility = 1.0;
  double migration = 0.0;  ///< net migrants a person-year over the model's own lasting level
};

struct VitalMembers {
  Tempered tempered;
  std::vector<VitalMember> members;
};

/// Factors from their scores: mortality as the engine's own prior has it (no pack's, which may rest on the same
/// deaths), fertility lognormal about one.
VitalMember vital_of(const Eigen::VectorXd& scores);
/// Of counted events given their factors: Poisson, with the swing of a year in the rates.
double vital_log_likelihood(const VitalRecord& record, const VitalMember& member);
/// Variance of a year's counted events when so many are expected.
double events_variance(double expected);

VitalMembers sample_vital(const VitalRecord& record, const TemperedSettings& settings);

/// Counts that a member drawn from the prior makes: replicate `number` of a seed.
struct MadeVital {
  VitalRecord record;
  VitalMember truth;
};
MadeVital make_vital(const VitalRecord& like, std::uint64_t seed, std::uint32_t number);

}  // namespace jobcast::calibration
