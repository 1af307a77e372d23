#pragma once

#include "models/plan/plan.hpp"

namespace jobcast::testing {

/// The repository's plan.
inline const plan::Plan& jeongseon_plan() {
  static const plan::Plan plan = plan::load_plan(JOBCAST_SOURCE_DIR "/scenarios/jeongseon-2024");
  return plan;
}

}  // namespace jobcast::testing
