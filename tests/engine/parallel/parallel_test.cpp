#include <gmock/gmock.h>

#include <atomic>
#include <numeric>
#include <stdexcept>
#include <string>
#include <vector>

#include "engine/parallel/assembly_line.hpp"
#include "engine/parallel/loop.hpp"
#include "engine/parallel/threads.hpp"

namespace jobcast::parallel {
namespace {

using ::testing::Each;

TEST(OnThreads, GivesAsManyAsAskedForEvenBeyondTheCores) {
  for (const int threads : {1, 2, 7}) {
    on_threads(threads, [&] { EXPECT_EQ(threads_here(), threads); });
  }
  on_threads(0, [] { EXPECT_GE(threads_here(), 1); });
}

TEST(ForEachIndex, DoesEveryIndexOnce) {
  for (const int threads : {1, 2, 7}) {
    std::vector<int> times(1000, 0);
    on_threads(threads,
               [&] { for_each_index(std::size_t{0}, times.size(), [&](std::size_t index) { ++times[index]; }); });
    EXPECT_THAT(times, Each(1));
  }
  for_each_index(3, 3, [](int) { FAIL() << "nothing lies between 3 and 3"; });
}

TEST(ForEachIndex, GivesEachThreadAnObjectOfItsOwn) {
  on_threads(7, [] {
    OneAThread<long> sums([] { return 0L; });
    for_each_index(0, 1000, [&](int index) { sums.local() += index; });
    EXPECT_EQ(std::accumulate(sums.begin(), sums.end(), 0L), 499'500);
  });
}

TEST(ForEachIndex, ThrowsWhatItsBodyThrows) {
  on_threads(2, [] {
    EXPECT_THROW(for_each_index(0, 100,
                                [](int index) {
                                  if (index == 40) throw std::runtime_error("forty");
                                }),
                 std::runtime_error);
  });
}

TEST(Together, DoesAllWorks) {
  int first = 0;
  int second = 0;
  on_threads(2, [&] { together([&] { first = 1; }, [&] { second = 2; }); });
  EXPECT_EQ(first, 1);
  EXPECT_EQ(second, 2);
}

TEST(AssemblyLine, FinishesInTheOrderOfTakingWhateverTheThreads) {
  for (const int threads : {1, 2, 7}) {
    std::vector<std::string> finished;
    int taken = 0;
    std::atomic<int> in_hand = 0;
    on_threads(threads, [&] {
      const auto next = [&]() -> std::optional<int> {
        if (taken == 200) return std::nullopt;
        EXPECT_LE(++in_hand, 5);
        return taken++;
      };
      const auto finish = [&](const std::string& product) {
        --in_hand;
        finished.push_back(product);
      };
      assembly_line(
          5, next, [](int piece) { return std::to_string(piece); }, finish);
    });
    ASSERT_EQ(finished.size(), 200U);
    for (int piece = 0; piece < 200; ++piece)
      EXPECT_EQ(finished[static_cast<std::size_t>(piece)], std::to_string(piece));
  }
}

TEST(AssemblyLine, ThrowsWhatIsThrownOnItAndBeginsNothingMore) {
  int taken = 0;
  on_threads(1, [&] {
    const auto next = [&]() -> std::optional<int> { return taken++; };
    const auto work = [](int piece) { return piece == 10 ? throw std::runtime_error("ten") : piece; };
    EXPECT_THROW(assembly_line(2, next, work, [](int) {}), std::runtime_error);
  });
  EXPECT_LT(taken, 20);
}

}  // namespace
}  // namespace jobcast::parallel
