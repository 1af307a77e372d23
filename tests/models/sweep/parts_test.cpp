#include "models/sweep/parts.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <stdexcept>

namespace jobcast::sweep {
namespace {

using ::testing::ElementsAre;
using ::testing::Le;

/// Groups of so many scenarios, each in a plan of its own, numbered on.
Agenda agenda_of(const std::vector<std::size_t>& sizes) {
  Agenda agenda;
  for (const auto size : sizes) {
    Group group{.plan = agenda.groups.size(), .numbers = std::vector<std::uint64_t>(size)};
    std::iota(group.numbers.begin(), group.numbers.end(), agenda.count);
    agenda.count += size;
    agenda.groups.push_back(std::move(group));
  }
  return agenda;
}

TEST(Parts, HandOutEveryScenarioOnceWhoeverAsks) {
  for (const int hands : {1, 2, 3, 16}) {
    const auto agenda = agenda_of({40, 1, 7, 300, 2});
    Parts parts(agenda, hands);
    std::set<std::uint64_t> seen;
    for (int turn = 0;; ++turn) {
      const auto part = parts.next(turn * turn % hands);
      if (!part) break;
      EXPECT_FALSE(part->numbers.empty());
      for (const auto number : part->numbers) {
        EXPECT_TRUE(seen.insert(number).second) << number;
        const auto& group = agenda.groups[part->plan].numbers;
        EXPECT_TRUE(group.front() <= number && number <= group.back()) << "a part lies within one group";
      }
    }
    EXPECT_EQ(seen.size(), agenda.count) << hands;
  }
}

TEST(Parts, GrowSmallerTowardsTheEnd) {
  Parts parts(agenda_of({1000}), 2);
  std::vector<std::size_t> sizes;
  while (const auto part = parts.next(0)) sizes.push_back(part->numbers.size());
  EXPECT_EQ(sizes.front(), 250U);
  EXPECT_EQ(sizes.back(), 1U);
  EXPECT_TRUE(std::is_sorted(sizes.rbegin(), sizes.rend()));
}

TEST(Parts, KeepAHandInItsGroupAndSendTheNextToANewOne) {
  Parts parts(agenda_of({100, 100, 100}), 2);
  EXPECT_EQ(parts.next(0)->plan, 0U);
  EXPECT_EQ(parts.next(1)->plan, 1U);
  EXPECT_EQ(parts.next(1)->plan, 1U);
  EXPECT_EQ(parts.next(0)->plan, 0U);
  std::map<std::size_t, std::set<int>> hands_in;
  for (int turn = 0;; ++turn) {
    const auto part = parts.next(turn % 2);
    if (!part) break;
    hands_in[part->plan].insert(turn % 2);
  }
  int shared = 0;
  for (const auto& [group, hands] : hands_in) shared += hands.size() > 1 ? 1 : 0;
  EXPECT_THAT(shared, Le(1)) << "only the last group is helped with";
}

TEST(Parts, OfAnAgendaThatIsKnownAreNone) {
  auto agenda = agenda_of({});
  agenda.count = agenda.known = 5;
  EXPECT_FALSE(Parts(agenda, 3).next(2).has_value());
}

TEST(Parts, AreTheSameAfterATripAsBytes) {
  const Group part{.plan = 7, .one_county = false, .numbers = {3, 1ULL << 40U, 5}};
  const auto back = part_from(to_bytes(part));
  EXPECT_EQ(back.plan, 7U);
  EXPECT_FALSE(back.one_county);
  EXPECT_THAT(back.numbers, ElementsAre(3U, 1ULL << 40U, 5U));
  EXPECT_THROW(part_from("short"), std::invalid_argument);
  EXPECT_THROW(part_from(to_bytes(part) + "x"), std::invalid_argument);
}

}  // namespace
}  // namespace jobcast::sweep
