#pragma once

#include <tbb/global_control.h>
#include <tbb/task_arena.h>

#include <optional>

#include "engine/parallel/told.hpp"

namespace jobcast::parallel {

/// Runs work on so many threads; 0: one a core. An arena alone may only use as many threads as there are cores; with
/// the control it gets what was asked for.
template <class Work>
void on_threads(int threads, const Work& work) {
  std::optional<tbb::global_control> control;
  if (threads > 0) {
    control.emplace(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(threads));
  }
  tbb::task_arena arena(threads > 0 ? threads : tbb::task_arena::automatic);
  begun.leave();
  arena.execute(Told(work));
  done.arrive();
}

/// Threads of the arena that this is called in.
inline int threads_here() { return tbb::this_task_arena::max_concurrency(); }

}  // namespace jobcast::parallel
