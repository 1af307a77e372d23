#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "app/report/page.hpp"
#include "models/gap/gap.hpp"

namespace jobcast::app {

/// The people and the money that the target takes, and what is out of reach.
std::string gap_text(const plan::Plan& plan, const scenario::Scenario& scenario, const gap::Gap& gap, const Page& page);
/// Schema "jobcast.gap/1" (docs/output.md).
nlohmann::ordered_json gap_json(const plan::Plan& plan, const scenario::Scenario& scenario, const gap::Gap& gap);
/// what,part,chance_wanted,status,amount,low,high,additional_employed,chance,monte_carlo_error: a need a row.
std::string gap_csv(const gap::Gap& gap);

/// "whole", "sector:direct", "source:county".
std::string lever_id(const gap::Lever& lever);

}  // namespace jobcast::app
