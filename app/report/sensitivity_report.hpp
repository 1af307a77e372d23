#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "app/report/page.hpp"
#include "models/sensitivity/sensitivity.hpp"

namespace jobcast::app {

/// What is worth knowing better, what does not matter, what nobody can know; and the shares behind it. `top`: single
/// inputs to list, where they were asked.
std::string sensitivity_text(const plan::Plan& plan, const sensitivity::Sensitivity& found, std::size_t top,
                             const Page& page);
/// Schema "jobcast.sensitivity/1" (docs/output.md).
nlohmann::ordered_json sensitivity_json(const plan::Plan& plan, const sensitivity::Sensitivity& found);
/// indicator,figure,level,id,group,kind,measure,value,low,high: a measure a row.
std::string sensitivity_csv(const sensitivity::Sensitivity& found);

}  // namespace jobcast::app
