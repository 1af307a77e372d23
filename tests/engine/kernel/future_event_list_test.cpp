#include "engine/kernel/future_event_list.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>
#include <memory>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace jobcast::kernel {
namespace {

enum class Phase { begin_of_day, population, labour, end_of_day };
using List = FutureEventList<int, Phase>;

time::Date day(int days) { return time::Date(std::chrono::days(days)); }

std::vector<int> drain(List& list) {
  std::vector<int> payloads;
  while (auto event = list.pop()) payloads.push_back(event->payload);
  return payloads;
}

TEST(FutureEventList, BreaksTiesByPhaseThenByInsertion) {
  List list;
  list.push(day(5), Phase::labour, 4);
  list.push(day(5), Phase::population, 2);
  list.push(day(5), Phase::labour, 5);
  list.push(day(3), Phase::end_of_day, 1);
  list.push(day(5), Phase::population, 3);
  EXPECT_EQ(drain(list), (std::vector{1, 2, 3, 4, 5}));
}

TEST(FutureEventList, TellsTheDateAndPhaseOfAnEvent) {
  List list;
  list.push(time::make_date(2024, 10, 13), Phase::labour, 7);
  list.push(time::make_date(1931, 2, 1), Phase::end_of_day, 8);
  EXPECT_EQ(list.next_date(), time::make_date(1931, 2, 1));
  EXPECT_EQ(list.pop()->phase, Phase::end_of_day);
  const auto event = list.pop();
  EXPECT_EQ(event->date, time::make_date(2024, 10, 13));
  EXPECT_EQ(event->phase, Phase::labour);
  EXPECT_EQ(event->payload, 7);
  EXPECT_EQ(list.next_date(), std::nullopt);
}

TEST(FutureEventList, LeavesEventsAfterTheLimitAndTakesEarlierOnesStill) {
  List list;
  list.push(day(100), Phase::labour, 1);
  list.push(day(200), Phase::labour, 2);
  EXPECT_EQ(list.pop_until(day(99)), std::nullopt);
  list.push(day(50), Phase::labour, 0);
  EXPECT_EQ(list.pop_until(day(99))->payload, 0);
  EXPECT_EQ(list.pop_until(day(100))->payload, 1);
  list.push(day(100), Phase::end_of_day, 3);
  EXPECT_EQ(drain(list), (std::vector{3, 2}));
}

TEST(FutureEventList, RefusesToGoBackInTime) {
  List list;
  list.push(day(10), Phase::labour, 1);
  list.pop();
  EXPECT_THROW(list.push(day(9), Phase::labour, 2), BackwardInTime);
  EXPECT_THROW(list.push(day(10), Phase::population, 2), BackwardInTime);
  list.push(day(10), Phase::labour, 3);
  EXPECT_EQ(list.pop()->payload, 3);
  List later(day(20));
  EXPECT_THROW(later.push(day(19), Phase::end_of_day, 2), BackwardInTime);
}

TEST(FutureEventList, RefusesAPhaseOrADateItCannotHold) {
  FutureEventList<int, int> list;
  EXPECT_THROW(list.push(day(0), 16, 0), std::out_of_range);
  EXPECT_THROW(list.push(day(0), -1, 0), std::out_of_range);
  EXPECT_EQ(list.size(), 0u);
}

TEST(FutureEventList, ForgetsACancelledEventOnce) {
  List list;
  const auto kept = list.push(day(1), Phase::labour, 1);
  const auto dropped = list.push(day(1), Phase::labour, 2);
  list.push(day(1), Phase::labour, 3);
  EXPECT_TRUE(list.cancel(dropped));
  EXPECT_FALSE(list.cancel(dropped));
  EXPECT_EQ(list.size(), 2u);
  EXPECT_EQ(drain(list), (std::vector{1, 3}));
  EXPECT_FALSE(list.cancel(kept));
  EXPECT_FALSE(list.cancel(EventHandle{}));
}

TEST(FutureEventList, DoesNotTakeAnOldHandleForTheNewUserOfItsPlace) {
  List list;
  const auto old = list.push(day(1), Phase::labour, 1);
  list.pop();
  const auto fresh = list.push(day(2), Phase::labour, 2);
  EXPECT_EQ(old.slot, fresh.slot) << "the test wants the place to be used again";
  EXPECT_FALSE(list.cancel(old));
  EXPECT_TRUE(list.is_pending(fresh));
}

TEST(FutureEventList, AcceptsAnEventBeforeOneThatWasCancelled) {
  List list;
  for (int i = 0; i < 10; ++i) list.push(day(1000 + i * 64), Phase::labour, i);
  const auto first = list.push(day(500), Phase::labour, -1);
  const auto second = list.push(day(501), Phase::labour, -2);
  list.cancel(first);
  list.cancel(second);
  EXPECT_EQ(list.pop_until(day(600)), std::nullopt);
  list.push(day(400), Phase::labour, 42);
  EXPECT_EQ(list.pop()->payload, 42);
}

TEST(FutureEventList, TakesNoMemoryForEventsThatComeAndAreCancelled) {
  List list;
  list.push(day(1), Phase::labour, 0);
  for (int i = 0; i < 1000; ++i) list.cancel(list.push(day(1'000'000 + i), Phase::labour, i));
  const auto before = list.bytes();
  for (int i = 0; i < 100'000; ++i) list.cancel(list.push(day(1'000'000 + i), Phase::labour, i));
  EXPECT_EQ(list.bytes(), before);
}

TEST(FutureEventList, HoldsPayloadsThatOnlyMoveAndFreesThem) {
  const auto watched = std::make_shared<std::string>("programme");
  {
    struct Payload {
      std::unique_ptr<int> number;
      std::shared_ptr<std::string> shared;
    };
    FutureEventList<Payload, Phase> list;
    for (int i = 0; i < 2000; ++i) list.push(day(i % 7), Phase::labour, {std::make_unique<int>(i), watched});
    const auto dropped = list.push(day(9), Phase::labour, {nullptr, watched});
    EXPECT_EQ(watched.use_count(), 2002);
    list.cancel(dropped);
    EXPECT_EQ(watched.use_count(), 2001);
    EXPECT_EQ(*list.pop()->payload.number, 0);
    EXPECT_EQ(watched.use_count(), 2000);
  }
  EXPECT_EQ(watched.use_count(), 1);
}

TEST(FutureEventList, StaysInOrderWhenManyEventsArePlannedBeforeTheNextOne) {
  List list;
  list.push(day(0), Phase::begin_of_day, -1);
  list.push(day(365), Phase::end_of_day, -2);
  list.pop();
  EXPECT_EQ(list.pop_until(day(364)), std::nullopt);  // the year's end is the next event
  std::set<std::pair<int, int>> expected;             // day and number, which grows with insertion
  int number = 0;
  const auto plan = [&](int ahead) {
    list.push(day(ahead), Phase::labour, number);
    expected.emplace(ahead, number++);
  };
  for (int i = 0; i < 3000; ++i) {
    plan(200 + (i * 7919) % 165);
    if (i % 100 != 99) continue;
    const int today = expected.begin()->first;
    EXPECT_EQ(list.pop()->payload, expected.begin()->second) << "after " << i;
    expected.erase(expected.begin());
    plan(today);
  }
  for (const auto& [date, payload] : expected) EXPECT_EQ(list.pop()->payload, payload) << "day " << date;
  EXPECT_EQ(list.pop()->payload, -2);
  EXPECT_TRUE(list.empty());
}

TEST(FutureEventList, KeepsManyEventsOfOneMomentInOrderWhileMoreArrive) {
  List list;
  for (int i = 0; i < 500; ++i) list.push(day(70), Phase::labour, i);
  list.push(day(70), Phase::end_of_day, 10000);
  for (int i = 0; i < 500; ++i) {
    EXPECT_EQ(list.pop()->payload, i);
    list.push(day(70), Phase::labour, 500 + i);
  }
  auto rest = drain(list);
  ASSERT_EQ(rest.size(), 501u);
  for (int i = 0; i < 500; ++i) EXPECT_EQ(rest[static_cast<std::size_t>(i)], 500 + i);
  EXPECT_EQ(rest.back(), 10000);
}

/// Pushes, pops, limited pops and cancellations against a std::map ordered by (date, phase, insertion).
void compare_with_a_map(int spread) {
  List list;
  std::map<std::tuple<int, int, int>, EventHandle> expected;
  std::vector<EventHandle> all;
  int now = *rc::gen::inRange(-spread, spread);
  int phase_now = 0;
  const int actions = *rc::gen::inRange(0, 400);
  for (int insertion = 0; insertion < actions; ++insertion) {
    const int action = *rc::gen::inRange(0, 10);
    if (action < 5) {
      const int ahead = *rc::gen::inRange(0, 2) == 0 ? *rc::gen::inRange(0, 4) : *rc::gen::inRange(0, spread);
      const int phase = *rc::gen::inRange(ahead == 0 ? phase_now : 0, 4);
      all.push_back(list.push(day(now + ahead), static_cast<Phase>(phase), insertion));
      expected.emplace(std::tuple(now + ahead, phase, insertion), all.back());
    } else if (action == 5 && !all.empty()) {
      const auto handle = all[static_cast<std::size_t>(*rc::gen::inRange<int>(0, static_cast<int>(all.size())))];
      const auto erased = std::erase_if(expected, [&](const auto& entry) { return entry.second == handle; });
      RC_ASSERT(list.cancel(handle) == (erased == 1));
    } else {
      const int limit = action < 8 ? 1 << 24 : now + *rc::gen::inRange(0, spread);
      const auto event = list.pop_until(day(limit));
      if (expected.empty() || std::get<0>(expected.begin()->first) > limit) {
        RC_ASSERT(!event.has_value());
      } else {
        RC_ASSERT(event.has_value());
        const auto [date, phase, order] = expected.begin()->first;
        RC_ASSERT(std::tuple(event->date, static_cast<int>(event->phase), event->payload) ==
                  std::tuple(day(date), phase, order));
        expected.erase(expected.begin());
        now = date;
        phase_now = phase;
      }
    }
    RC_ASSERT(list.size() == expected.size());
    RC_ASSERT(list.next_date() ==
              (expected.empty() ? std::nullopt : std::optional(day(std::get<0>(expected.begin()->first)))));
  }
}

RC_GTEST_PROP(FutureEventList, EqualsAnOrderedMapOnCrowdedDays, ()) { compare_with_a_map(20); }
RC_GTEST_PROP(FutureEventList, EqualsAnOrderedMapOnDistantDays, ()) { compare_with_a_map(1'000'000); }

}  // namespace
}  // namespace jobcast::kernel
