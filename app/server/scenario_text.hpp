#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "models/plan/plan.hpp"

namespace jobcast::app::server {

/// A scenario's keys as JSON, written as the TOML file that says the same (docs/pack-format.md, section 8). `schema`,
/// `extends` and `title` are filled in where they are left out. Throws Refused for what TOML cannot say.
std::string scenario_toml(const nlohmann::json& scenario, const std::string& name);

/// Parses JSON whose parts are not nested deeper than a request needs. Throws Refused.
nlohmann::json parse_json(const std::string& text);

/// What a scenario may be called: it becomes the stem of a file. Throws Refused.
void require_name(const std::string& name);

}  // namespace jobcast::app::server
