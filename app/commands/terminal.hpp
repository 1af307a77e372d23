#pragma once

namespace jobcast::app {

/// Whether people see standard error as it is written: on a terminal, or on the one of the mpirun that started us,
/// which hands it on through a pipe.
bool is_watched();

}  // namespace jobcast::app
