#pragma once

#include <string>

#include "app/command_line/arguments.hpp"
#include "app/commands/run_maker.hpp"
#include "app/messages/catalogue.hpp"

namespace jobcast::app {

/// What `jobcast sweep` is asked to do, read and checked.
struct SweepOrder {
  std::string store;
  sweep::Sweep sweep;
  sweep::Effort effort;
  std::size_t calibrated = 0;  ///< plans that draw calibrated members
  bool resume = false;
  KeepDraws keep = KeepDraws::new_ones;
  std::string format;
};

/// Reads the command line and the sweep it names. Throws UsageError and input::InputError.
SweepOrder read_sweep_order(const Arguments& arguments, const Catalogue& catalogue);

}  // namespace jobcast::app
