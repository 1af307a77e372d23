#pragma once

#include "app/command_line/arguments.hpp"
#include "models/forecast/forecast.hpp"
#include "models/scenario/scenario.hpp"

namespace jobcast::app {

/// How many draws a command takes.
struct DrawRange {
  std::uint64_t usual = static_cast<std::uint64_t>(forecast::Request().draws);
  std::uint64_t fewest = 1;
  std::uint64_t most = 1'000'000;
};

/// What --draws, --seed and --threads ask for. Throws UsageError as Arguments::number() does.
forecast::Request request_of(const Arguments& arguments, const DrawRange& draws = {});
std::uint64_t seed_of(const Arguments& arguments, std::uint64_t usual);
/// 0: all cores.
int threads_of(const Arguments& arguments);

/// The scenario that --scenario names, by the name of its file or its path; without it the plan as written.
scenario::Scenario scenario_of(const Arguments& arguments, const plan::Plan& plan);

}  // namespace jobcast::app
