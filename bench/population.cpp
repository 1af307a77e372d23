// A. Population only; the work is defined in bench/peers/population_work.hpp. One core. Peers: NumPy batched over
// trajectories, and plain loops in C++.
#include <benchmark/benchmark.h>

#include "bench/checked.hpp"
#include "bench/peers/numpy_peer.hpp"
#include "bench/peers/population_work.hpp"

namespace jobcast::bench {
namespace {

constexpr std::size_t trajectories = 9'984;  // whole blocks, ten thousand but for one
constexpr int chunk = 128;                   // of NumPy: the best of 64, 128, 256 and 512 here

const PopulationWork& work() {
  static const PopulationWork made = make_population_work(trajectories);
  return made;
}

NumpyTimes& numpy() {
  static NumpyTimes times([] {
    const ScratchFile file;
    write_population_work(work(), file.path());
    return run_numpy("population.py", file.path(), chunk, NumpyTimes::repetitions);
  });
  return times;
}

const std::string& fault() {
  static const std::string found = fault_of([] {
    KeptByBlock by_block;
    KeptPopulation loops;
    population_by_lanes(work(), by_block);
    population_by_loops(work(), loops);
    const auto ours = in_order(by_block);
    require_same("A/loops", difference(ours, loops), 1e-10);
    require_same("A/numpy", difference(ours, numpy().answer()), 1e-10);
  });
  return found;
}

void count(benchmark::State& state) {
  state.counters["value"] =
      benchmark::Counter(static_cast<double>(state.iterations()) * trajectories, benchmark::Counter::kIsRate);
}

void lanes(benchmark::State& state) {
  if (skipped(state, fault())) return;
  KeptByBlock kept;
  population_by_lanes(work(), kept);  // takes its room before it is timed, as NumPy's arrays do
  for (auto _ : state) {
    population_by_lanes(work(), kept);
    benchmark::ClobberMemory();
  }
  count(state);
  const population::TrajectoryModel model(work().start, work().rates);
  state.counters["flop/s"] =
      benchmark::Counter(2.0 * model.multiply_adds() * static_cast<double>(state.iterations()) * trajectories,
                         benchmark::Counter::kIsRate);
}
void loops(benchmark::State& state) {
  if (skipped(state, fault())) return;
  KeptPopulation kept;
  population_by_loops(work(), kept);  // takes its room before it is timed, as NumPy's arrays do
  for (auto _ : state) {
    population_by_loops(work(), kept);
    benchmark::ClobberMemory();
  }
  count(state);
}
void numpy_batched(benchmark::State& state) {
  if (skipped(state, fault())) return;
  for (auto _ : state) state.SetIterationTime(numpy().next());
  count(state);
}
BENCHMARK(lanes)->Name("A/lanes");
BENCHMARK(loops)->Name("A/loops")->Iterations(1);
BENCHMARK(numpy_batched)->Name("A/numpy")->Iterations(1)->UseManualTime();

}  // namespace
}  // namespace jobcast::bench
