#pragma once

#include <functional>

#include "app/commands/deliver.hpp"
#include "app/commands/progress.hpp"
#include "app/commands/sweep_order.hpp"
#include "app/commands/swept_runs.hpp"

namespace jobcast::app {

/// Who runs the scenarios: tells the audience, or puts finished runs among the others and moves the progress on itself.
using SweepRunner = std::function<sweep::Ending(const sweep::Audience&, SweptRuns&, Progress&)>;

/// Opens the store, has the sweep run and reports. Returns the exit code.
int carry_out_sweep(const SweepOrder& order, const Delivery& delivery, const Console& console,
                    const SweepRunner& runner);

}  // namespace jobcast::app
