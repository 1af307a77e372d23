#include "engine/store/run_store.hpp"

#include <gmock/gmock.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

#include "tests/engine/store/runs.hpp"

namespace jobcast::store {
namespace {

using ::testing::ElementsAre;
using testing::Folder;
using ::testing::IsEmpty;
using testing::key_of;
using testing::run_of;

/// A run as it is read back: in the order of names.
Run sorted(Run run) {
  std::sort(run.outcomes.begin(), run.outcomes.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return run;
}

class InAStore : public ::testing::Test {
 protected:
  Folder folder_;
  RunStore store_{folder_ / "runs.sqlite", Access::create};
};

TEST_F(InAStore, ARunIsReadAsItWasWritten) {
  const auto run = run_of(1);
  EXPECT_EQ(store_.write(run), Written::added);
  EXPECT_EQ(store_.read(run.record.key), sorted(run));
  EXPECT_EQ(store_.find(run.record.key), run.record);
  EXPECT_TRUE(store_.has_columns(run.record.key));
}

TEST_F(InAStore, ARunIsStillThereWhenTheStoreIsOpenedAgain) {
  const auto run = run_of(1);
  store_.write(run);
  const RunStore again(folder_ / "runs.sqlite", Access::read);
  EXPECT_EQ(again.read(run.record.key), sorted(run));
}

TEST_F(InAStore, EveryNumberComesBackToTheBit) {
  rc::check([this] {
    auto run = run_of(*rc::gen::arbitrary<int>(), 3, true, 0);
    const auto number = rc::gen::map(rc::gen::arbitrary<std::uint64_t>(), [](std::uint64_t bits) {
      double value = 0.0;
      std::memcpy(&value, &bits, sizeof value);
      return std::isnan(value) ? 0.0 : value + 0.0;
    });
    run.outcomes = {{.name = "figure", .date = time::make_date(2024, 1, 1), .mean = *number, .p95 = *number}};
    for (auto& value : run.columns.front().values) value = *number;
    if (store_.write(run) == Written::added) RC_ASSERT(store_.read(run.record.key) == run);
  });
}

TEST_F(InAStore, WhatIsNotANumberIsAbsent) {
  auto run = run_of(1, 3, false, 0);
  run.outcomes = {{.name = "figure", .mean = std::numeric_limits<double>::quiet_NaN(), .sd = -0.0}};
  store_.write(run);
  const auto found = store_.read(run.record.key).outcomes.front();
  EXPECT_EQ(found.mean, std::nullopt);
  EXPECT_EQ(found.sd, 0.0);
  EXPECT_NO_THROW(store_.verify());
}

TEST_F(InAStore, TextsKeepQuotesAndLetters) {
  auto run = run_of(1);
  run.record.title_ko = "군비 10% '삭감' \"; DROP TABLE run; --";
  store_.write(run);
  EXPECT_EQ(store_.find(run.record.key)->title_ko, run.record.title_ko);
}

TEST_F(InAStore, WhatIsNotThereIsNotFound) {
  store_.write(run_of(1));
  EXPECT_EQ(store_.find(key_of(2)), std::nullopt);
  EXPECT_EQ(store_.find(key_of(1).substr(0, 63)), std::nullopt) << "a beginning is not the key";
  EXPECT_FALSE(store_.has_columns(key_of(2)));
  EXPECT_THROW(static_cast<void>(store_.read(key_of(2))), std::invalid_argument);
}

TEST_F(InAStore, MoreDrawsReplaceFewerAndNeverTheOtherWayRound) {
  store_.write(run_of(1, 100));
  EXPECT_EQ(store_.write(run_of(1, 50)), Written::kept);
  EXPECT_EQ(store_.find(key_of(1))->draws, 100);
  EXPECT_EQ(store_.write(run_of(1, 100)), Written::kept);
  EXPECT_EQ(store_.write(run_of(1, 200)), Written::extended);
  EXPECT_EQ(store_.read(key_of(1)), sorted(run_of(1, 200))) << "as if the larger number had been asked for at once";
}

TEST_F(InAStore, ColumnsAreAddedToARunWithoutThem) {
  store_.write(run_of(1, 50, false));
  EXPECT_EQ(store_.write(run_of(1, 50, true)), Written::extended);
  EXPECT_TRUE(store_.has_columns(key_of(1)));
  EXPECT_EQ(store_.write(run_of(1, 50, false)), Written::kept);
  EXPECT_TRUE(store_.has_columns(key_of(1)));
}

TEST_F(InAStore, TheListDoesNotTellWhoWroteFirst) {
  store_.write(std::vector{run_of(3), run_of(1), run_of(2)});
  std::vector<std::string> names;
  for (const auto& record : store_.list()) names.push_back(record.scenario);
  EXPECT_THAT(names, ElementsAre("scenario-1", "scenario-2", "scenario-3"));
}

TEST_F(InAStore, ABeginningOfAKeyFindsItsRuns) {
  for (int number = 0; number < 40; ++number) store_.write(run_of(number, 4, false, 2));
  const auto key = key_of(7);
  for (const auto& record : store_.list(key.substr(0, 1))) EXPECT_EQ(record.key[0], key[0]);
  ASSERT_EQ(store_.list(key).size(), 1U);
  EXPECT_EQ(store_.list(key).front().scenario, "scenario-7");
  EXPECT_THAT(store_.list("x"), IsEmpty());
}

TEST_F(InAStore, ADeletedRunLeavesNothing) {
  store_.write(std::vector{run_of(1), run_of(2)});
  EXPECT_TRUE(store_.erase(key_of(1)));
  EXPECT_FALSE(store_.erase(key_of(1)));
  EXPECT_EQ(store_.list().size(), 1U);
  EXPECT_NO_THROW(store_.verify());
}

TEST_F(InAStore, ABatchIsWrittenAsAWholeOrNotAtAll) {
  auto faulty = run_of(2);
  faulty.columns.front().values.pop_back();
  EXPECT_THROW(store_.write(std::vector{run_of(1), faulty}), std::invalid_argument);
  EXPECT_THAT(store_.list(), IsEmpty());
}

TEST_F(InAStore, ARunThatContradictsItselfIsRefused) {
  auto doubled = run_of(1);
  doubled.outcomes.push_back(doubled.outcomes.front());
  EXPECT_THROW(store_.write(doubled), std::invalid_argument);
  auto no_key = run_of(1);
  no_key.record.key = "abc";
  EXPECT_THROW(store_.write(no_key), std::invalid_argument);
  auto no_draws = run_of(1, 0);
  EXPECT_THROW(store_.write(no_draws), std::invalid_argument);
}

}  // namespace
}  // namespace jobcast::store
