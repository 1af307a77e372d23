#include <gmock/gmock.h>

#include <algorithm>
#include <array>
#include <sstream>

#include "app/command_line/specification.hpp"
#include "tests/app/panel_fixture.hpp"
#include "tests/app/process.hpp"

namespace jobcast::app {
namespace {

using Words = std::vector<std::string>;

/// The words of a shell line without its comment, its redirection and the program's name.
Words words_of(const std::string& line) {
  std::istringstream stream(line);
  Words words;
  for (std::string word; stream >> word && word[0] != '#' && word[0] != '>';) {
    std::erase(word, '\'');  // quotes are the shell's
    words.push_back(word);
  }
  words.erase(words.begin());
  return words;
}

/// Every call of jobcast in the README's code blocks, but for the wrapper's own "test" and "bench".
std::vector<Words> calls_in_readme() {
  std::istringstream stream(testing::read_file(std::string(JOBCAST_SOURCE_DIR) + "/README.md"));
  std::vector<Words> calls;
  for (std::string line; std::getline(stream, line);) {
    const bool of_the_wrapper = line.starts_with("./jobcast test") || line.starts_with("./jobcast bench");
    if (line.starts_with("./jobcast ") && !of_the_wrapper) calls.push_back(words_of(line));
  }
  return calls;
}

std::vector<Words> calls_in_help() {
  std::vector<Words> calls;
  for (const auto& command : commands()) {
    for (const auto& example : command.examples) calls.push_back(words_of(std::string(example.line)));
  }
  return calls;
}

/// Runs the calls in one folder with the plans and a panel at hand, with few draws.
void run_all(const std::vector<Words>& calls) {
  const testing::TemporaryFolder folder;
  const auto scenarios = std::string(JOBCAST_SOURCE_DIR) + "/scenarios";
  std::filesystem::create_directory_symlink(scenarios, folder.path() / "scenarios");
  testing::write_file(folder.path() / "panel.csv", testing::panel_text());
  ASSERT_FALSE(calls.empty());
  for (auto call : calls) {
    const auto command = call.front();  // a copy: the call grows below
    if (command == "serve") continue;   // goes on until it is stopped; tests/app/server runs it
    constexpr std::array drawing{"forecast", "sweep", "attribute", "schedule",   "track",
                                 "report",   "gap",   "optimise",  "sensitivity"};
    const bool drawn = std::find(drawing.begin(), drawing.end(), command) != drawing.end();
    if (drawn) call.insert(call.end(), {"--draws", "64"});
    if (command == "check-calibration") call.insert(call.end(), {"--histories", "40"});
    const auto outcome = testing::jobcast(
        {.words = call, .environment = {{"JOBCAST_CACHE", folder / "cache"}}, .folder = folder.path()});
    EXPECT_EQ(outcome.code, 0) << ::testing::PrintToString(call) << "\n" << outcome.error;
  }
}

TEST(Examples, OfTheReadmeRun) { run_all(calls_in_readme()); }

TEST(Examples, OfTheHelpRun) { run_all(calls_in_help()); }

}  // namespace
}  // namespace jobcast::app
