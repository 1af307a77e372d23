#pragma once

#include <string_view>
#include <vector>

namespace jobcast::app {

/// What a word of the command line stands for; shell completion offers accordingly.
enum class WordKind { free, plan, scenario, file, folder };

struct Positional {
  std::string_view name;     ///< "PLAN"
  std::string_view help_id;  ///< catalogue id
  WordKind kind = WordKind::free;
  bool optional = false;
  bool several = false;  ///< takes all words that follow; only the last one may
};

struct Option {
  std::string_view name;   ///< "--draws"
  std::string_view value;  ///< "N"; empty: a flag, which takes none
  std::string_view help_id;
  std::vector<std::string_view> choices = {};  ///< empty: any word
  WordKind kind = WordKind::free;

  [[nodiscard]] bool is_flag() const { return value.empty(); }
};

struct Example {
  std::string_view line;
  std::string_view help_id;
};

struct Command {
  std::string_view name;
  std::string_view summary_id;
  std::vector<Positional> positionals;
  std::vector<Option> options;
  std::vector<Example> examples;
};

/// Every command with its words and options: what is parsed, helped, completed and hinted at. The one place to add one.
std::vector<Command> commands();

}  // namespace jobcast::app
