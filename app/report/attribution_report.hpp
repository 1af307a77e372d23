#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "app/report/page.hpp"
#include "models/attribution/attribution.hpp"

namespace jobcast::app {

/// Tables by sector, strategy, source and department, and the programmes that add most and least.
std::string attribution_text(const plan::Plan& plan, const attribution::Attribution& attribution, std::size_t top,
                             const Page& page);
/// How many of the programmes a survey could see at all; empty where programmes were not taken apart.
std::string attribution_verdict(const attribution::Attribution& attribution, const Catalogue& words);
/// Schema "jobcast.attribution/1" (docs/output.md).
nlohmann::ordered_json attribution_json(const plan::Plan& plan, const attribution::Attribution& attribution);
/// grouping,part,outcome,how,mean,p05,p95,monte_carlo_error: an effect a row.
std::string attribution_csv(const attribution::Attribution& attribution);

}  // namespace jobcast::app
