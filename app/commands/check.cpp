#include <filesystem>
#include <ostream>

#include "app/commands/commands.hpp"
#include "app/commands/find_plan.hpp"
#include "app/report/check_report.hpp"
#include "models/plan/plan.hpp"
#include "models/scenario/scenario.hpp"

namespace jobcast::app {
namespace {

namespace fs = std::filesystem;

bool is_scenario_file(const std::string& word) {
  const fs::path path(word);
  std::error_code ignored;
  return path.extension() == ".toml" && path.filename() != "plan.toml" && fs::is_regular_file(path, ignored);
}

/// Reads every scenario of the plan and throws all their faults together.
std::vector<std::string> check_scenarios(const plan::Plan& plan) {
  input::Diagnostics faults;
  const auto names = scenario::scenario_names(plan);
  for (const auto& name : names) {
    try {
      scenario::load_scenario(plan, name);
    } catch (const input::InputError& error) {
      for (const auto& fault : error.faults()) faults.add(fault);
    }
  }
  faults.throw_if_any();
  return names;
}

}  // namespace

int run_check(const Arguments& arguments, const Console& console) {
  const auto word = arguments.get("PLAN");
  if (is_scenario_file(word)) {
    const auto plan = plan::load_plan(plan_of_scenario(word));
    console.out << scenario_check_text(scenario::load_scenario(plan, word), plan, console.page);
    return 0;
  }
  const auto plan = plan::load_plan(find_plan(word));
  console.out << plan_check_text(plan, check_scenarios(plan), console.page);
  return 0;
}

}  // namespace jobcast::app
