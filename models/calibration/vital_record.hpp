#pragma once

#include <optional>
#include <vector>

#include "models/plan/plan.hpp"

namespace jobcast::calibration {

/// Counted events of a year and what the model expects of them before the county's own factor.
struct CountedEvents {
  const plan::Fact* fact = nullptr;  ///< owned by the plan
  int year = 0;
  double counted = 0.0;
  double expected = 0.0;  ///< at a factor of one
};

/// What a plan says of births and deaths, and how its migration estimate hangs on mortality. Residual migration is what
/// ageing, births and deaths leave, so a county that dies more has lost fewer people to moves: population counts alone
/// cannot tell the two apart, the sum is known.
struct VitalRecord {
  std::vector<CountedEvents> deaths, births;
  double central_mortality = 1.0;       ///< multiplier at which the model's migration was estimated
  double migration_by_mortality = 0.0;  ///< net migrants a person-year for a multiplier higher by one
  double lasting_sd = 0.0;              ///< error of the lasting level of migration, from its yearly levels
};

/// Reads it from the facts of `view`, a plan or its as-of view; expectations come from `plan` itself, whose forecast is
/// to be calibrated. Nothing where the plan's population cannot be modelled.
std::optional<VitalRecord> read_vital(const plan::Plan& plan, const plan::Plan& view);

}  // namespace jobcast::calibration
