#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "app/report/page.hpp"
#include "models/discovery/cases.hpp"

namespace jobcast::app {

/// Where cases of a store fail, with what they are.
struct DiscoveryReport {
  std::string store;
  std::string plan;
  bool draws = false;    ///< cases are one run's draws, else scenarios
  std::string scenario;  ///< of the draws
  std::uint64_t seed = 0;
  discovery::Failure failure;
  discovery::Cases cases;
  discovery::Discovery found;
  discovery::Settings settings;
  std::size_t other_runs = 0;  ///< of the store that are of another plan, seed, pack or version
};

/// When it fails, as a sentence; the box and the way to it.
std::string discovery_text(const DiscoveryReport& report, const Page& page);
/// Schema "jobcast.discovery/1" (docs/output.md).
nlohmann::ordered_json discovery_json(const DiscoveryReport& report);
/// box,cases,failures,coverage,density,input,low,high,left_out,quasi_p: a limit a row; the box found, then the peeling.
std::string discovery_csv(const DiscoveryReport& report);

}  // namespace jobcast::app
