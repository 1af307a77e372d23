#include <gmock/gmock.h>

#include "app/command_line/arguments.hpp"
#include "app/command_line/completion.hpp"
#include "app/command_line/help.hpp"
#include "app/command_line/specification.hpp"
#include "app/command_line/usage_error.hpp"
#include "tests/app/process.hpp"

namespace jobcast::app {
namespace {

using ::testing::HasSubstr;

/// The fault that a command line is refused with: "problem argument… / expected / mend argument…".
std::string refusal_of(const std::vector<std::string>& words) {
  try {
    parse(words);
  } catch (const UsageError& error) {
    const auto said = [](const input::Message& message) {
      std::string text = message.id;
      for (const auto& argument : message.arguments) text += " " + argument;
      return text;
    };
    return said(error.fault().problem) + " / " + error.fault().expected.id + " / " + said(error.fault().mend);
  }
  return "accepted";
}

TEST(CommandLine, TakesWordsAndOptionsInAnyOrder) {
  const auto arguments = parse({"forecast", "--draws", "500", "jeongseon-2024", "--format=json"});
  EXPECT_EQ(arguments.command, "forecast");
  EXPECT_EQ(arguments.get("PLAN"), "jeongseon-2024");
  EXPECT_EQ(arguments.number("--draws", 1, 1, 1000), 500U);
  EXPECT_EQ(arguments.get("--format"), "json");
}

TEST(CommandLine, TakesTheLanguageBeforeOrAfterTheCommand) {
  EXPECT_EQ(parse({"--lang", "ko", "check", "x"}).get("--lang"), "ko");
  EXPECT_EQ(parse({"check", "x", "--lang=ko"}).get("--lang"), "ko");
  EXPECT_EQ(language_word({"check", "--lang", "ko"}), "ko");
  EXPECT_EQ(language_word({"check", "--lang"}), "");
}

TEST(CommandLine, HintsAtTheNearestCommandAndOption) {
  EXPECT_EQ(refusal_of({"forcast", "x"}),
            "app.unknown_command forcast / app.expected_command / app.did_you_mean forecast");
  EXPECT_EQ(refusal_of({"forecast", "x", "--drws", "3"}), "app.unknown_option --drws /  / app.did_you_mean --draws");
  EXPECT_EQ(refusal_of({"forecast", "x", "--drws=3"}), "app.unknown_option --drws /  / app.did_you_mean --draws");
  EXPECT_EQ(refusal_of({"programmes", "x", "--sector", "trainings"}),
            "app.bad_choice --sector trainings / app.expected_choice / app.did_you_mean training");
}

TEST(CommandLine, RefusesMissingAndSurplusWords) {
  EXPECT_EQ(refusal_of({}), "app.no_command / app.expected_command / app.see_program_help");
  EXPECT_EQ(refusal_of({"forecast"}), "app.missing_word PLAN /  / app.see_help forecast");
  EXPECT_EQ(refusal_of({"forecast", ""}), "app.missing_word PLAN /  / app.see_help forecast");
  EXPECT_EQ(refusal_of({"forecast", "a", "b"}), "app.surplus_word b /  / app.see_help forecast");
  EXPECT_EQ(refusal_of({"forecast", "a", "--draws"}), "app.no_value --draws /  / ");
  EXPECT_EQ(refusal_of({"explain", "a"}), "app.missing_word KEY /  / app.see_help explain");
}

TEST(CommandLine, RefusesNumbersThatAreNoneOrOutOfRange) {
  for (const auto* word : {"0", "-5", "1e4", "100000001", "99999999999999999999", "ten", "", "1.5", " 7"}) {
    const auto arguments = parse({"forecast", "x", "--draws", word});
    EXPECT_THROW((void)arguments.number("--draws", 1, 1, 100'000'000), UsageError) << word;
  }
}

TEST(CommandLine, ReadsADateOrAYearForItsLastDay) {
  EXPECT_EQ(parse({"forecast", "x", "--until", "2028"}).date("--until"), time::make_date(2028, 12, 31));
  EXPECT_EQ(parse({"forecast", "x", "--until", "2024-10-13"}).date("--until"), time::make_date(2024, 10, 13));
  EXPECT_EQ(parse({"forecast", "x"}).date("--until"), std::nullopt);
  for (const auto* word : {"28", "2024-02-30", "2024-10", "soon", "20281"}) {
    EXPECT_THROW((void)parse({"forecast", "x", "--until", word}).date("--until"), UsageError) << word;
  }
}

TEST(CommandLine, AsksForHelpWithoutNeedingTheOtherWords) {
  EXPECT_TRUE(parse({"forecast", "--help"}).help);
  EXPECT_TRUE(parse({"help", "forecast"}).help);
  EXPECT_EQ(parse({"help", "forecast"}).command, "forecast");
  EXPECT_TRUE(parse({"-h"}).help);
  EXPECT_TRUE(parse({"--version"}).version);
}

TEST(Help, ShowsEveryCommandOptionAndExampleWithinThePage) {
  for (const auto language : {Language::korean, Language::english}) {
    const Catalogue catalogue(language);
    const Page page{catalogue, Paint(false), Page::widest};
    const auto program = help_text("", page);
    for (const auto& command : commands()) {
      EXPECT_THAT(program, HasSubstr("  " + std::string(command.name)));
      const auto text = help_text(command.name, page);
      for (const auto& option : command.options) EXPECT_THAT(text, HasSubstr(std::string(option.name)));
      EXPECT_FALSE(command.examples.empty()) << command.name;
      for (const auto& example : command.examples) EXPECT_THAT(text, HasSubstr(std::string(example.line)));
    }
  }
}

TEST(Help, HasExamplesThatParse) {
  for (const auto& command : commands()) {
    for (const auto& example : command.examples) {
      const auto line = example.line.substr(0, example.line.find(" >"));
      std::vector<std::string> words;
      for (std::size_t at = 0; at < line.size();) {
        const auto end = std::min(line.find(' ', at), line.size());
        words.emplace_back(line.substr(at, end - at));
        at = end + 1;
      }
      words.erase(words.begin());
      EXPECT_EQ(refusal_of(words), "accepted") << example.line;
    }
  }
}

bool has_shell(const std::string& shell) {
  return testing::program("sh", {.words = {"-c", "command -v " + shell}}).code == 0;
}

TEST(Completion, IsSoundInEveryShellThatIsHere) {
  for (const std::string shell : {"bash", "zsh", "fish"}) {
    if (!has_shell(shell)) continue;
    for (const auto language : {Language::korean, Language::english}) {
      const testing::TemporaryFolder folder;
      testing::write_file(folder / "script", completion_script(shell, Catalogue(language)));
      const auto outcome = testing::program(shell, {.words = {"-n", folder / "script"}});
      EXPECT_EQ(outcome.code, 0) << shell << ": " << outcome.error;
    }
  }
}

TEST(Completion, OffersCommandsOptionsAndChoicesInBash) {
  const testing::TemporaryFolder folder;
  testing::write_file(folder / "script", completion_script("bash", Catalogue(Language::english)));
  const auto offered = [&](const std::string& words, int at) {
    const auto line = ". ./script; COMP_WORDS=(" + words + "); COMP_CWORD=" + std::to_string(at) +
                      "; _jobcast; echo \"${COMPREPLY[*]}\"";
    return testing::program("bash", {.words = {"-c", line}, .folder = folder.path()}).out;
  };
  EXPECT_EQ(offered("jobcast fore", 1), "forecast\n");
  EXPECT_EQ(offered("jobcast forecast --dr", 2), "--draws\n");
  EXPECT_EQ(offered("jobcast forecast --format ''", 3), "table json csv\n");
}

}  // namespace
}  // namespace jobcast::app
