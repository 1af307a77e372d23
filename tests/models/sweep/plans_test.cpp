#include "models/sweep/plans.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace jobcast::sweep {
namespace {

SweptPlan plan_called(const std::string& id) {
  SweptPlan swept;
  swept.plan.id = id;
  return swept;
}

/// So many plans that can be read again, and how often each was.
struct Library {
  explicit Library(int count) : read(static_cast<std::size_t>(count), 0) {
    for (std::size_t number = 0; number < read.size(); ++number) {
      plans.push_back(plan_called(std::to_string(number)), [this, number] {
        ++read[number];
        return plan_called(std::to_string(number));
      });
    }
  }

  std::vector<int> read;
  Plans plans;
};

TEST(Plans, AreThoseThatWerePutIn) {
  Library library(100);
  for (std::size_t number = 0; number < library.plans.size(); ++number) {
    EXPECT_EQ(library.plans[number]->plan.id, std::to_string(number));
  }
}

TEST(Plans, AreReadAgainOnlyWhereThereAreMany) {
  Library few(5);
  for (int turn = 0; turn < 3; ++turn) {
    for (std::size_t number = 0; number < few.plans.size(); ++number) static_cast<void>(few.plans[number]);
  }
  EXPECT_EQ(std::count(few.read.begin(), few.read.end(), 0), 5);
}

TEST(Plans, AreNotAllInMemory) {
  Library library(100);
  std::vector<std::weak_ptr<const SweptPlan>> seen;
  for (std::size_t number = 0; number < library.plans.size(); ++number) seen.emplace_back(library.plans[number]);
  const auto alive = std::count_if(seen.begin(), seen.end(), [](const auto& each) { return !each.expired(); });
  EXPECT_LE(alive, 16);
}

TEST(Plans, StayWhatTheyAreWhileTheyAreHeld) {
  Library library(100);
  const auto held = library.plans[0];
  const int before = library.read[0];
  for (std::size_t number = 1; number < library.plans.size(); ++number) static_cast<void>(library.plans[number]);
  EXPECT_EQ(library.plans[0], held);
  EXPECT_EQ(library.read[0], before);
}

TEST(Plans, ThatCannotBeReadAgainAreAFault) {
  Plans plans;
  plans.push_back(plan_called("gone"), []() -> SweptPlan { throw std::runtime_error("gone"); });
  for (int number = 0; number < 20; ++number) {
    plans.push_back(plan_called("there"), [] { return plan_called("there"); });
  }
  EXPECT_THROW(static_cast<void>(plans[0]), std::runtime_error);
}

TEST(Plans, WithoutAReaderAlwaysStay) {
  Plans plans;
  plans.push_back(plan_called("mine"));
  const auto held = plans[0];
  Library library(40);
  EXPECT_EQ(plans[0], held);
}

}  // namespace
}  // namespace jobcast::sweep
