// The benchmarks' peers must do the same work as jobcast, or their ratios mean nothing: here on a small case, untimed.
#include <gtest/gtest.h>

#include "bench/peers/hold.hpp"
#include "bench/peers/labour_work.hpp"
#include "bench/peers/numpy_peer.hpp"
#include "bench/peers/population_work.hpp"

namespace jobcast::bench {
namespace {

constexpr std::size_t trajectories = 48;

TEST(PopulationWork, HasTheSameAnswerByLanesByLoopsAndByNumpy) {
  const auto work = make_population_work(trajectories);
  KeptByBlock by_block;
  KeptPopulation loops;
  population_by_lanes(work, by_block);
  population_by_loops(work, loops);
  const auto lanes = in_order(by_block);
  ASSERT_EQ(lanes.size(), trajectories * PopulationWork::years * PopulationWork::kept_a_year);
  EXPECT_LT(difference(lanes, loops), 1e-11);
  const ScratchFile file;
  write_population_work(work, file.path());
  const auto numpy = run_numpy("population.py", file.path(), 20, 2);
  EXPECT_LT(difference(lanes, numpy.numbers), 1e-11);
  EXPECT_EQ(numpy.seconds.size(), 2U);
}

TEST(PopulationWork, IsOfAPopulationThatChanges) {
  const auto work = make_population_work(16);
  KeptByBlock by_block;
  population_by_lanes(work, by_block);
  const auto kept = in_order(by_block);
  double first = 0.0, last = 0.0;
  for (std::size_t group = 0; group < PopulationWork::kept_a_year; ++group) {
    first += kept[group];
    last += kept[(PopulationWork::years - 1) * PopulationWork::kept_a_year + group];
  }
  EXPECT_GT(first, 20'000.0);
  EXPECT_LT(last, 0.95 * first);
}

TEST(LabourWork, HasTheSameAnswerByEveryWay) {
  const auto start = make_labour_work(2);
  const auto passed = [&](void (*pass)(LabourWork::Block&)) {
    auto work = start;
    for (auto& block : work.blocks) pass(block);
    return persons_of(work);
  };
  const auto by_month = passed(pass_year);
  ASSERT_EQ(by_month.size(), 2U * units::lane_count * LabourWork::rows * LabourWork::states);
  EXPECT_EQ(difference(passed(pass_year_by_cell), by_month), 0.0);
  EXPECT_LT(difference(passed(pass_year_by_powers), by_month), 1e-12);
  EXPECT_LT(difference(passed(pass_year_by_loops), by_month), 1e-12);
  EXPECT_GT(difference(persons_of(start), by_month), 0.1);
  const ScratchFile file;
  write_labour_work(start, file.path());
  EXPECT_LT(difference(run_numpy("labour.py", file.path(), 20, 1).numbers, by_month), 1e-12);
  EXPECT_LT(difference(run_numpy("labour.py", file.path(), 20, 1, "einsum").numbers, by_month), 1e-12);
}

TEST(HoldWork, LetsTheSameEventsHappenInTheSameOrder) {
  EXPECT_TRUE(same_holds(1'000, 16'000.0, 20'000));
  EXPECT_TRUE(same_holds(1'000, 30.0, 20'000));  // days with many events
}

TEST(Difference, SeesANumberThatIsNoneAndOneThatIsMissing) {
  EXPECT_EQ(difference({1.0, 2.0}, {1.0, 2.0}), 0.0);
  EXPECT_GT(difference({1.0}, {1.0, 2.0}), 1e300);
  EXPECT_GT(difference({std::nan("")}, {1.0}), 1e300);
  EXPECT_DOUBLE_EQ(difference({101.0}, {100.0}), 0.01);
}

TEST(NumpyPeer, SaysWhatWentWrong) {
  EXPECT_THROW(run_numpy("population.py", "/nowhere/at/all", 20, 1), std::runtime_error);
}

}  // namespace
}  // namespace jobcast::bench
