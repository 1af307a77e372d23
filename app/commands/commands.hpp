#pragma once

#include "app/command_line/arguments.hpp"
#include "app/commands/console.hpp"

namespace jobcast::app {

/// The commands. Each reads its arguments, does its work, writes to the console and returns the exit code; faults are
/// thrown (UsageError, input::InputError).
int run_forecast(const Arguments& arguments, const Console& console);
int run_check(const Arguments& arguments, const Console& console);
int run_attribute(const Arguments& arguments, const Console& console);
int run_report(const Arguments& arguments, const Console& console);
int run_gap(const Arguments& arguments, const Console& console);
int run_optimise(const Arguments& arguments, const Console& console);
int run_sensitivity(const Arguments& arguments, const Console& console);
int run_discover(const Arguments& arguments, const Console& console);
int run_audit(const Arguments& arguments, const Console& console);
int run_schedule(const Arguments& arguments, const Console& console);
int run_track(const Arguments& arguments, const Console& console);
int run_programmes(const Arguments& arguments, const Console& console);
int run_explain(const Arguments& arguments, const Console& console);
int run_sweep(const Arguments& arguments, const Console& console);
int run_runs(const Arguments& arguments, const Console& console);
int run_compare(const Arguments& arguments, const Console& console);
int run_new_plan(const Arguments& arguments, const Console& console);
int run_skill(const Arguments& arguments, const Console& console);
int run_backtest(const Arguments& arguments, const Console& console);
int run_calibrate(const Arguments& arguments, const Console& console);
/// Exit code 1 when the calibration is not to be trusted.
int run_check_calibration(const Arguments& arguments, const Console& console);
int run_serve(const Arguments& arguments, const Console& console);
int run_completion(const Arguments& arguments, const Console& console);
/// Help for the command named, or for the program.
int run_help(const Arguments& arguments, const Console& console);
int run_version(const Console& console);

/// The command that the arguments name.
int run(const Arguments& arguments, const Console& console);

}  // namespace jobcast::app
