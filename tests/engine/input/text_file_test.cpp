#include "engine/input/text_file.hpp"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include "tests/engine/input/said.hpp"
#include "tests/engine/input/temporary_folder.hpp"

namespace jobcast::input {
namespace {

using ::testing::ElementsAre;
using testing::put;
using testing::TemporaryFolder;

std::vector<std::string> reading_faults(const std::string& path) {
  return testing::said_by([&] { static_cast<void>(read_text(path)); });
}

TEST(ReadText, DecodesTheFile) {
  const TemporaryFolder folder;
  put(folder / "a.csv", "\xEF\xBB\xBF값\r\n");
  EXPECT_EQ(read_text(folder / "a.csv"), "값\r\n");
  put(folder / "empty.csv", "");
  EXPECT_EQ(read_text(folder / "empty.csv"), "");
}

TEST(ReadText, ReadsFilesOfAnyLengthToTheirEnd) {
  const TemporaryFolder folder;
  for (const std::size_t size : {std::size_t{65535}, std::size_t{65536}, std::size_t{65537}, std::size_t{200000}}) {
    put(folder / "a.csv", std::string(size, 'x'));
    EXPECT_EQ(read_text(folder / "a.csv").size(), size);
  }
}

TEST(ReadText, ReadsAFileWhoseSizeTheSystemDoesNotTell) { EXPECT_NE(read_text("/proc/self/status"), ""); }

TEST(ReadText, NamesTheNearestFileWhenOneIsMissing) {
  const TemporaryFolder folder;
  put(folder / "programmes.csv", "");
  put(folder / "plan.toml", "");
  const std::string path = folder / "programs.csv";
  EXPECT_THAT(reading_faults(path),
              ElementsAre(path + ": file.missing <" + path + ">; mend file.mend_nearest <programmes.csv>"));
  const std::string far = folder / "zzz";
  EXPECT_THAT(reading_faults(far), ElementsAre(far + ": file.missing <" + far + ">"));
  const std::string below_a_file = folder / "plan.toml/zzz";
  EXPECT_THAT(reading_faults(below_a_file), ElementsAre(below_a_file + ": file.missing <" + below_a_file + ">"));
  EXPECT_THAT(reading_faults(""), ElementsAre(": file.missing <>"));
}

TEST(ReadText, RefusesFoldersDevicesAndPipes) {
  const TemporaryFolder folder;
  const std::string path = folder / ".";
  EXPECT_THAT(reading_faults(path), ElementsAre(path + ": file.is_folder <" + path + ">"));
  EXPECT_THAT(reading_faults("/dev/zero"), ElementsAre("/dev/zero: file.not_plain </dev/zero>"));
  const std::string pipe = folder / "pipe";
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  EXPECT_THAT(reading_faults(pipe), ElementsAre(pipe + ": file.not_plain <" + pipe + ">"));
}

TEST(ReadText, SaysWhyTheSystemCannotReadAFile) {
  const TemporaryFolder folder;
  const std::string circle = folder / "circle";
  std::filesystem::create_symlink("circle", circle);
  EXPECT_THAT(reading_faults(circle), ElementsAre(circle + ": file.unreadable <" + circle +
                                                  ">; expected file.system_says <Too many levels of symbolic links>"));
}

TEST(ReadText, RefusesAFileTooLargeToBeMeant) {
  const TemporaryFolder folder;
  const std::string path = folder / "a.csv";
  put(path, "");
  std::filesystem::resize_file(path, largest_file + 1);  // sparse: takes no room
  EXPECT_THAT(reading_faults(path),
              ElementsAre(path + ": file.too_large <" + path + ">; expected file.expected_size <64>"));
}

}  // namespace
}  // namespace jobcast::input
