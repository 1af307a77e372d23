#include <gmock/gmock.h>
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <random>

#include "engine/store/run_store.hpp"
#include "tests/engine/store/child.hpp"
#include "tests/engine/store/runs.hpp"
#include "tests/engine/store/trouble.hpp"

namespace jobcast::store {
namespace {

namespace fs = std::filesystem;
using testing::Folder;
using testing::in_child;
using testing::key_of;
using testing::run_of;
using testing::runs_of;
using testing::trouble_of;

class AFile : public ::testing::Test {
 protected:
  void write(const std::string& contents) const { std::ofstream(path_, std::ios::binary) << contents; }
  [[nodiscard]] std::string bytes() const {
    std::ifstream stream(path_, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
  }
  void sql(const std::string& text) const {
    sqlite3* database = nullptr;
    ASSERT_EQ(sqlite3_open(path_.c_str(), &database), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(database, text.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(database);
    sqlite3_close(database);
  }
  [[nodiscard]] std::optional<StoreTrouble> opened(Access access) const {
    return trouble_of([&] { RunStore(path_, access, std::chrono::milliseconds(50)); });
  }

  Folder folder_;
  std::string path_ = folder_ / "runs.sqlite";
};

TEST_F(AFile, ThatIsMissingIsMadeOnlyOnRequest) {
  EXPECT_EQ(opened(Access::read), StoreTrouble::missing);
  EXPECT_EQ(opened(Access::write), StoreTrouble::missing);
  EXPECT_FALSE(fs::exists(path_));
  EXPECT_EQ(opened(Access::create), std::nullopt);
  EXPECT_EQ(opened(Access::read), std::nullopt);
}

TEST_F(AFile, WithoutANameIsMissing) {
  EXPECT_EQ(trouble_of([] { RunStore("", Access::create); }), StoreTrouble::missing);
}

TEST_F(AFile, OfAnotherKindIsLeftAlone) {
  const std::string text = "title = \"a scenario, not a store\"\n" + std::string(2000, '#');
  write(text);
  for (const auto access : {Access::read, Access::write, Access::create}) {
    EXPECT_EQ(opened(access), StoreTrouble::not_a_database);
  }
  EXPECT_EQ(bytes(), text);
}

TEST_F(AFile, ThatIsEmptyIsAStoreOnlyWhenOneIsToBeMade) {
  write("");
  EXPECT_EQ(opened(Access::read), StoreTrouble::not_a_database);
  EXPECT_EQ(opened(Access::create), std::nullopt);
  EXPECT_EQ(opened(Access::read), std::nullopt);
}

TEST_F(AFile, OfAnotherApplicationIsLeftAlone) {
  sql("CREATE TABLE run (a); INSERT INTO run VALUES (1);");
  const auto before = bytes();
  for (const auto access : {Access::read, Access::write, Access::create}) {
    EXPECT_EQ(opened(access), StoreTrouble::foreign);
  }
  EXPECT_EQ(bytes(), before);
}

TEST_F(AFile, OfALaterSchemaIsRefused) {
  ASSERT_EQ(opened(Access::create), std::nullopt);
  sql("PRAGMA user_version = 2");
  for (const auto access : {Access::read, Access::write, Access::create}) {
    EXPECT_EQ(opened(access), StoreTrouble::newer);
  }
}

TEST_F(AFile, ThatIsAFolderIsUnreachable) {
  fs::create_directory(path_);
  EXPECT_EQ(opened(Access::create), StoreTrouble::unreachable);
}

TEST_F(AFile, WithAFigureThatSomebodyChangedIsDamaged) {
  RunStore(path_, Access::create).write(run_of(1));
  sql("UPDATE outcome SET mean = mean + 1 WHERE name = 'figure-3'");
  const RunStore store(path_, Access::read);
  EXPECT_EQ(trouble_of([&] { static_cast<void>(store.read(key_of(1))); }), StoreTrouble::damaged);
  EXPECT_EQ(trouble_of([&] { store.verify(); }), StoreTrouble::damaged);
}

TEST_F(AFile, WithDrawsThatSomebodyChangedIsDamaged) {
  RunStore(path_, Access::create).write(run_of(1));
  sql("UPDATE run SET draws = 1000000");
  const RunStore store(path_, Access::read);
  EXPECT_EQ(trouble_of([&] { static_cast<void>(store.find(key_of(1))); }), StoreTrouble::damaged);
}

TEST_F(AFile, WithoutItsTablesIsDamaged) {
  RunStore(path_, Access::create).write(run_of(1));
  sql("DROP TABLE outcome");
  const RunStore store(path_, Access::read);
  EXPECT_EQ(trouble_of([&] { static_cast<void>(store.read(key_of(1))); }), StoreTrouble::damaged);
}

/// Opens, reads everything that it lists and writes: what is damaged must be said or be harmless, never a wrong answer.
std::optional<StoreTrouble> used(const std::string& path, const std::vector<Run>& written) {
  return trouble_of([&] {
    RunStore store(path, Access::write);
    for (const auto& record : store.list()) {
      const auto found = store.read(record.key);
      const auto same =
          std::find_if(written.begin(), written.end(), [&](const Run& run) { return run.record.key == record.key; });
      ASSERT_NE(same, written.end());
      EXPECT_EQ(found.record, same->record);
      EXPECT_EQ(found.columns, same->columns);
    }
    store.verify();
    EXPECT_EQ(store.list().size(), written.size());
  });
}

TEST_F(AFile, WithRandomBytesOverItsPagesNeverGivesAWrongAnswer) {
  const auto runs = runs_of(12);
  RunStore(path_, Access::create).write(runs);
  const auto whole = bytes();
  std::mt19937 random(7);
  int noticed = 0;
  constexpr int rounds = 60;
  for (int round = 0; round < rounds; ++round) {
    auto spoilt = whole;
    const auto count = std::uniform_int_distribution<std::size_t>(1, 400)(random);
    const auto from = std::uniform_int_distribution<std::size_t>(0, whole.size() - count)(random);
    for (std::size_t i = 0; i < count; ++i) spoilt[from + i] = static_cast<char>(random() & 0xffU);
    fs::remove(path_ + "-wal");
    fs::remove(path_ + "-shm");
    write(spoilt);
    const auto trouble = used(path_, runs);
    noticed += trouble ? 1 : 0;
    if (trouble) {
      EXPECT_THAT(*trouble, ::testing::AnyOf(StoreTrouble::damaged, StoreTrouble::not_a_database, StoreTrouble::foreign,
                                             StoreTrouble::newer, StoreTrouble::unreachable))
          << "round " << round << ": " << count << " bytes from " << from;
    }
  }
  EXPECT_GT(noticed, rounds / 2);  // the rest fell into free space
}

TEST_F(AFile, CutShortIsDamaged) {
  const auto runs = runs_of(12);
  RunStore(path_, Access::create).write(runs);
  const auto whole = bytes();
  for (const std::size_t eighth : {1U, 2U, 3U, 4U, 5U, 6U, 7U}) {
    write(whole.substr(0, whole.size() * eighth / 8));
    EXPECT_TRUE(used(path_, runs).has_value()) << eighth << " eighths";
  }
  write(whole.substr(0, 50));
  EXPECT_EQ(opened(Access::read), StoreTrouble::damaged);
}

/// Does `work` in a process of a user who owns nothing.
std::string as_nobody(const std::function<std::string()>& work) {
  return in_child([&]() -> std::string {
    constexpr unsigned int nobody = 65534;
    if (geteuid() == 0 && (setgid(nobody) != 0 || setuid(nobody) != 0)) return "cannot become nobody";
    return work();
  });
}

TEST_F(AFile, ThatMayOnlyBeReadIsReadAndNotWritten) {
  RunStore(path_, Access::create).write(run_of(1));
  const auto folder = fs::path(path_).parent_path();
  constexpr auto all_read = fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read;
  constexpr auto all_enter = fs::perms::owner_exec | fs::perms::group_exec | fs::perms::others_exec;
  fs::permissions(path_, all_read);
  fs::permissions(folder, all_read | all_enter);
  EXPECT_EQ(as_nobody([&]() -> std::string {
              const RunStore store(path_, Access::read);
              return store.read(key_of(1)).outcomes.size() == run_of(1).outcomes.size() ? "" : "another run";
            }),
            "");
  EXPECT_EQ(as_nobody([&]() -> std::string {
              const auto trouble = trouble_of([&] { RunStore(path_, Access::write).write(run_of(2)); });
              return trouble == StoreTrouble::read_only ? "" : "not refused";
            }),
            "");
  fs::permissions(folder, fs::perms::owner_all);
}

}  // namespace
}  // namespace jobcast::store
