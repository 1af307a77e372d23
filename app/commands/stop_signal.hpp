#pragma once

#include <optional>

namespace jobcast::app {

/// Listens for Ctrl-C and SIGTERM while it lives, so that long work can stop at a good place. A second one ends the
/// process at once, as without it. One at a time.
class StopSignal {
 public:
  StopSignal();
  ~StopSignal();
  StopSignal(const StopSignal&) = delete;
  StopSignal& operator=(const StopSignal&) = delete;

  [[nodiscard]] bool came() const;
  /// What a shell expects of a process that a signal stopped: 130 for Ctrl-C, 143 for SIGTERM.
  [[nodiscard]] int exit_code() const;
};

}  // namespace jobcast::app
