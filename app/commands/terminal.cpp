#include "app/commands/terminal.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <string>

#include "engine/ranks/launch.hpp"

namespace jobcast::app {
namespace {

/// Of the process that started us, as Linux shows it; mpirun is that on its own machine.
bool parent_has_terminal() {
  const auto name = "/proc/" + std::to_string(getppid()) + "/fd/2";
  const int descriptor = open(name.c_str(), O_WRONLY | O_NOCTTY | O_CLOEXEC);
  if (descriptor < 0) return false;
  const bool terminal = isatty(descriptor) == 1;
  close(descriptor);
  return terminal;
}

}  // namespace

bool is_watched() {
  return isatty(STDERR_FILENO) == 1 || (ranks::launch_of_process().size > 1 && parent_has_terminal());
}

}  // namespace jobcast::app
