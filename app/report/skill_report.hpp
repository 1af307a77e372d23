#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "app/report/page.hpp"
#include "models/panel/skill.hpp"

namespace jobcast::app {

/// The skill of forecasts on a panel, for people: scores by method, by origin, and what was estimated. A method that
/// beats jobcast is named.
std::string skill_text(const panel::Skill& skill, const Page& page);

/// Schema "jobcast.skill/1" (docs/models/skill.md).
nlohmann::ordered_json skill_json(const panel::Skill& skill);

/// record,area,origin,target,model,measure,value: a number a row.
std::string skill_csv(const panel::Skill& skill);

/// "last value", "직전 값".
std::string model_label(panel::Model model, const Catalogue& words);

/// Tenth and ninetieth percentile of a forecast.
double tenth_percentile(const panel::RateForecast& rate);
double ninetieth_percentile(const panel::RateForecast& rate);

}  // namespace jobcast::app
