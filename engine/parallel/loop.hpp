#pragma once

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_invoke.h>

#include "engine/parallel/told.hpp"

namespace jobcast::parallel {

/// One object a thread, made by `make` when a thread first asks with local().
template <class Object>
using OneAThread = tbb::enumerable_thread_specific<Object>;

/// body(index) for each index from `first` to before `last`, in the arena that this is called in.
template <class Index, class Body>
void for_each_index(Index first, Index last, const Body& body) {
  begun.leave();
  tbb::parallel_for(first, last, Told(body));
  done.arrive();
}

/// All of the works, side by side.
template <class... Works>
void together(const Works&... works) {
  begun.leave();
  tbb::parallel_invoke(Told(works)...);
  done.arrive();
}

}  // namespace jobcast::parallel
