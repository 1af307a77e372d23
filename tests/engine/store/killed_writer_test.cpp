#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <random>
#include <thread>

#include "engine/store/run_store.hpp"
#include "tests/engine/store/child.hpp"
#include "tests/engine/store/runs.hpp"

namespace jobcast::store {
namespace {

using testing::Child;
using testing::Folder;
using testing::key_of;
using testing::run_of;

constexpr int sweep_size = 400;
constexpr int few_draws = 40;
constexpr int many_draws = 160;

/// What is asked of a run: every third one is extended later.
int draws_of(int number) { return number % 3 == 0 ? many_draws : few_draws; }

/// A sweep that goes on where the store ends: alone, in batches and extended. Says a letter for each run that it was
/// told is written.
void sweep(const std::string& path, int mouth) {
  RunStore store(path, Access::create);
  for (int number = 0; number < sweep_size; number += 2) {
    if (number % 3 == 0 && !store.find(key_of(number))) store.write(run_of(number, few_draws));
    const std::vector batch{run_of(number, draws_of(number)), run_of(number + 1, draws_of(number + 1))};
    store.write(batch);
    Child::say(mouth, "..");
  }
}

class AKilledWriter : public ::testing::Test {
 protected:
  /// Every run that is there is as its number says; those that were said to be written are there.
  void check(int said) const {
    RunStore store(path_, Access::create);
    ASSERT_NO_THROW(store.verify());
    for (const auto& record : store.list()) {
      const int number = std::stoi(record.scenario.substr(record.scenario.find('-') + 1));
      const auto found = store.read(record.key);
      const auto expected = run_of(number, record.draws);
      ASSERT_EQ(found.record, expected.record);
      ASSERT_EQ(found.columns, expected.columns);
      ASSERT_EQ(found.outcomes.size(), expected.outcomes.size());
    }
    for (int number = 0; number < said; ++number) {
      const auto record = store.find(key_of(number));
      ASSERT_TRUE(record) << "run " << number << " was written and is lost";
      ASSERT_EQ(record->draws, draws_of(number));
    }
  }

  Folder folder_;
  std::string path_ = folder_ / "runs.sqlite";
};

TEST_F(AKilledWriter, LeavesEveryRunWholeOrAbsentAndNothingThatWasWrittenIsLost) {
  constexpr int kills = 60;          // of a writer at work: one that was through before its kill came does not count
  constexpr int kills_a_store = 12;  // then from the beginning, so that the store's own making is hit as well
  constexpr int most_rounds = 20 * kills;
  std::mt19937 random(20240924);
  int killed_at_work = 0;
  bool afresh = true;
  for (int round = 0; killed_at_work < kills; ++round) {
    ASSERT_LT(round, most_rounds) << "writers end before they can be killed: " << killed_at_work << " kills";
    if (afresh) {
      for (const char* part : {"", "-wal", "-shm", "-journal"}) std::filesystem::remove(path_ + part);
    }
    const auto life = std::chrono::microseconds(std::uniform_int_distribution<int>(0, 60'000)(random));
    Child child([&](int mouth) { sweep(path_, mouth); });
    std::this_thread::sleep_for(life);
    child.kill_now();
    const int said = static_cast<int>(child.hear_out().size());
    ASSERT_NO_FATAL_FAILURE(check(said)) << "round " << round << ", killed after " << life.count() << " µs";
    const bool through = said == sweep_size;
    killed_at_work += through ? 0 : 1;
    afresh = through || killed_at_work % kills_a_store == 0;
  }
}

TEST_F(AKilledWriter, AndOneThatGoesOnEndWithTheResultsOfOneThatWasNeverDisturbed) {
  for (const int milliseconds : {3, 20, 40}) {
    Child child([&](int mouth) { sweep(path_, mouth); });
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
    child.kill_now();
  }
  Child last([&](int mouth) { sweep(path_, mouth); });
  EXPECT_EQ(last.hear_out().size(), static_cast<std::size_t>(sweep_size));
  last.wait_for_it();
  const std::string undisturbed = folder_ / "undisturbed.sqlite";
  Child alone([&](int mouth) { sweep(undisturbed, mouth); });
  EXPECT_EQ(alone.hear_out().size(), static_cast<std::size_t>(sweep_size));
  alone.wait_for_it();
  const RunStore store(path_, Access::read);
  const RunStore other(undisturbed, Access::read);
  ASSERT_EQ(store.list(), other.list());
  EXPECT_EQ(store.list().size(), static_cast<std::size_t>(sweep_size));
  for (const auto& record : store.list()) ASSERT_EQ(store.read(record.key), other.read(record.key));
}

}  // namespace
}  // namespace jobcast::store
