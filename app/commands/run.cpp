#include "app/commands/commands.hpp"

#include <array>
#include <ostream>
#include <string_view>

#include "app/command_line/help.hpp"
#include "models/runs/engine_version.hpp"

namespace jobcast::app {

int run_help(const Arguments& arguments, const Console& console) {
  console.out << help_text(arguments.command, console.page);
  return 0;
}

int run_version(const Console& console) {
  console.out << "jobcast " << runs::engine_version() << "\n";
  return 0;
}

int run(const Arguments& arguments, const Console& console) {
  struct Entry {
    std::string_view name;
    int (*work)(const Arguments&, const Console&);
  };
  constexpr std::array entries{Entry{"forecast", run_forecast},
                               Entry{"check", run_check},
                               Entry{"attribute", run_attribute},
                               Entry{"sensitivity", run_sensitivity},
                               Entry{"audit", run_audit},
                               Entry{"programmes", run_programmes},
                               Entry{"explain", run_explain},
                               Entry{"sweep", run_sweep},
                               Entry{"runs", run_runs},
                               Entry{"compare", run_compare},
                               Entry{"discover", run_discover},
                               Entry{"new-plan", run_new_plan},
                               Entry{"calibrate", run_calibrate},
                               Entry{"check-calibration", run_check_calibration},
                               Entry{"backtest", run_backtest},
                               Entry{"skill", run_skill},
                               Entry{"gap", run_gap},
                               Entry{"optimise", run_optimise},
                               Entry{"completion", run_completion},
                               Entry{"schedule", run_schedule},
                               Entry{"track", run_track},
                               Entry{"report", run_report},
                               Entry{"serve", run_serve}};
  if (arguments.help) return run_help(arguments, console);
  if (arguments.version) return run_version(console);
  for (const auto& entry : entries) {
    if (entry.name == arguments.command) return entry.work(arguments, console);
  }
  return run_help(arguments, console);
}

}  // namespace jobcast::app
