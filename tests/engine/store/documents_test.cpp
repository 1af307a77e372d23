#include "engine/store/documents.hpp"

#include <gmock/gmock.h>

#include <thread>

#include "tests/engine/store/runs.hpp"

namespace jobcast::store {
namespace {

using testing::Folder;
using ::testing::IsEmpty;
using testing::run_of;
using Kept = Documents::Kept;

Document named(const std::string& name, const std::string& collection = "county") {
  return {.collection = collection, .name = name, .text = "budget = \"-10%\"\n", .run = "abc", .changed = {}};
}

class BesideRuns : public ::testing::Test {
 protected:
  Folder folder_;
  RunStore runs_{folder_ / "runs.sqlite", Access::create};
  Documents documents_{folder_ / "runs.sqlite"};
};

TEST_F(BesideRuns, ADocumentIsReadAsItWasKept) {
  EXPECT_THAT(documents_.list(), IsEmpty());
  const auto kept = documents_.add(named("군비 삭감"));
  EXPECT_EQ(kept.kept, Kept::kept);
  EXPECT_EQ(kept.document.version, 1);
  EXPECT_EQ(kept.document.changed.size(), std::string("2024-10-13T09:30:00Z").size());
  EXPECT_EQ(documents_.find(kept.document.id), kept.document);
  EXPECT_EQ(documents_.find("county", "군비 삭감"), kept.document);
  EXPECT_EQ(Documents(folder_ / "runs.sqlite").list("county").front(), kept.document);
}

TEST_F(BesideRuns, NamesAreUniqueWithinACollection) {
  documents_.add(named("one"));
  EXPECT_EQ(documents_.add(named("one")).kept, Kept::name_taken);
  EXPECT_EQ(documents_.add(named("one", "another county")).kept, Kept::kept);
  const auto two = documents_.add(named("two")).document;
  auto renamed = two;
  renamed.name = "one";
  EXPECT_EQ(documents_.change(renamed, std::nullopt).kept, Kept::name_taken);
  EXPECT_EQ(documents_.find(two.id), two);
  EXPECT_EQ(documents_.list("county").size(), 2U);
  EXPECT_EQ(documents_.list().size(), 3U);
}

TEST_F(BesideRuns, AChangeOfAnOlderVersionIsRefused) {
  auto document = documents_.add(named("one")).document;
  document.text = "budget = \"-20%\"\n";
  const auto changed = documents_.change(document, 1);
  EXPECT_EQ(changed.kept, Kept::kept);
  EXPECT_EQ(changed.document.version, 2);
  const auto late = documents_.change(document, 1);
  EXPECT_EQ(late.kept, Kept::other_version);
  EXPECT_EQ(late.document, changed.document);
}

TEST_F(BesideRuns, WhatWasErasedIsGone) {
  const auto document = documents_.add(named("one")).document;
  EXPECT_EQ(documents_.erase(document.id), document);
  EXPECT_EQ(documents_.erase(document.id), std::nullopt);
  EXPECT_EQ(documents_.change(document, std::nullopt).kept, Kept::gone);
  EXPECT_NE(documents_.add(named("one")).document.id, document.id);
}

TEST_F(BesideRuns, RunsAreWhatTheyWereWithoutDocuments) {
  runs_.write(run_of(1));
  documents_.add(named("one"));
  EXPECT_EQ(runs_.list().size(), 1U);
  runs_.verify();
  const RunStore reader(folder_ / "runs.sqlite", Access::read);
  EXPECT_EQ(reader.list().size(), 1U);
}

TEST_F(BesideRuns, TwoWritersLoseNothing) {
  constexpr int each = 30;
  const auto write = [&](const std::string& who) {
    Documents documents(folder_ / "runs.sqlite");
    for (int number = 0; number < each; ++number) documents.add(named(who + std::to_string(number)));
  };
  std::thread other([&] { write("a"); });
  write("b");
  for (int number = 0; number < each; ++number) runs_.write(run_of(number));
  other.join();
  EXPECT_EQ(documents_.list().size(), 2U * each);
  EXPECT_EQ(runs_.list().size(), static_cast<std::size_t>(each));
}

}  // namespace
}  // namespace jobcast::store
