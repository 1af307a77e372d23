#pragma once

#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "app/report/track_record.hpp"
#include "engine/input/diagnostic.hpp"
#include "models/plan/plan.hpp"

namespace jobcast::app::server {

/// A plan as the server has it, read once: what changes on disk afterwards is not seen.
struct ServedPlan {
  std::shared_ptr<const plan::Plan> plan;
  std::string pack;                                     ///< runs::pack_print()
  std::optional<TrackRecord> record;                    ///< of its backtest, where one was kept
  std::optional<nlohmann::ordered_json> backtest = {};  ///< as it was kept
  std::optional<input::Message> calibrated = {};        ///< that forecasts draw from a calibration, or why they do not
};

}  // namespace jobcast::app::server
