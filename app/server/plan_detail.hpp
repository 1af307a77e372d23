#pragma once

#include <nlohmann/json.hpp>
#include <vector>

#include "app/server/served_plan.hpp"
#include "engine/store/run.hpp"

namespace jobcast::app::server {

/// The plans in a line each: id, titles, county, years.
nlohmann::ordered_json plan_list(const std::vector<ServedPlan>& plans);

/// All of a plan that a page shows before anything is forecast (docs/api/openapi.json, PlanDetail). `as_written`: the
/// plan as written, for the survey's error.
nlohmann::ordered_json plan_detail(const ServedPlan& plan, const store::Run& as_written);

}  // namespace jobcast::app::server
