#include "app/command_line/help.hpp"

#include <algorithm>

#include "app/command_line/specification.hpp"

namespace jobcast::app {
namespace {

constexpr int name_column = 26;

std::string entry(std::string_view name, const std::string& words, const Page& page) {
  std::string first = padded("  " + std::string(name), name_column, Align::left);
  if (display_width(first) > name_column - 2) first += "  ";
  return page.paragraph(words, Style::plain, first);
}

std::string usage_of(const Command& command) {
  std::string line = "jobcast " + std::string(command.name);
  for (const auto& word : command.positionals) {
    const auto name = std::string(word.name) + (word.several ? " ..." : "");
    line += word.optional ? " [" + name + "]" : " " + name;
  }
  return command.options.empty() ? line : line + " [...]";
}

std::string examples_of(const Command& command, const Page& page) {
  std::string text;
  for (const auto& example : command.examples) {
    text += page.paragraph(page.catalogue.text(example.help_id), Style::plain, "  ") + "    " +
            page.paint(Style::accent, example.line) + "\n";
  }
  return text;
}

std::string help_of(const Command& command, const Page& page) {
  const auto& words = page.catalogue;
  std::string text = page.paragraph(words.text(command.summary_id)) + page.heading(words.text("help.usage")) + "  " +
                     usage_of(command) + "\n";
  if (!command.positionals.empty()) text += page.heading(words.text("help.words"));
  for (const auto& word : command.positionals) text += entry(word.name, words.text(word.help_id), page);
  text += page.heading(words.text("help.options"));
  for (const auto& option : command.options) {
    const auto value = option.is_flag() ? "" : " " + std::string(option.value);
    text += entry(std::string(option.name) + value, words.text(option.help_id), page);
  }
  text += entry("-h, --help", words.text("help.help"), page);
  return text + page.heading(words.text("help.examples")) + examples_of(command, page);
}

std::string help_of_program(const Page& page) {
  const auto& words = page.catalogue;
  std::string text = page.paragraph(words.text("help.program")) + page.heading(words.text("help.usage")) +
                     "  jobcast COMMAND [...]\n" + page.heading(words.text("help.commands"));
  const auto all = commands();
  for (const auto& command : all) text += entry(command.name, words.text(command.summary_id), page);
  text += page.heading(words.text("help.options")) + entry("--lang ko|en", words.text("help.lang"), page) +
          entry("-h, --help", words.text("help.help"), page) +
          entry("-V, --version", words.text("help.version"), page) + page.heading(words.text("help.examples"));
  for (const auto& command : all) text += examples_of(command, page);
  return text + "\n" + page.paragraph(words.text("help.exit_codes")) + page.paragraph(words.text("help.plans"));
}

}  // namespace

std::string help_text(std::string_view command, const Page& page) {
  const auto all = commands();
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.name == command; });
  return found == all.end() ? help_of_program(page) : help_of(*found, page);
}

}  // namespace jobcast::app
