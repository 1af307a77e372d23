#pragma once

#include <functional>
#include <iosfwd>

#include "app/report/page.hpp"

namespace jobcast::app {

/// Where a command writes. Colours only on a terminal, and not when NO_COLOR is set (no-color.org).
struct Console {
  std::ostream& out;
  std::ostream& error;
  Page page;          ///< of standard output
  Paint error_paint;  ///< of standard error

  [[nodiscard]] const Catalogue& catalogue() const { return page.catalogue; }
};

/// The process's own console. `catalogue` must outlive it.
Console console_of_process(const Catalogue& catalogue);

/// The language asked for on the command line ("ko", "en"), else the one of LC_ALL, LC_MESSAGES or LANG.
Language language_of_process(std::string_view asked_for);

/// Runs `work` and says what became of it: 0 done, 1 failed, 2 usage or bad input. Faults go to standard error.
int exit_code_of(const Console& console, const std::function<int()>& work);

}  // namespace jobcast::app
