#include "engine/input/diagnostic.hpp"

#include <gmock/gmock.h>

#include "tests/engine/input/said.hpp"

namespace jobcast::input {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Diagnostics, ThrowNothingWhileThereIsNoFault) {
  EXPECT_THAT(testing::said_by([] { Diagnostics().throw_if_any(); }), IsEmpty());
}

TEST(Diagnostics, ThrowAllFaultsFileByFileFromTopToBottom) {
  Diagnostics faults;
  faults.add({{"b", 9, 1}, {"a.first", {}}, {}, {}});
  faults.add({{"a", 2, 2}, {"a.second", {}}, {}, {}});
  faults.add({{"b", 2, 7}, {"a.third", {}}, {}, {}});
  faults.add({{"b", 2, 3}, {"a.fourth", {}}, {}, {}});
  faults.add({{"a"}, {"a.fifth", {"x"}}, {"a.expected", {}}, {"a.mend", {"y", "z"}}});
  EXPECT_THAT(testing::said_by([&] { faults.throw_if_any(); }),
              ElementsAre("b:2:3: a.fourth", "b:2:7: a.third", "b:9:1: a.first",
                          "a: a.fifth <x>; expected a.expected; mend a.mend <y> <z>", "a:2:2: a.second"));
}

TEST(InputError, NamesPlacesAndIdsForLogs) {
  const InputError error({{{"a", 1, 2}, {"a.b", {"x"}}, {}, {}}, {{"c"}, {"a.d", {}}, {}, {}}});
  EXPECT_STREQ(error.what(), "a:1:2: a.b \"x\"\nc:0:0: a.d");
}

TEST(DidYouMean, SaysNothingWhenNothingIsNear) {
  EXPECT_EQ(did_you_mean("복지가", {"복지과"}), (Message{"input.did_you_mean", {"복지과"}}));
  EXPECT_EQ(did_you_mean("복지가", {"기획관"}), Message{});
}

}  // namespace
}  // namespace jobcast::input
