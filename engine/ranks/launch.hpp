#pragma once

namespace jobcast::ranks {

/// How a process was started: as one of `size` processes that run the same command, or alone.
struct Launch {
  int rank = 0;
  int size = 1;
};

/// What the environment says of this process: Open MPI's mpirun, MPICH's (and Intel's) and Slurm's srun say it each in
/// their own words. What cannot be read means alone.
Launch launch_of_process();

}  // namespace jobcast::ranks
