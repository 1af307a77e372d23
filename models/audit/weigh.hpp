#pragma once

#include "models/audit/fact_index.hpp"

namespace jobcast::audit {

/// What the plan's own figures say a person or a point is worth.
struct Yardstick {
  double persons_15_64 =
      0.0;  ///< people of 15-64 whom the survey counts: its employed over its rate; else the register's
  double survey_error = 0.0;    ///< standard error of the published employment rate of 15-64, points
  double published_step = 0.1;  ///< of that rate, points
  double money = 0.0;           ///< of all programmes, won
};

/// sqrt(D p (100 - p) / n) for the base year's rate p, with n and D at their central values (docs/models/survey.md).
Yardstick yardstick_of(const FactIndex& index);

/// Sets the finding's effect, where its check did not, and its severity.
void weigh(Finding& finding, const FactIndex& index, const Yardstick& yardstick);

}  // namespace jobcast::audit
