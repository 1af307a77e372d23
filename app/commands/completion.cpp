#include <ostream>

#include "app/command_line/completion.hpp"
#include "app/command_line/usage_error.hpp"
#include "app/commands/commands.hpp"

namespace jobcast::app {

int run_completion(const Arguments& arguments, const Console& console) {
  const auto shell = arguments.get("SHELL");
  const auto script = completion_script(shell, console.catalogue());
  if (script.empty()) {
    const auto near = input::nearest(shell, {"bash", "zsh", "fish"});
    throw UsageError({"app.unknown_shell", {shell}}, {"app.expected_choice", {"bash, zsh, fish"}},
                     near.empty() ? input::Message{} : input::Message{"app.did_you_mean", {near}});
  }
  console.out << script;
  return 0;
}

}  // namespace jobcast::app
