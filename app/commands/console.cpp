#include "app/commands/console.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>

#include "app/command_line/usage_error.hpp"
#include "app/report/faults.hpp"
#include "engine/store/store_error.hpp"

namespace jobcast::app {
namespace {

std::string_view variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

bool coloured(int descriptor) {
  return isatty(descriptor) == 1 && variable("NO_COLOR").empty() && variable("TERM") != "dumb";
}

/// Of the terminal that the report is read on: standard output, or standard error when a pager stands between.
int terminal_width() {
  for (const int descriptor : {STDOUT_FILENO, STDERR_FILENO}) {
    winsize size{};
    const bool known = isatty(descriptor) == 1 && ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    if (known) return std::clamp<int>(size.ws_col, Page::narrowest, Page::widest);
  }
  return Page::widest;
}

int failed(const Console& console, const input::Message& problem) {
  console.error << fault_text(input::Diagnostic{{}, problem, {}, {}}, console.catalogue(), console.error_paint);
  return 1;
}

}  // namespace

Console console_of_process(const Catalogue& catalogue) {
  return {std::cout, std::cerr, Page{catalogue, Paint(coloured(STDOUT_FILENO)), terminal_width()},
          Paint(coloured(STDERR_FILENO))};
}

Language language_of_process(std::string_view asked_for) {
  if (asked_for == "ko" || asked_for == "en") return language_of_locale(asked_for);
  for (const auto* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    if (!variable(name).empty()) return language_of_locale(variable(name));
  }
  return Language::english;
}

int exit_code_of(const Console& console, const std::function<int()>& work) {
  constexpr int bad_input = 2;
  try {
    const int code = work();
    console.out.flush();
    return console.out ? code : failed(console, {"app.output_failed", {}});
  } catch (const WorkFailed& error) {
    console.error << fault_text(error.fault(), console.catalogue(), console.error_paint);
    return 1;
  } catch (const store::StoreError& error) {
    console.error << fault_text(error.fault(), console.catalogue(), console.error_paint);
    return error.is_bad_input() ? bad_input : 1;
  } catch (const UsageError& error) {
    console.error << fault_text(error.fault(), console.catalogue(), console.error_paint);
    return bad_input;
  } catch (const input::InputError& error) {
    console.error << fault_text(error.faults(), console.catalogue(), console.error_paint);
    return bad_input;
  } catch (const std::bad_alloc&) {
    return failed(console, {"app.no_memory", {}});
  } catch (const std::exception& error) {
    return failed(console, {"app.failed", {error.what()}});
  }
}

}  // namespace jobcast::app
