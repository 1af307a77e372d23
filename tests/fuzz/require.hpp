#pragma once

#include <cstdio>
#include <cstdlib>

namespace jobcast::fuzz {

/// Ends the program, which libFuzzer reports with its input, when what must hold does not.
inline void require(bool holds, const char* what) {
  if (holds) return;
  static_cast<void>(std::fprintf(stderr, "does not hold: %s\n", what));
  std::abort();
}

}  // namespace jobcast::fuzz
