#include "app/command_line/completion.hpp"

#include <fmt/format.h>

#include "app/command_line/specification.hpp"

namespace jobcast::app {
namespace {

/// Plans by name from the folders that hold them, in the shell's own words.
constexpr std::string_view list_plans =
    R"sh(for manifest in scenarios/*/plan.toml "${JOBCAST_SCENARIOS:-scenarios}"/*/plan.toml; do
    [ -f "$manifest" ] && basename "$(dirname "$manifest")"
  done | sort -u)sh";

std::string spaced(const std::vector<std::string_view>& words) {
  std::string text;
  for (const auto word : words) text += (text.empty() ? "" : " ") + std::string(word);
  return text;
}

std::string spaced_options(const Command& command) {
  std::string text = "--help";
  for (const auto& option : command.options) text += " " + std::string(option.name);
  return text;
}

std::string spaced_commands() {
  std::string text;
  for (const auto& command : commands()) text += (text.empty() ? "" : " ") + std::string(command.name);
  return text;
}

bool begins_with(const Command& command, WordKind kind) {
  return !command.positionals.empty() && command.positionals.front().kind == kind;
}

/// Inside single quotes of a POSIX-like shell.
std::string in_quotes(std::string_view words) {
  std::string text = "'";
  for (const char letter : words) text += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
  return text + "'";
}

std::string bash_script() {
  std::string text = "# bash completion for jobcast\n_jobcast_plans() {\n  " + std::string(list_plans) +
                     "\n}\n\n_jobcast() {\n"
                     "  local current=\"${COMP_WORDS[COMP_CWORD]}\" previous=\"${COMP_WORDS[COMP_CWORD-1]}\"\n"
                     "  local command=\"${COMP_WORDS[1]}\"\n  COMPREPLY=()\n  if [ \"$COMP_CWORD\" -eq 1 ]; then\n";
  text += fmt::format(
      "    COMPREPLY=($(compgen -W \"{} help --help --version --lang\" -- \"$current\"))\n    return\n  fi\n",
      spaced_commands());
  text += "  case \"$command $previous\" in\n";
  for (const auto& command : commands()) {
    for (const auto& option : command.options) {
      const auto pattern = fmt::format("    \"{} {}\") ", command.name, option.name);
      if (!option.choices.empty()) {
        text += fmt::format("{}COMPREPLY=($(compgen -W \"{}\" -- \"$current\")); return ;;\n", pattern,
                            spaced(option.choices));
      } else if (option.kind == WordKind::file || option.kind == WordKind::scenario) {
        text += pattern + "COMPREPLY=($(compgen -f -- \"$current\")); return ;;\n";
      }
    }
  }
  text +=
      "    \"completion completion\") COMPREPLY=($(compgen -W \"bash zsh fish\" -- \"$current\")); return ;;\n  esac\n"
      "  case \"$command\" in\n";
  for (const auto& command : commands()) {
    text += fmt::format("    {}) COMPREPLY=($(compgen -W \"{}{}\" -- \"$current\") $(compgen {} -- \"$current\")) ;;\n",
                        command.name, spaced_options(command),
                        begins_with(command, WordKind::plan) ? " $(_jobcast_plans)" : "",
                        begins_with(command, WordKind::file) ? "-f" : "-d");
  }
  return text + "  esac\n}\ncomplete -o filenames -F _jobcast jobcast\n";
}

std::string zsh_escaped(std::string_view words) {
  std::string text;
  for (const char letter : words) {
    if (letter == '[' || letter == ']' || letter == ':' || letter == '\\') text += '\\';
    text += letter;
  }
  return text;
}

std::string zsh_action(const Option& option) {
  if (!option.choices.empty()) return "(" + spaced(option.choices) + ")";
  return option.kind == WordKind::file || option.kind == WordKind::scenario ? "_files" : " ";
}

std::string zsh_script(const Catalogue& catalogue) {
  std::string text =
      "#compdef jobcast\n_jobcast_plans() {\n  local -a plans\n  plans=(${(f)\"$(\n  " + std::string(list_plans) +
      "\n  )\"})\n  compadd -a plans\n  _files -/\n}\n\n_jobcast() {\n  local -a commands\n  commands=(\n";
  for (const auto& command : commands()) {
    text +=
        "    " + in_quotes(std::string(command.name) + ":" + zsh_escaped(catalogue.text(command.summary_id))) + "\n";
  }
  text +=
      "  )\n  if (( CURRENT == 2 )); then\n    _describe command commands\n    return\n  fi\n"
      "  local command=$words[2]\n  shift words\n  (( CURRENT-- ))\n  case $command in\n";
  for (const auto& command : commands()) {
    text += fmt::format("    {})\n      _arguments", command.name);
    for (const auto& option : command.options) {
      auto words = fmt::format("{}[{}]", option.name, zsh_escaped(catalogue.text(option.help_id)));
      if (!option.is_flag()) words += fmt::format(":{}:{}", zsh_escaped(option.value), zsh_action(option));
      text += " \\\n        " + in_quotes(words);
    }
    for (const auto& word : command.positionals) {
      const auto action = word.kind == WordKind::plan     ? "_jobcast_plans"
                          : word.kind == WordKind::folder ? "_files -/"
                          : word.kind == WordKind::file   ? "_files"
                          : word.name == "SHELL"          ? "(bash zsh fish)"
                                                          : " ";
      text += " \\\n        " + in_quotes(fmt::format("{}:{}:{}",
                                                      word.several    ? "*"
                                                      : word.optional ? ":"
                                                                      : "",
                                                      word.name, action));
    }
    text += "\n      ;;\n";
  }
  return text +
         "  esac\n}\nif [[ \"$funcstack[1]\" == _jobcast ]]; then _jobcast \"$@\"; else compdef _jobcast jobcast; fi\n";
}

std::string fish_script(const Catalogue& catalogue) {
  std::string text =
      "# fish completion for jobcast\nfunction __jobcast_plans\n"
      "    for manifest in scenarios/*/plan.toml $JOBCAST_SCENARIOS/*/plan.toml\n"
      "        test -f $manifest; and basename (dirname $manifest)\n    end | sort -u\nend\n\ncomplete -c jobcast -f\n";
  for (const auto& command : commands()) {
    text += fmt::format("complete -c jobcast -n __fish_use_subcommand -a {} -d {}\n", command.name,
                        in_quotes(catalogue.text(command.summary_id)));
    const auto seen = fmt::format("-n '__fish_seen_subcommand_from {}'", command.name);
    for (const auto& option : command.options) {
      const bool file = option.kind == WordKind::file || option.kind == WordKind::scenario;
      text += fmt::format("complete -c jobcast {} -l {} -{}{} -d {}\n", seen, option.name.substr(2), file ? "rF" : "x",
                          option.choices.empty() ? "" : " -a '" + spaced(option.choices) + "'",
                          in_quotes(catalogue.text(option.help_id)));
    }
    if (begins_with(command, WordKind::plan)) {
      text += fmt::format("complete -c jobcast {} -a '(__jobcast_plans)'\n", seen);
    }
    if (begins_with(command, WordKind::file)) text += fmt::format("complete -c jobcast {} -F\n", seen);
    if (!command.positionals.empty() && command.positionals.front().name == "SHELL")
      text += fmt::format("complete -c jobcast {} -a 'bash zsh fish'\n", seen);
  }
  return text;
}

}  // namespace

std::string completion_script(std::string_view shell, const Catalogue& catalogue) {
  if (shell == "bash") return bash_script();
  if (shell == "zsh") return zsh_script(catalogue);
  if (shell == "fish") return fish_script(catalogue);
  return "";
}

}  // namespace jobcast::app
