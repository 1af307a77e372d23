#include "app/server/fair_queue.hpp"

#include <gmock/gmock.h>

namespace jobcast::app::server {
namespace {

using ::testing::ElementsAre;
using Admission = FairQueue::Admission;

struct Log {
  std::vector<std::string> worked, overtaken;

  FairQueue::Task task(const std::string& client, const std::string& name,
                       std::optional<std::uint64_t> sequence = std::nullopt) {
    return {.client = client,
            .sequence = sequence,
            .work = [this, name] { worked.push_back(name); },
            .overtaken = [this, name] { overtaken.push_back(name); }};
  }
};

void work_all(FairQueue& queue) {
  while (queue.work_next()) {
  }
}

TEST(FairQueue, LetsClientsTakeTurns) {
  FairQueue queue(100, 100);
  Log log;
  for (const char* name : {"a1", "a2", "a3"}) queue.admit(log.task("a", name));
  for (const char* name : {"b1", "b2"}) queue.admit(log.task("b", name));
  queue.admit(log.task("c", "c1"));
  work_all(queue);
  EXPECT_THAT(log.worked, ElementsAre("a1", "b1", "c1", "a2", "b2", "a3"));
}

TEST(FairQueue, LaterRequestsOvertakeThoseThatWait) {
  FairQueue queue(100, 100);
  Log log;
  queue.admit(log.task("a", "a1", 1));
  queue.admit(log.task("b", "b1", 1));
  queue.admit(log.task("a", "a2", 2));
  EXPECT_EQ(queue.admit(log.task("a", "a1 again", 1)), Admission::overtaken);
  work_all(queue);
  EXPECT_THAT(log.worked, ElementsAre("a2", "b1"));  // in the turn that its client had
  EXPECT_THAT(log.overtaken, ElementsAre("a1"));
}

TEST(FairQueue, RequestsWithoutANumberAreNotOvertaken) {
  FairQueue queue(100, 100);
  Log log;
  queue.admit(log.task("a", "plan"));
  queue.admit(log.task("a", "a2", 2));
  work_all(queue);
  EXPECT_THAT(log.worked, ElementsAre("plan", "a2"));
}

TEST(FairQueue, IsFullForOneClientBeforeItIsForAll) {
  FairQueue queue(3, 2);
  Log log;
  EXPECT_EQ(queue.admit(log.task("a", "a1")), Admission::admitted);
  EXPECT_EQ(queue.admit(log.task("a", "a2")), Admission::admitted);
  EXPECT_EQ(queue.admit(log.task("a", "a3")), Admission::full);
  EXPECT_EQ(queue.admit(log.task("b", "b1")), Admission::admitted);
  EXPECT_EQ(queue.admit(log.task("c", "c1")), Admission::full);
  EXPECT_EQ(queue.size(), 3U);
  work_all(queue);
  EXPECT_EQ(queue.admit(log.task("c", "c1")), Admission::admitted);
}

TEST(FairQueue, OvertakingMakesRoom) {
  FairQueue queue(1, 1);
  Log log;
  queue.admit(log.task("a", "a1", 1));
  EXPECT_EQ(queue.admit(log.task("a", "a2", 2)), Admission::admitted);
  work_all(queue);
  EXPECT_THAT(log.worked, ElementsAre("a2"));
}

TEST(FairQueue, ForgetsAClientThatHasBeenServed) {
  FairQueue queue(10, 10);
  Log log;
  queue.admit(log.task("a", "tab one", 9));
  work_all(queue);
  EXPECT_EQ(queue.admit(log.task("a", "tab anew", 1)), Admission::admitted);
}

TEST(FairQueue, AdmitsFromWithinItsWork) {
  FairQueue queue(10, 10);
  Log log;
  queue.admit(
      {.client = "a", .sequence = {}, .work = [&] { queue.admit(log.task("a", "second")); }, .overtaken = [] {}});
  work_all(queue);
  EXPECT_THAT(log.worked, ElementsAre("second"));
}

}  // namespace
}  // namespace jobcast::app::server
