#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "app/report/page.hpp"
#include "models/tracking/track.hpp"

namespace jobcast::app {

/// The indicators before and after, the surveys, the programmes behind plan by what they cost, the job counts.
std::string track_text(const plan::Plan& plan, const tracking::Track& track, const Page& page);
/// Schema "jobcast.track/1" (docs/output.md).
nlohmann::ordered_json track_json(const plan::Plan& plan, const tracking::Track& track);
/// section,id,kind,measure,value: a number a row.
std::string track_csv(const plan::Plan& plan, const tracking::Track& track);

/// "matters" where a programme is behind and moves a printed figure, "small" where it is behind and does not,
/// "on_plan".
std::string_view verdict_of(const tracking::Track& track, const tracking::Execution& execution);

}  // namespace jobcast::app
