#include "app/messages/catalogue.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <regex>
#include <set>

#include "tests/app/process.hpp"

namespace jobcast::app {
namespace {

using ::testing::IsEmpty;

/// Every text of the files under `folders` with one of these endings that has a shape; its first group is what is kept.
std::set<std::string> found_in(std::initializer_list<const char*> folders, std::set<std::string> endings,
                               const std::regex& shape) {
  const std::filesystem::path root(JOBCAST_SOURCE_DIR);
  std::set<std::string> found;
  for (const auto* folder : folders) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
      if (!endings.contains(entry.path().extension())) continue;
      const auto source = testing::read_file(entry.path());
      for (std::sregex_iterator match(source.begin(), source.end(), shape), end; match != end; ++match) {
        found.insert((*match)[1]);
      }
    }
  }
  return found;
}

/// Every string literal of the program's and the page's sources that has the shape of a message id.
std::set<std::string> ids_in_sources() {
  const std::regex shape("\"([a-z_]+(\\.[a-z0-9_]+)+)\"");
  auto ids = found_in({"engine", "models", "app"}, {".cpp", ".hpp"}, shape);
  ids.merge(found_in({"page/src"}, {".ts", ".tsx"}, shape));
  return ids;
}

/// The page's ids with a part that is filled in, `page.view_${each}`, as expressions for the ids that they may become.
std::vector<std::regex> filled_ids() {
  std::vector<std::regex> filled;
  const std::regex shape("`([a-z]+\\.[a-z]+_\\$\\{[^}`]+\\}[a-z_]*)`");
  for (const auto& id : found_in({"page/src"}, {".ts", ".tsx"}, shape)) {
    const auto open = id.find("${");
    filled.emplace_back(id.substr(0, open) + "[a-z0-9_]+" + id.substr(id.find('}') + 1));
  }
  return filled;
}

/// Ids that the sources take for messages: those in a family ("csv", "app") of the catalogue. File names and model
/// settings look alike and are in other families or end in a file's suffix.
bool is_message_id(const std::string& id, const std::set<std::string>& families) {
  static const std::regex file(".*\\.(toml|csv|md|json|txt|hpp|cpp)");
  return families.contains(id.substr(0, id.find('.'))) && !std::regex_match(id, file);
}

std::set<std::string> placeholders(const std::string& sentence) {
  const std::regex shape("\\{[0-9]+\\}");
  return {std::sregex_token_iterator(sentence.begin(), sentence.end(), shape), std::sregex_token_iterator()};
}

TEST(Catalogue, HasEveryIdThatTheSourcesUse) {
  const Catalogue catalogue(Language::english);
  std::set<std::string> families;
  for (const auto& id : catalogue.ids()) families.insert(id.substr(0, id.find('.')));
  const std::set<std::string> assumption_groups{"population", "labour", "survey", "insured", "tracking"};
  std::vector<std::string> missing;
  for (const auto& id : ids_in_sources()) {
    if (assumption_groups.contains(id.substr(0, id.find('.')))) continue;
    if (is_message_id(id, families) && !catalogue.contains(id)) missing.push_back(id);
  }
  EXPECT_THAT(missing, IsEmpty());
}

TEST(Catalogue, HasNoIdThatNothingUses) {
  const auto used = ids_in_sources();
  const auto filled = filled_ids();
  std::vector<std::string> unused;
  for (const auto& id : Catalogue(Language::english).ids()) {
    const bool is_filled =
        std::any_of(filled.begin(), filled.end(), [&](const auto& each) { return std::regex_match(id, each); });
    if (!used.contains(id) && !is_filled) unused.push_back(id);
  }
  EXPECT_THAT(unused, IsEmpty());
}

TEST(Catalogue, TakesTheSameArgumentsInBothLanguages) {
  const Catalogue english(Language::english);
  const Catalogue korean(Language::korean);
  for (const auto& id : english.ids()) {
    const auto in_english = placeholders(english.text(id));
    for (const auto& each : placeholders(korean.text(id))) EXPECT_TRUE(in_english.contains(each)) << id << " " << each;
  }
}

TEST(Catalogue, SpeaksTheLocalesLanguage) {
  EXPECT_EQ(language_of_locale("ko_KR.UTF-8"), Language::korean);
  EXPECT_EQ(language_of_locale("ko"), Language::korean);
  EXPECT_EQ(language_of_locale("en_GB.UTF-8"), Language::english);
  EXPECT_EQ(language_of_locale(""), Language::english);
}

TEST(Catalogue, PutsArgumentsInTheirPlaces) {
  const Catalogue catalogue(Language::english, {{"a.toml", "[a.b]\nen = \"{1} before {0}, {2} stays\"\nko = \"\""}});
  EXPECT_EQ(catalogue.text("a.b", "x", "{0}"), "{0} before x, {2} stays");
}

TEST(Catalogue, ShowsAnIdItLacksWithItsArguments) {
  EXPECT_EQ(Catalogue(Language::korean, {}).text("a.b", "x"), "a.b \"x\"");
}

TEST(Catalogue, RefusesAnIdWithoutOneOfTheLanguagesAndAnIdGivenTwice) {
  EXPECT_THROW(Catalogue(Language::english, {{"a.toml", "[a.b]\nen = \"x\""}}), std::runtime_error);
  const EmbeddedFile file{"a.toml", "[a.b]\nen = \"x\"\nko = \"x\""};
  EXPECT_THROW(Catalogue(Language::english, {file, file}), std::runtime_error);
  EXPECT_THROW(Catalogue(Language::english, {{"a.toml", "[a.b"}}), std::runtime_error);
}

TEST(Catalogue, ChoosesTheKoreanParticleThatFitsTheWordBeforeIt) {
  const auto say = [](const std::string& sentence, const std::string& word) {
    const std::string file = "[a.b]\nen = \"\"\nko = '''" + sentence + "'''";
    return Catalogue(Language::korean, {{"a.toml", file}}).text("a.b", word);
  };
  EXPECT_EQ(say("{0}이(가)", "사업"), "사업이");
  EXPECT_EQ(say("{0}이(가)", "부서"), "부서가");
  EXPECT_EQ(say("\"{0}\"을(를)", "복지과"), "\"복지과\"를");
  EXPECT_EQ(say("{0}을(를)", "76.1%"), "76.1%를");
  EXPECT_EQ(say("{0}(으)로", "3.0%p"), "3.0%p로");
  EXPECT_EQ(say("{0}은(는)", "10"), "10은");
  EXPECT_EQ(say("{0}(으)로", "서울"), "서울로");
  EXPECT_EQ(say("{0}(으)로", "사업"), "사업으로");
  EXPECT_EQ(say("{0}이(가)", "PLAN"), "PLAN이(가)") << "the sound of Latin letters is not known";
}

}  // namespace
}  // namespace jobcast::app
