#pragma once

#include <string>
#include <vector>

#include "app/report/page.hpp"
#include "models/plan/plan.hpp"
#include "models/scenario/scenario.hpp"

namespace jobcast::app {

/// What a sound pack holds: counts, money, and its printed totals against their parts.
std::string plan_check_text(const plan::Plan& plan, const std::vector<std::string>& scenarios, const Page& page);
/// What a sound scenario changes.
std::string scenario_check_text(const scenario::Scenario& scenario, const plan::Plan& plan, const Page& page);

}  // namespace jobcast::app
