#pragma once

#include <functional>

#include "app/publication/publish.hpp"
#include "models/forecast/forecast.hpp"
#include "models/scenario/scenario.hpp"

namespace jobcast::app {

/// What a report is to be of.
struct Commission {
  const plan::Plan& plan;              ///< with the calibration that its forecasts are to draw from, if any
  const scenario::Scenario& scenario;  ///< of forecast and timetable
  forecast::Request request;
  std::optional<nlohmann::ordered_json> backtest = {};  ///< as it was kept
  std::string calibrated = {};                          ///< a sentence; empty without a calibration
};

/// Called after each step of a stage with how many are done and how many the stage has; what it throws ends the work.
using Stages = std::function<void(std::size_t done, std::size_t of)>;

/// Computes what a report says, as the commands of its parts do (docs/report.md), and writes it. Throws as they do.
Publication draw_up(const Commission& commission, const Catalogue& words, const Stages& stages);

}  // namespace jobcast::app
