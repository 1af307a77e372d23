#pragma once

#include <nlohmann/json.hpp>
#include <optional>

#include "app/report/track_record.hpp"
#include "models/forecast/result.hpp"

namespace jobcast::app {

/// The whole document of schema "jobcast.forecast/1", as the command line and the server answer it: the forecast, which
/// calibration it drew from and how good such forecasts have been, where these are known.
nlohmann::ordered_json forecast_document(const plan::Plan& plan, const forecast::Result& result,
                                         const std::optional<TrackRecord>& record);

}  // namespace jobcast::app
