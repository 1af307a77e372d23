#include "app/command_line/arguments.hpp"
#include "app/commands/commands.hpp"
#include "app/commands/console.hpp"

int main(int argc, char** argv) {
  using namespace jobcast::app;
  const std::vector<std::string> words(argv + 1, argv + argc);
  const Catalogue catalogue(language_of_process(language_word(words)));
  const auto console = console_of_process(catalogue);
  return exit_code_of(console, [&] { return run(parse(words), console); });
}
