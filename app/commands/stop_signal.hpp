#pragma once

#include <optional>

namespace jobcast::app {

/// Listens for Ctrl-C, SIGTERM and SIGUSR1 (which mpirun hands on and batch systems announce the end of a job with)
/// while it lives, so that long work can stop at a good place. A second one ends the process at once, as without it.
/// One at a time.
class StopSignal {
 public:
  StopSignal();
  ~StopSignal();
  StopSignal(const StopSignal&) = delete;
  StopSignal& operator=(const StopSignal&) = delete;

  [[nodiscard]] bool came() const;
  /// What a shell expects of a process that a signal stopped: 130 for Ctrl-C, 143 for SIGTERM, 138 for SIGUSR1;
  /// 143 as well where none has come to this process but the work was stopped.
  [[nodiscard]] int exit_code() const;
};

}  // namespace jobcast::app
