#pragma once

#include <utility>

#include "engine/parallel/meeting.hpp"

#if defined(__SANITIZE_THREAD__)
#define JOBCAST_UNSEEN __attribute__((no_sanitize_thread))
#define JOBCAST_APART __attribute__((noinline))
#else
#define JOBCAST_UNSEEN
#define JOBCAST_APART
#endif

namespace jobcast::parallel {

/// Work by reference, with the order that TBB gives it told to the thread sanitizer. TBB copies this object between
/// threads in ways that the sanitizer cannot follow, so that its own look at `work` is not seen; the work itself is.
template <class Work>
class Told {
 public:
  explicit Told(const Work& work) : work_(&work) {}

  template <class... Arguments>
  JOBCAST_UNSEEN auto operator()(Arguments&&... arguments) const {
    begun.arrive();
    struct Leaving {
      JOBCAST_UNSEEN ~Leaving() { done.leave(); }
    } const leaving;
    return seen(*work_, std::forward<Arguments>(arguments)...);
  }

 private:
  template <class... Arguments>
  JOBCAST_APART static auto seen(const Work& work, Arguments&&... arguments) {
    return work(std::forward<Arguments>(arguments)...);
  }

  const Work* work_;
};

}  // namespace jobcast::parallel
