#pragma once

#include <sched.h>

#include <span>

namespace jobcast::ranks {

/// The cores of `own`, each divided among the processes that may run on it; rounded down, at least 1. `all`: the cores
/// of every process on this machine, `own` among them.
int shared_cores(const cpu_set_t& own, std::span<const cpu_set_t> all);

/// The cores that this process may run on.
cpu_set_t cores_of_process();

}  // namespace jobcast::ranks
