#include "tests/layout/layout.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace jobcast::layout {
namespace {

namespace fs = std::filesystem;
const fs::path root = JOBCAST_SOURCE_DIR;

std::vector<std::string> folders_of(const std::string& tree) {
  std::vector<std::string> result;
  for (const auto& entry : fs::directory_iterator(root / tree)) {
    if (entry.is_directory()) result.push_back(tree + "/" + entry.path().filename().string());
  }
  std::sort(result.begin(), result.end());
  return result;
}

/// A folder, all it depends on, and all those depend on, as CMake links them.
std::set<std::string> reachable(const std::string& folder) {
  std::set<std::string> seen;
  std::vector<std::string> open{folder};
  while (!open.empty()) {
    const std::string own = open.back();
    open.pop_back();
    if (!seen.insert(own).second) continue;
    for (const auto& next : declared_dependencies(root, own)) open.push_back(next);
  }
  return seen;
}

TEST(Layout, EveryIncludePointsForward) {
  for (const char* tree : {"engine", "models", "app"}) {
    const auto includes = includes_under(root, tree);
    EXPECT_FALSE(includes.empty()) << tree << " was not read";
    for (const auto& fault : faults(root, includes)) ADD_FAILURE() << fault;
  }
}

TEST(Layout, EveryFolderIsLinkedToWhatItIncludes) {
  for (const char* tree : {"engine", "models"}) {
    for (const auto& folder : folders_of(tree)) {
      const auto linked = reachable(folder);
      for (const auto& [file, line, target] : includes_under(root, folder)) {
        EXPECT_TRUE(linked.contains(folder_of(target)))
            << file << ":" << line << ": \"" << target << "\" is included, but " << folder
            << "/CMakeLists.txt does not depend on " << folder_of(target);
      }
    }
  }
}

TEST(Layout, EveryDeclaredDependencyPointsForward) {
  for (const char* tree : {"engine", "models"}) {
    for (const auto& folder : folders_of(tree)) {
      for (const auto& to : declared_dependencies(root, folder)) {
        EXPECT_TRUE(may_include(folder, to)) << folder << "/CMakeLists.txt depends on " << to;
      }
    }
  }
}

TEST(MayInclude, FollowsTheArrows) {
  EXPECT_TRUE(may_include("app", "models/plan"));
  EXPECT_TRUE(may_include("models/labour", "engine/lanes"));
  EXPECT_TRUE(may_include("models/forecast", "models/survey"));
  EXPECT_TRUE(may_include("engine/sweep", "engine/random"));
  EXPECT_TRUE(may_include("engine/time", "engine/units"));
  EXPECT_FALSE(may_include("engine/units", "engine/time"));
  EXPECT_FALSE(may_include("engine/random", "engine/stats"));
  EXPECT_FALSE(may_include("engine/kernel", "models/plan"));
  EXPECT_FALSE(may_include("models/labour", "models/population"));
  EXPECT_FALSE(may_include("models/state", "models/forecast"));
  EXPECT_FALSE(may_include("models/plan", "app"));
  EXPECT_FALSE(may_include("engine/unheard_of", "engine/units"));
}

TEST(Faults, NameTheFileTheLineAndWhatIsWrong) {
  const std::vector<Include> includes{
      {"engine/units/lane.hpp", 3, "engine/time/date.hpp"},
      {"engine/time/date.cpp", 7, "date.hpp"},
      {"engine/time/date.cpp", 8, "engine/time/date.hpp"},
  };
  EXPECT_THAT(faults(root, includes),
              ::testing::ElementsAre("engine/units/lane.hpp:3: engine/units must not include \"engine/time/date.hpp\"",
                                     "engine/time/date.cpp:7: \"date.hpp\" is not a path from the root"));
}

}  // namespace
}  // namespace jobcast::layout
