#include <gtest/gtest.h>
#include <sqlite3.h>

#include <chrono>
#include <thread>

#include "engine/store/run_store.hpp"
#include "tests/engine/store/child.hpp"
#include "tests/engine/store/runs.hpp"
#include "tests/engine/store/trouble.hpp"

namespace jobcast::store {
namespace {

using namespace std::chrono_literals;
using testing::Child;
using testing::Folder;
using testing::key_of;
using testing::run_of;
using testing::trouble_of;

/// Holds the store for writing, says so, and lets go after a time.
void hold(const std::string& path, std::chrono::milliseconds time, int mouth) {
  sqlite3* database = nullptr;
  sqlite3_open(path.c_str(), &database);
  const bool held = sqlite3_exec(database, "BEGIN EXCLUSIVE", nullptr, nullptr, nullptr) == SQLITE_OK;
  Child::say(mouth, held ? "h" : "x");
  std::this_thread::sleep_for(time);
  sqlite3_close(database);
}

class ASharedStore : public ::testing::Test {
 protected:
  Folder folder_;
  std::string path_ = folder_ / "runs.sqlite";
};

TEST_F(ASharedStore, ThatAnotherProcessHoldsIsSaidToBeLockedAndCanStillBeRead) {
  RunStore(path_, Access::create).write(run_of(1));
  Child holder([&](int mouth) { hold(path_, 1h, mouth); });
  ASSERT_EQ(holder.hear(1), "h");
  RunStore store(path_, Access::write, 100ms);
  EXPECT_EQ(trouble_of([&] { store.write(run_of(2)); }), StoreTrouble::locked);
  EXPECT_EQ(store.list().size(), 1U);
  holder.kill_now();
  EXPECT_EQ(store.write(run_of(2)), Written::added) << "a dead process holds nothing";
  EXPECT_NO_THROW(store.verify());
}

TEST_F(ASharedStore, IsWaitedFor) {
  RunStore store(path_, Access::create, 10s);
  Child holder([&](int mouth) { hold(path_, 200ms, mouth); });
  ASSERT_EQ(holder.hear(1), "h");
  EXPECT_EQ(store.write(run_of(2)), Written::added);
}

TEST_F(ASharedStore, ThatIsBeingMadeByAnotherIsSaidToBeLocked) {
  sqlite3* database = nullptr;
  ASSERT_EQ(sqlite3_open(path_.c_str(), &database), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(database, "BEGIN EXCLUSIVE", nullptr, nullptr, nullptr), SQLITE_OK);
  EXPECT_EQ(trouble_of([&] { RunStore(path_, Access::create, 50ms); }), StoreTrouble::locked);
  sqlite3_close(database);
  EXPECT_EQ(trouble_of([&] { RunStore(path_, Access::create, 50ms); }), std::nullopt);
}

TEST_F(ASharedStore, TakesTheRunsOfSeveralWritersAtOnce) {
  constexpr int writers = 3;
  constexpr int runs = 60;
  const auto work = [&](int writer, int mouth) {
    RunStore store(path_, Access::create, 60s);
    for (int step = 0; step < runs; ++step) store.write(run_of((step + writer * runs / writers) % runs, 20 + writer));
    Child::say(mouth, "done");
  };
  Child first([&](int mouth) { work(0, mouth); });
  Child second([&](int mouth) { work(1, mouth); });
  Child third([&](int mouth) { work(2, mouth); });
  EXPECT_EQ(first.hear_out(), "done");
  EXPECT_EQ(second.hear_out(), "done");
  EXPECT_EQ(third.hear_out(), "done");
  const RunStore store(path_, Access::read);
  EXPECT_NO_THROW(store.verify());
  ASSERT_EQ(store.list().size(), static_cast<std::size_t>(runs));
  for (int number = 0; number < runs; ++number) {
    EXPECT_EQ(store.read(key_of(number)).columns, run_of(number, 22).columns) << "the most draws stay";
  }
}

TEST_F(ASharedStore, ShowsAReaderOneMomentWhileAnotherWrites) {
  RunStore(path_, Access::create).write(run_of(0, 20));
  Child writer([&](int) {
    RunStore store(path_, Access::write);
    for (int drawn = 21; drawn < 4000; ++drawn) store.write(run_of(0, drawn));
  });
  const RunStore store(path_, Access::read);
  for (int look = 0; look < 100; ++look) {
    const auto run = store.read(key_of(0));
    ASSERT_EQ(run.columns, run_of(0, run.record.draws).columns);
  }
}

}  // namespace
}  // namespace jobcast::store
