#pragma once

#include <nlohmann/json.hpp>

#include "models/forecast/result.hpp"

namespace jobcast::app {

/// The forecast for programs: schema "jobcast.forecast/1" (docs/output.md). Keys keep their order, numbers their value.
nlohmann::ordered_json forecast_json(const plan::Plan& plan, const forecast::Result& result);

/// A number as JSON writes it shortest: 13267, not 13267.0; null for what is not finite.
nlohmann::ordered_json json_number(double value);

/// The document as text, two blanks an indent, a newline at the end.
std::string json_text(const nlohmann::ordered_json& document);

}  // namespace jobcast::app
