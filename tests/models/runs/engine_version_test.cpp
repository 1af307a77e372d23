#include "models/runs/engine_version.hpp"

#include <gmock/gmock.h>

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace jobcast::runs {
namespace {

namespace fs = std::filesystem;
using ::testing::MatchesRegex;

/// A small tree of sources, and the version that the build makes of it.
class SourceTree {
 public:
  explicit SourceTree(const std::string& name) : root_(fs::temp_directory_path() / (name + std::to_string(getpid()))) {
    fs::remove_all(root_);
    write("engine/time/date.cpp", "int day = 1;\n");
    write("models/labour/chance.hpp", "double chance();\n");
    write("app/main.cpp", "int main() {}\n");
  }
  ~SourceTree() { fs::remove_all(root_); }
  SourceTree(const SourceTree&) = delete;
  SourceTree& operator=(const SourceTree&) = delete;

  void write(const std::string& file, const std::string& text) const {
    fs::create_directories((root_ / file).parent_path());
    std::ofstream(root_ / file) << text;
  }
  void rename(const std::string& from, const std::string& to) const { fs::rename(root_ / from, root_ / to); }

  [[nodiscard]] std::string version(const std::string& built_by = "GNU 12") const {
    const auto output = (root_ / "version.cpp").string();
    const std::string command = "cmake -DOUTPUT=" + output + " -DROOT=" + root_.string() +
                                " -DVERSION=0.1.0 \"-DBUILT_BY=" + built_by +
                                "\" -P " JOBCAST_SOURCE_DIR "/cmake/write_engine_version.cmake";
    EXPECT_EQ(std::system(command.c_str()), 0);
    std::ifstream stream(output);
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    const auto first = text.find("return \"") + 8;
    return text.substr(first, text.find('"', first) - first);
  }

 private:
  fs::path root_;
};

TEST(EngineVersion, IsAVersionAndTwelveDigits) {
  EXPECT_THAT(std::string(engine_version()), MatchesRegex("[0-9]+\\.[0-9]+\\.[0-9]+\\+[0-9a-f]{12}"));
}

TEST(EngineVersion, ChangesWithEveryByteOfEngineAndModels) {
  const SourceTree tree("jobcast-version-");
  const auto before = tree.version();
  EXPECT_THAT(before, MatchesRegex("0\\.1\\.0\\+[0-9a-f]{12}"));
  tree.write("engine/time/date.cpp", "int day = 2;\n");
  const auto changed = tree.version();
  EXPECT_NE(changed, before);
  tree.write("engine/time/date.cpp", "int day = 1;\n");
  EXPECT_EQ(tree.version(), before);
  tree.write("models/labour/new.cpp", "");
  const auto added = tree.version();
  EXPECT_NE(added, before);
  tree.rename("models/labour/new.cpp", "models/labour/newer.cpp");
  EXPECT_NE(tree.version(), added);
}

TEST(EngineVersion, ChangesWithTheCompilerButNotWithTheProgramAroundOrThePlace) {
  const SourceTree tree("jobcast-version-");
  const SourceTree elsewhere("jobcast-version-elsewhere-");
  const auto before = tree.version();
  EXPECT_EQ(elsewhere.version(), before);
  EXPECT_NE(tree.version("GNU 13"), before);
  tree.write("app/main.cpp", "int main() { return 0; }\n");
  EXPECT_EQ(tree.version(), before);
}

}  // namespace
}  // namespace jobcast::runs
