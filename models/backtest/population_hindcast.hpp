#pragma once

#include <map>
#include <vector>

#include "models/backtest/hindcast.hpp"
#include "models/plan/plan.hpp"
#include "models/state/groups.hpp"

namespace jobcast::backtest {

using Groups = std::array<double, state::plan_age_groups.size()>;

/// Every method's forecast of the seven age groups from a view's last year: [method][years ahead - 1][group].
/// jobcast's members come along, for its score.
struct PopulationHindcast {
  std::map<Method, std::vector<std::array<Predicted, state::plan_age_groups.size()>>> predicted;
  std::vector<std::array<std::vector<double>, state::plan_age_groups.size()>> members;
};

/// What the plan `view` (plan::as_of) lets one say at the end of `view.base_year` of the `years` that follow: the model
/// with all its uncertainty, and its rivals. A rival's spread is that of its own errors one year ahead in the view,
/// relative and over all groups, and of the chance that a fifth of a group's members die, come or go in a year; both
/// grow with the root of the years. Throws input::InputError where the view lacks what the model cannot do without.
PopulationHindcast forecast_population(const plan::Plan& view, int years, std::uint64_t seed, int draws);

}  // namespace jobcast::backtest
