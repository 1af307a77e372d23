#include "engine/input/atomic_file.hpp"

#include <gmock/gmock.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>
#include <thread>

#include "tests/engine/input/said.hpp"
#include "tests/engine/input/temporary_folder.hpp"

namespace jobcast::input {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using testing::get;
using testing::put;
using testing::TemporaryFolder;

std::vector<std::string> writing_faults(const std::string& path, std::string_view contents = "new") {
  return testing::said_by([&] { write_file_atomically(path, contents); });
}

std::string unwritable(const std::string& path, const std::string& why) {
  return path + ": file.unwritable <" + path + ">; expected " + why;
}

/// While it lives, files cannot grow beyond a size: writing stops half-way, as on a full disk.
class SmallDisk {
 public:
  explicit SmallDisk(rlim_t bytes) : signal_(std::signal(SIGXFSZ, SIG_IGN)) {
    getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit small{bytes, before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
  }
  ~SmallDisk() {
    setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, signal_);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

 private:
  rlimit before_{};
  void (*signal_)(int);
};

TEST(WriteFileAtomically, WritesANewFileAndReplacesAnOldOne) {
  const TemporaryFolder folder;
  const std::string long_text(300000, 'x');
  write_file_atomically(folder / "a.csv", long_text);
  EXPECT_EQ(get(folder / "a.csv"), long_text);
  write_file_atomically(folder / "a.csv", "short");
  EXPECT_EQ(get(folder / "a.csv"), "short");
  write_file_atomically(folder / "a.csv", "");
  EXPECT_EQ(get(folder / "a.csv"), "");
  EXPECT_THAT(folder.names(), ElementsAre("a.csv"));
}

TEST(WriteFileAtomically, KeepsThePermissionsOfTheFileAndGivesNewOnesTheUsual) {
  const TemporaryFolder folder;
  put(folder / "old", "old");
  fs::permissions(folder / "old", fs::perms(0640));
  write_file_atomically(folder / "old", "new");
  EXPECT_EQ(fs::status(folder / "old").permissions(), fs::perms(0640));
  put(folder / "usual", "");
  write_file_atomically(folder / "new", "new");
  EXPECT_EQ(fs::status(folder / "new").permissions(), fs::status(folder / "usual").permissions());
}

TEST(WriteFileAtomically, LeavesASymbolicLinkOneAndWritesWhatItStandsFor) {
  const TemporaryFolder folder;
  put(folder / "file", "old");
  fs::create_symlink("file", folder / "link");
  fs::create_symlink("absent", folder / "dangling");
  write_file_atomically(folder / "link", "new");
  write_file_atomically(folder / "dangling", "made");
  EXPECT_TRUE(fs::is_symlink(folder / "link"));
  EXPECT_EQ(get(folder / "file"), "new");
  EXPECT_EQ(get(folder / "absent"), "made");
  EXPECT_THAT(folder.names(), ElementsAre("absent", "dangling", "file", "link"));
}

TEST(WriteFileAtomically, TakesANameAsLongAsNamesCanBe) {
  const TemporaryFolder folder;
  const std::string name(255, 'n');
  write_file_atomically(folder / name, "new");
  EXPECT_EQ(get(folder / name), "new");
}

TEST(WriteFileAtomically, PassesOverWhatAnotherRunLeftBehind) {
  const TemporaryFolder folder;
  const std::string left = ".jobcast-" + std::to_string(getpid()) + "-0";
  put(folder / left, "theirs");
  write_file_atomically(folder / "a", "new");
  EXPECT_EQ(get(folder / left), "theirs");
  EXPECT_THAT(folder.names(), ElementsAre(left, "a"));
}

TEST(WriteFileAtomically, LeavesTheOldFileAndNoDraftWhenTheDiskIsFull) {
  const TemporaryFolder folder;
  const std::string path = folder / "a.csv";
  put(path, "old");
  std::vector<std::string> faults;
  {
    const SmallDisk disk(1000);
    faults = writing_faults(path, std::string(5000, 'x'));
  }
  EXPECT_THAT(faults, ElementsAre(unwritable(path, "file.system_says <File too large>")));
  EXPECT_EQ(get(path), "old");
  EXPECT_THAT(folder.names(), ElementsAre("a.csv"));
}

TEST(WriteFileAtomically, SaysThatADiskIsFull) {
  EXPECT_THAT(writing_faults("/dev/full"), ElementsAre(unwritable("/dev/full", "file.disk_full")));
}

TEST(WriteFileAtomically, RefusesAFolderInTheWay) {
  const TemporaryFolder folder;
  fs::create_directory(folder / "sub");
  EXPECT_THAT(writing_faults(folder / "sub"), ElementsAre(unwritable(folder / "sub", "file.folder_in_the_way")));
  EXPECT_THAT(folder.names(), ElementsAre("sub"));
}

TEST(WriteFileAtomically, RefusesAPathWithoutAFolder) {
  const TemporaryFolder folder;
  put(folder / "file", "old");
  for (const std::string& path : {folder / "absent/a.csv", folder / "absent/", folder / "file/a.csv", std::string()}) {
    EXPECT_THAT(writing_faults(path), ElementsAre(unwritable(path, "file.no_folder")));
  }
  EXPECT_EQ(get(folder / "file"), "old");
  EXPECT_THAT(folder.names(), ElementsAre("file"));
}

TEST(WriteFileAtomically, RefusesLinksThatGoRoundInACircle) {
  const TemporaryFolder folder;
  fs::create_symlink("circle", folder / "circle");
  EXPECT_THAT(writing_faults(folder / "circle"),
              ElementsAre(unwritable(folder / "circle", "file.system_says <Too many levels of symbolic links>")));
  EXPECT_TRUE(fs::is_symlink(folder / "circle"));
}

TEST(WriteFileAtomically, RefusesAFileSystemThatTakesNoFiles) {
  const std::string path = "/proc/jobcast.csv";
  EXPECT_EQ(writing_faults(path).size(), 1U);
  EXPECT_FALSE(fs::exists(path));
}

TEST(WriteFileAtomically, WritesThroughADeviceOrAPipe) {
  const TemporaryFolder folder;
  const std::string pipe = folder / "pipe";
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  std::string arrived;
  std::thread reader([&] { arrived = get(pipe); });
  write_file_atomically(pipe, "through");
  reader.join();
  EXPECT_EQ(arrived, "through");
  EXPECT_TRUE(fs::is_fifo(pipe));
  write_file_atomically("/dev/null", "gone");
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
}

TEST(WriteFileAtomically, LetsThreadsWriteIntoOneFolderAtOnce) {
  const TemporaryFolder folder;
  std::vector<std::thread> writers;
  writers.reserve(4);
  for (int i = 0; i < 4; ++i) {
    writers.emplace_back([&folder, i] {
      for (int turn = 0; turn < 10; ++turn)
        write_file_atomically(folder / ("f" + std::to_string(i)), std::to_string(i));
    });
  }
  for (auto& writer : writers) writer.join();
  EXPECT_THAT(folder.names(), ElementsAre("f0", "f1", "f2", "f3"));
  EXPECT_EQ(get(folder / "f3"), "3");
}

}  // namespace
}  // namespace jobcast::input
