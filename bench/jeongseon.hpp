#pragma once

#include "models/forecast/forecast.hpp"
#include "models/scenario/scenario.hpp"

namespace jobcast::bench {

/// The repository's plan, loaded once.
const plan::Plan& jeongseon();
/// Its scenario with all county money changed by a share.
scenario::Scenario with_county_money(double share);
/// Whether two forecasts have the same bits in every indicator.
bool same(const forecast::Result& one, const forecast::Result& other);

/// What a process took: seconds by the clock, seconds of the processor, and the most memory it held.
struct ProcessCost {
  double seconds = 0.0;
  double processor_seconds = 0.0;
  double bytes = 0.0;
};
/// Runs the program `jobcast` with these words, its output thrown away. Throws std::runtime_error unless it ends with
/// 0.
ProcessCost run_jobcast(const std::vector<std::string>& words);

}  // namespace jobcast::bench
