#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "app/messages/catalogue.hpp"
#include "app/publication/publication.hpp"
#include "models/attribution/attribution.hpp"
#include "models/audit/audit.hpp"
#include "models/forecast/result.hpp"
#include "models/optimise/optimise.hpp"
#include "models/plan/plan.hpp"
#include "models/schedule/timetable.hpp"

namespace jobcast::app {

/// What the other commands found out about a plan, from which its report is made. All must outlive it.
struct Material {
  const plan::Plan& plan;
  const forecast::Result& forecast;
  const attribution::Attribution& attribution;  ///< of the plan as written
  const optimise::Optimum& best_use;            ///< of the plan as written: its chance, with a front of money
  const optimise::Rules& rules;                 ///< under which that was sought
  const audit::Audit& audit;
  const schedule::Timetable& timetable;                 ///< under the forecast's scenario
  std::optional<nlohmann::ordered_json> backtest = {};  ///< as it was kept
  std::string calibrated = {};                          ///< a sentence; empty without a calibration
  bool as_written = true;                               ///< the forecast is of the plan, not of another scenario
};

/// The report of a plan. Its sentences are chosen by the numbers; parts for which there are none are left out.
Publication publish(const Material& material, const Catalogue& words);

}  // namespace jobcast::app
