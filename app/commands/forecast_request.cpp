#include "app/commands/forecast_request.hpp"

#include <limits>

namespace jobcast::app {

forecast::Request request_of(const Arguments& arguments, const DrawRange& draws) {
  forecast::Request request;
  request.draws = static_cast<int>(arguments.number("--draws", draws.usual, draws.fewest, draws.most));
  request.seed = seed_of(arguments, request.seed);
  request.threads = threads_of(arguments);
  return request;
}

std::uint64_t seed_of(const Arguments& arguments, std::uint64_t usual) {
  return arguments.number("--seed", usual, 0, std::numeric_limits<std::uint64_t>::max());
}

int threads_of(const Arguments& arguments) {
  constexpr std::uint64_t most_threads = 1024;
  return static_cast<int>(arguments.number("--threads", 0, 0, most_threads));
}

scenario::Scenario scenario_of(const Arguments& arguments, const plan::Plan& plan) {
  const auto name = arguments.find("--scenario");
  return name ? scenario::load_scenario(plan, *name) : scenario::as_written(plan);
}

}  // namespace jobcast::app
