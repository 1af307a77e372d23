#pragma once

#include "app/command_line/arguments.hpp"
#include "app/commands/console.hpp"
#include "engine/ranks/launch.hpp"

namespace jobcast::app {

/// `jobcast sweep` as one of several processes (mpirun). The leader writes the store and speaks to people; the others
/// work for it and are silent, so that everything is said once. Returns the exit code, the same on every rank.
int run_ranked_sweep(const Arguments& arguments, const ranks::Launch& launch, const Console& console);

}  // namespace jobcast::app
