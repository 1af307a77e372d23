#pragma once

#include <string>
#include <vector>

#include "app/report/page.hpp"
#include "models/tracking/track.hpp"

namespace jobcast::app {

/// Programmes against the plan, one a row.
std::string executions_table(const plan::Plan& plan, const std::vector<const tracking::Execution*>& rows,
                             const Page& page);
/// Jobs by sector.
std::string track_jobs_section(const tracking::Track& track, const Page& page);

}  // namespace jobcast::app
