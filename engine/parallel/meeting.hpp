#pragma once

#if defined(__SANITIZE_THREAD__)
#include <sanitizer/tsan_interface.h>
#endif

namespace jobcast::parallel {

#if defined(__SANITIZE_THREAD__)
inline constexpr bool under_thread_sanitizer = true;
#else
inline constexpr bool under_thread_sanitizer = false;
#endif

/// A point in the program's order that TBB keeps and the thread sanitizer cannot see, Debian's TBB being built without
/// it: all that was done before leave() is done before what follows arrive(). Nothing without the sanitizer.
class Meeting {
 public:
  void leave() {
#if defined(__SANITIZE_THREAD__)
    __tsan_release(&mark_);
#endif
  }
  void arrive() {
#if defined(__SANITIZE_THREAD__)
    __tsan_acquire(&mark_);
#endif
  }

 private:
  [[maybe_unused]] char mark_ = 0;
};

/// Who starts a piece of work leaves `begun`, the piece arrives there; a finished piece leaves `done`, who waited for
/// it arrives there. Pieces that run side by side stay unordered, so that races between them are found.
inline Meeting begun;
inline Meeting done;

}  // namespace jobcast::parallel
