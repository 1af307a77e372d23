#include <gtest/gtest.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>

#include <filesystem>
#include <fstream>

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
using testing::trouble_of;

constexpr int draws = 400;
constexpr std::size_t small_disk = 1 << 20;

void limit_files(rlim_t bytes) {
  rlimit limit{};
  getrlimit(RLIMIT_FSIZE, &limit);
  limit.rlim_cur = bytes;
  setrlimit(RLIMIT_FSIZE, &limit);
}

/// A disk of a megabyte on `folder`, seen by this process alone; where the system does not allow that, files that
/// cannot grow beyond it. False: the second.
bool make_small_disk(const std::string& folder) {
  const bool mounted = unshare(CLONE_NEWNS) == 0 && mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
                       mount("tmpfs", folder.c_str(), "tmpfs", 0, "size=1m") == 0;
  if (mounted) return true;
  signal(SIGXFSZ, SIG_IGN);
  limit_files(small_disk);
  return false;
}

void make_room(const std::string& folder, bool mounted) {
  if (mounted) {
    mount("tmpfs", folder.c_str(), "tmpfs", MS_REMOUNT, "size=64m");
  } else {
    limit_files(RLIM_INFINITY);
  }
}

/// Writes runs until there is no room. How many are said to be written; -1 where it did not end as it should.
int fill(RunStore& store) {
  for (int number = 0; number < 10'000; ++number) {
    const auto trouble = trouble_of([&] { store.write(run_of(number, draws)); });
    if (trouble) return trouble == StoreTrouble::disk_full ? number : -1;
  }
  return -1;
}

/// Whether the store has exactly the runs 0, 1, …, count - 1.
std::string checked(const std::string& path, int count) {
  const RunStore store(path, Access::read);
  store.verify();
  if (store.list().size() != static_cast<std::size_t>(count)) return std::to_string(store.list().size()) + " runs";
  for (int number = 0; number < count; ++number) {
    if (store.read(key_of(number)).columns != run_of(number, draws).columns) return "another run";
  }
  return "";
}

class AFullDisk : public ::testing::Test {
 protected:
  Folder folder_;
  std::string disk_ = folder_ / "";
  std::string path_ = folder_ / "runs.sqlite";
};

TEST_F(AFullDisk, IsSaidAndLosesNothingThatWasWritten) {
  EXPECT_EQ(in_child([&]() -> std::string {
              const bool mounted = make_small_disk(disk_);
              int written = 0;
              {
                RunStore store(path_, Access::create);
                written = fill(store);
                if (written < 5) return "filled by " + std::to_string(written) + " runs";
                if (store.list().size() != static_cast<std::size_t>(written)) return "the same connection lost a run";
                if (!trouble_of([&] { store.write(run_of(written, draws)); })) return "there was room after all";
              }
              if (const auto fault = checked(path_, written); !fault.empty()) return "while full: " + fault;
              make_room(disk_, mounted);
              RunStore(path_, Access::write).write(run_of(written, draws));
              return checked(path_, written + 1);
            }),
            "");
}

TEST_F(AFullDisk, IsSaidWhereFilesMayNotGrow) {
  EXPECT_EQ(in_child([&]() -> std::string {
              signal(SIGXFSZ, SIG_IGN);
              limit_files(small_disk);
              RunStore store(path_, Access::create);
              const int written = fill(store);
              limit_files(RLIM_INFINITY);
              return written < 5 ? "not disk_full" : checked(path_, written);
            }),
            "");
}

TEST_F(AFullDisk, IsSaidWhenTheStoreIsToBeMadeOnIt) {
  EXPECT_EQ(in_child([&]() -> std::string {
              const bool mounted = make_small_disk(disk_);
              if (mounted) {
                std::ofstream filler(folder_ / "filler", std::ios::binary);
                const std::string block(4096, 'x');
                while (filler.write(block.data(), static_cast<std::streamsize>(block.size())).flush()) {
                }
              } else {
                limit_files(512);
              }
              const auto trouble = trouble_of([&] { RunStore(path_, Access::create); });
              if (trouble != StoreTrouble::disk_full) return "not disk_full";
              fs::remove(folder_ / "filler");
              make_room(disk_, mounted);
              RunStore(path_, Access::create).write(run_of(0, draws));
              return checked(path_, 1);
            }),
            "");
}

}  // namespace
}  // namespace jobcast::store
