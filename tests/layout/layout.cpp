#include "tests/layout/layout.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

namespace jobcast::layout {
namespace {

namespace fs = std::filesystem;

// A lower number is nearer to the ground; folders of one number in a tree do not include each other.
const std::map<std::string, int> engine_height{{"units", 0},     {"time", 1},        {"random", 2}, {"stats", 2},
                                               {"kernel", 2},    {"graph", 2},       {"input", 2},  {"lanes", 2},
                                               {"ranks", 2},     {"parallel", 2},    {"design", 3}, {"store", 3},
                                               {"discovery", 3}, {"sensitivity", 4}, {"sweep", 4},  {"linear", 0}};
// Each may include what stands in its own set; forecast may include all of models.
const std::map<std::string, std::set<std::string>> models_known{
    {"plan", {}},
    {"state", {}},
    {"population", {"plan", "state"}},
    {"labour", {"plan", "state"}},
    {"programmes", {"plan", "state", "scenario"}},
    {"survey", {"plan", "state"}},
    {"scenario", {"plan"}},
    {"panel", {}},
    {"audit", {"plan"}},
    {"attribution", {"plan", "scenario", "forecast"}},
    {"schedule", {"plan", "state", "scenario", "programmes", "forecast"}},
    {"tracking", {"plan", "state", "scenario", "programmes", "survey", "forecast", "attribution"}},
    {"sensitivity", {"plan", "scenario", "programmes", "forecast"}},
    {"discovery", {"plan", "scenario", "forecast", "runs", "sensitivity"}},
    {"response", {"plan", "scenario", "programmes", "survey", "forecast"}},
    {"gap", {"plan", "scenario", "programmes", "survey", "forecast", "response"}},
    {"optimise", {"plan", "scenario", "programmes", "survey", "forecast", "response"}},
    {"calibration", {"plan", "state", "scenario", "population", "labour", "programmes", "survey", "forecast"}},
    {"backtest", {"plan", "state", "population", "labour", "survey", "panel", "forecast", "calibration"}},
    {"forecast", {"plan", "state", "scenario", "population", "labour", "programmes", "survey"}},
    {"runs", {"plan", "scenario", "survey", "forecast"}},
    {"sweep", {"plan", "scenario", "programmes", "forecast"}},
};
const std::map<std::string, int> tree_height{{"engine", 0}, {"models", 1}, {"app", 2}};

std::pair<std::string, std::string> split(const std::string& folder) {
  const auto slash = folder.find('/');
  if (slash == std::string::npos) return {folder, ""};
  return {folder.substr(0, slash), folder.substr(slash + 1)};
}

bool is_source(const fs::path& path) { return path.extension() == ".cpp" || path.extension() == ".hpp"; }

}  // namespace

std::string folder_of(const std::string& path) {
  const auto first = path.find('/');
  if (first == std::string::npos) return "";
  const std::string tree = path.substr(0, first);
  if (tree == "app") return tree;
  const auto second = path.find('/', first + 1);
  return !tree_height.contains(tree) || second == std::string::npos ? "" : path.substr(0, second);
}

bool may_include(const std::string& from, const std::string& to) {
  if (from == to) return true;
  const auto [from_tree, from_name] = split(from);
  const auto [to_tree, to_name] = split(to);
  if (!tree_height.contains(from_tree) || !tree_height.contains(to_tree)) return false;
  if (from_tree != to_tree) return tree_height.at(to_tree) < tree_height.at(from_tree);
  if (from_tree == "engine") {
    return engine_height.contains(from_name) && engine_height.contains(to_name) &&
           engine_height.at(to_name) < engine_height.at(from_name);
  }
  return models_known.contains(from_name) && models_known.at(from_name).contains(to_name);
}

std::vector<Include> includes_under(const fs::path& root, const std::string& top) {
  static const std::regex pattern(R"rx(^\s*#\s*include\s*"([^"]+)")rx");
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(root / top)) {
    if (entry.is_regular_file() && is_source(entry.path())) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<Include> result;
  for (const auto& file : files) {
    std::ifstream stream(file);
    std::string text;
    for (int line = 1; std::getline(stream, text); ++line) {
      std::smatch match;
      if (std::regex_search(text, match, pattern)) {
        result.push_back({fs::relative(file, root).generic_string(), line, match[1]});
      }
    }
  }
  return result;
}

std::vector<std::string> faults(const fs::path& root, const std::vector<Include>& includes) {
  std::vector<std::string> result;
  for (const auto& [file, line, target] : includes) {
    const std::string where = file + ":" + std::to_string(line) + ": ";
    const std::string from = folder_of(file);
    const std::string to = folder_of(target);
    const bool generated = from == "app" && to == "app";  // the message catalogue is written by the build
    if (!generated && !fs::exists(root / target)) {
      result.push_back(where + "\"" + target + "\" is not a path from the root");
    } else if (!may_include(from, to)) {
      result.push_back(where + (from.empty() ? "?" : from) + " must not include \"" + target + "\"");
    }
  }
  return result;
}

std::vector<std::string> declared_dependencies(const fs::path& root, const std::string& folder) {
  std::ifstream stream(root / folder / "CMakeLists.txt");
  std::stringstream text;
  text << stream.rdbuf();
  const std::string content = text.str();
  static const std::regex call(R"(jobcast_folder\(([^)]*)\))");
  static const std::regex path("(engine|models|app)/[a-z_]+");
  std::vector<std::string> result;
  for (std::sregex_iterator one(content.begin(), content.end(), call), end; one != end; ++one) {
    const std::string arguments = (*one)[1];
    for (std::sregex_iterator name(arguments.begin(), arguments.end(), path); name != end; ++name) {
      result.push_back(name->str());
    }
  }
  return result;
}

}  // namespace jobcast::layout
