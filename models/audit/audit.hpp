#pragma once

#include "models/audit/finding.hpp"
#include "models/audit/weigh.hpp"
#include "models/plan/plan.hpp"

namespace jobcast::audit {

/// Everything in a plan that disagrees with itself.
struct Audit {
  Findings findings;  ///< the gravest first: by severity, points, persons, won, id
  Yardstick yardstick;
};

/// Runs every check. A disagreement that two checks see is told once, by the one that knows more of it.
Audit audit_plan(const plan::Plan& plan);

}  // namespace jobcast::audit
