#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/discovery/prim.hpp"
#include "engine/store/run.hpp"
#include "models/discovery/failure.hpp"
#include "models/forecast/forecast.hpp"
#include "models/scenario/scenario.hpp"

namespace jobcast::discovery {

/// Cases with their inputs, and which of them fail.
struct Cases {
  std::vector<Dimension> inputs;
  std::vector<std::vector<std::string>> categories;  ///< by input: what a category's number stands for; empty: numbers
  std::vector<bool> scores;                          ///< by input: its numbers are in standard deviations
  std::vector<bool> failed;
  std::size_t left_out = 0;  ///< runs that lack the figure or a lever
  time::Date reference_week;
};

/// A lever's name and where it stands, as a sweep says it.
using Levers = std::vector<std::pair<std::string, std::string>>;
struct LeveredRun {
  const store::Run* run = nullptr;
  Levers levers;
};

/// One case a scenario, its inputs the levers: numbers where all that a lever says are numbers ("-30%" is -30),
/// categories else. A scenario fails by its mean published figure at the last survey, or by its chance. Runs without
/// levers, as the plan as written, are left out.
Cases cases_of_scenarios(const std::vector<LeveredRun>& runs, const Failure& failure);

/// One case a draw of one run, its inputs the uncertain numbers that the draw was made with: drawn again, which takes
/// the plan and the scenario that the run was made of (equal keys) and nothing of the store. A draw fails by its
/// published figure at the last survey. The run must keep its draws. A number that calibration replaced is the
/// member's; what a draw has many of (shocks of every quarter, chance, the survey's errors) is left out, but for the
/// first year's surprises in migration.
Cases cases_of_draws(const plan::Plan& plan, const scenario::Scenario& scenario, const store::Run& run,
                     const Failure& failure);

/// The number of "-30%", "0.4" or "12"; nothing for other words.
std::optional<double> number_of(const std::string& words);

}  // namespace jobcast::discovery
