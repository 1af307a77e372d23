#include "app/commands/find_plan.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "app/command_line/usage_error.hpp"

namespace jobcast::app {
namespace {

namespace fs = std::filesystem;
constexpr auto manifest = "plan.toml";

bool is_plan(const fs::path& folder) {
  std::error_code ignored;
  return fs::is_regular_file(folder / manifest, ignored);
}

std::vector<fs::path> shelves() {
  std::vector<fs::path> folders{"scenarios"};
  if (const char* named = std::getenv("JOBCAST_SCENARIOS"); named != nullptr && *named != '\0') {
    folders.emplace_back(named);
  }
  folders.emplace_back(JOBCAST_INSTALLED_SCENARIOS);
  return folders;
}

}  // namespace

std::vector<std::string> known_plans() {
  std::vector<std::string> names;
  for (const auto& shelf : shelves()) {
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(shelf, ignored)) {
      if (is_plan(entry.path())) names.push_back(entry.path().filename().string());
    }
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

std::string find_plan(const std::string& word) {
  const fs::path path(word);
  if (is_plan(path)) return word;
  std::error_code ignored;
  if (path.filename() == manifest && fs::is_regular_file(path, ignored)) {
    return path.has_parent_path() ? path.parent_path().string() : ".";
  }
  for (const auto& shelf : shelves()) {
    if (is_plan(shelf / path)) return (shelf / path).lexically_normal().string();
  }
  if (fs::is_directory(path, ignored)) {
    throw UsageError({"app.folder_without_plan", {word}}, {"app.expected_plan_folder", {}}, {"app.mend_new_plan", {}});
  }
  const auto names = known_plans();
  std::string list;
  for (const auto& name : names) list += (list.empty() ? "" : ", ") + name;
  const auto near = input::nearest(word, names);
  const auto expected =
      names.empty() ? input::Message{"app.expected_plan_folder", {}} : input::Message{"app.expected_plan", {list}};
  throw UsageError({"app.unknown_plan", {word}}, expected,
                   near.empty() ? input::Message{} : input::Message{"app.did_you_mean", {near}});
}

std::string plan_of_scenario(const std::string& scenario_file) {
  std::error_code ignored;
  auto folder = fs::absolute(scenario_file, ignored).lexically_normal().parent_path();
  for (; !folder.empty(); folder = folder.parent_path()) {
    if (is_plan(folder)) return fs::proximate(folder, ignored).string();
    if (folder == folder.parent_path()) break;
  }
  throw UsageError({"app.scenario_without_plan", {scenario_file}});
}

}  // namespace jobcast::app
