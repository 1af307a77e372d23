#pragma once

#include "models/plan/plan.hpp"

namespace jobcast::optimise {

/// The repository's plan.
inline const plan::Plan& jeongseon() {
  static const plan::Plan plan = plan::load_plan(JOBCAST_SOURCE_DIR "/scenarios/jeongseon-2024");
  return plan;
}

}  // namespace jobcast::optimise
