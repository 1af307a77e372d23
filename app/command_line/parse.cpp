#include <CLI/CLI.hpp>
#include <algorithm>

#include "app/command_line/arguments.hpp"
#include "app/command_line/specification.hpp"
#include "app/command_line/usage_error.hpp"
#include "engine/input/diagnostic.hpp"

namespace jobcast::app {
namespace {

using Words = std::vector<std::string>;

input::Message did_you_mean(std::string_view word, const Words& candidates) {
  const auto near = input::nearest(word, candidates);
  return near.empty() ? input::Message{} : input::Message{"app.did_you_mean", {near}};
}

Words option_names(const Command& command) {
  Words names{"--help"};
  for (const auto& option : command.options) names.emplace_back(option.name);
  return names;
}

Words command_names() {
  Words names;
  for (const auto& command : commands()) names.emplace_back(command.name);
  return names;
}

std::string joined(const Words& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

/// CLI11 does the splitting; what it has to say about faults is said by the catalogue instead.
class Parser {
 public:
  Parser() : specification_(commands()) {
    app_.set_help_flag();
    app_.add_flag("-h,--help", arguments_.help);
    app_.add_flag("-V,--version", arguments_.version);
    app_.add_option("--lang", language_);
    app_.allow_extras();
    for (const auto& command : specification_) add(command);
  }

  Arguments parse(const Words& words) {
    for (auto* command : app_.get_subcommands({})) command->fallthrough(false);
    try {
      app_.parse(Words(words.rbegin(), words.rend()));
    } catch (const CLI::ArgumentMismatch& error) {
      throw UsageError({"app.no_value", {named_in(error)}});
    }
    const auto chosen = app_.get_subcommands();
    if (chosen.empty()) {
      if (!arguments_.help && !arguments_.version) refuse_unknown_command();
      return arguments_;
    }
    const auto& command = *std::find_if(specification_.begin(), specification_.end(),
                                        [&](const auto& each) { return each.name == chosen.front()->get_name(); });
    arguments_.command = command.name;
    collect(*chosen.front());
    if (!arguments_.help) check(command, *chosen.front());
    return arguments_;
  }

 private:
  void add(const Command& command) {
    auto* sub = app_.add_subcommand(std::string(command.name));
    sub->set_help_flag();
    sub->add_flag("-h,--help", arguments_.help);
    sub->allow_extras();
    sub->positionals_at_end(false);
    for (const auto& word : command.positionals) {
      auto* option = sub->add_option(std::string(word.name));
      if (word.several) option->expected(1, CLI::detail::expected_max_vector_size)->allow_extra_args();
    }
    for (const auto& option : command.options) {
      if (option.is_flag()) {
        sub->add_flag(std::string(option.name));
        continue;
      }
      sub->add_option(std::string(option.name))->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    }
  }

  void collect(const CLI::App& chosen) {
    for (const auto* option : chosen.get_options()) {
      if (option->count() > 0 && option->get_single_name() != "help") {
        arguments_.words[option->get_name(option->get_positional(), false)] = option->results().back();
        if (option->get_expected_max() > 1) arguments_.several = option->results();
      }
    }
    if (!language_.empty()) arguments_.words.try_emplace("--lang", language_);
  }

  void refuse_unknown_command() const {
    const auto surplus = app_.remaining();
    if (surplus.empty()) {
      throw UsageError({"app.no_command", {}}, {"app.expected_command", {joined(command_names())}},
                       {"app.see_program_help", {}});
    }
    const auto& word = surplus.front();
    if (word.starts_with('-')) {
      throw UsageError({"app.unknown_option", {word}}, {}, did_you_mean(word, {"--help", "--version", "--lang"}));
    }
    throw UsageError({"app.unknown_command", {word}}, {"app.expected_command", {joined(command_names())}},
                     did_you_mean(word, command_names()));
  }

  void check(const Command& command, const CLI::App& chosen) const {
    refuse_surplus(command, chosen.remaining());
    for (const auto& word : command.positionals) {
      if (word.optional) continue;
      if (!arguments_.find(word.name) || arguments_.get(word.name).empty()) {
        throw UsageError({"app.missing_word", {std::string(word.name)}}, {},
                         {"app.see_help", {std::string(command.name)}});
      }
    }
    for (const auto& option : command.options) check_choice(option);
  }

  static void refuse_surplus(const Command& command, const Words& surplus) {
    if (surplus.empty()) return;
    const auto option = std::find_if(surplus.begin(), surplus.end(), [](const auto& w) { return w.starts_with('-'); });
    if (option == surplus.end()) {
      throw UsageError({"app.surplus_word", {surplus.front()}}, {}, {"app.see_help", {std::string(command.name)}});
    }
    const auto name = option->substr(0, option->find('='));
    auto mend = did_you_mean(name, option_names(command));
    if (mend.id.empty()) mend = {"app.see_help", {std::string(command.name)}};
    throw UsageError({"app.unknown_option", {name}}, {}, mend);
  }

  void check_choice(const Option& option) const {
    const auto word = arguments_.find(option.name);
    if (!word || option.choices.empty()) return;
    if (std::find(option.choices.begin(), option.choices.end(), *word) != option.choices.end()) return;
    const Words choices(option.choices.begin(), option.choices.end());
    throw UsageError({"app.bad_choice", {std::string(option.name), *word}}, {"app.expected_choice", {joined(choices)}},
                     did_you_mean(*word, choices));
  }

  /// CLI11 begins the text with the option's name.
  static std::string named_in(const CLI::ArgumentMismatch& error) {
    const std::string text = error.what();
    return text.substr(0, text.find_first_of(": "));
  }

  std::vector<Command> specification_;
  CLI::App app_;
  Arguments arguments_;
  std::string language_;
};

}  // namespace

Arguments parse(const std::vector<std::string>& words) {
  const bool asks_for_help = !words.empty() && words.front() == "help";
  if (!asks_for_help) return Parser().parse(words);
  Words rest(words.begin() + 1, words.end());
  rest.emplace_back("--help");
  return Parser().parse(rest);
}

}  // namespace jobcast::app
