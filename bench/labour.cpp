// B. Labour; the work is defined in bench/peers/labour_work.hpp. One core. Peers: NumPy batched over trajectories, and
// plain loops in C++.
#include <benchmark/benchmark.h>

#include "bench/checked.hpp"
#include "bench/peers/labour_work.hpp"
#include "bench/peers/numpy_peer.hpp"

namespace jobcast::bench {
namespace {

constexpr std::size_t blocks = 8;
constexpr double trajectories = blocks * units::lane_count;
constexpr int chunk = 128;  // of NumPy: the best of 16, 32, 64 and 128 here

const LabourWork& work() {
  static const LabourWork made = make_labour_work(blocks);
  return made;
}

NumpyTimes run(const std::string& way) {
  return NumpyTimes([&] {
    const ScratchFile file;
    write_labour_work(work(), file.path());
    return run_numpy("labour.py", file.path(), chunk, NumpyTimes::repetitions, way);
  });
}
NumpyTimes& numpy() {
  static NumpyTimes times = run("");
  return times;
}
NumpyTimes& numpy_einsum() {
  static NumpyTimes times = run("einsum");
  return times;
}

using Pass = void (*)(LabourWork::Block&);

std::vector<double> passed(Pass pass) {
  LabourWork own = work();
  for (auto& block : own.blocks) pass(block);
  return persons_of(own);
}

const std::string& fault() {
  static const std::string found = fault_of([] {
    const auto ours = passed(pass_year);
    require_same("B/by_cell", difference(ours, passed(pass_year_by_cell)), 0.0);
    require_same("B/by_powers", difference(ours, passed(pass_year_by_powers)), 1e-10);
    require_same("B/loops", difference(ours, passed(pass_year_by_loops)), 1e-10);
    require_same("B/numpy", difference(ours, numpy().answer()), 1e-10);
    require_same("B/numpy_einsum", difference(ours, numpy_einsum().answer()), 1e-10);
  });
  return found;
}

void count(benchmark::State& state) {
  const double years = static_cast<double>(state.iterations()) * trajectories;
  state.counters["value"] = benchmark::Counter(years, benchmark::Counter::kIsRate);
  state.counters["flop/s"] = benchmark::Counter(2.0 * LabourWork::multiply_adds * years, benchmark::Counter::kIsRate);
}

void by(benchmark::State& state, Pass pass) {
  if (skipped(state, fault())) return;
  LabourWork own = work();
  for (auto _ : state) {
    for (auto& block : own.blocks) pass(block);
    benchmark::ClobberMemory();
  }
  count(state);
}
void numpy_batched(benchmark::State& state, NumpyTimes& (*times)()) {
  if (skipped(state, fault())) return;
  for (auto _ : state) state.SetIterationTime(times().next());
  count(state);
}
BENCHMARK_CAPTURE(by, month, pass_year)->Name("B/by_month");
BENCHMARK_CAPTURE(by, cell, pass_year_by_cell)->Name("B/by_cell");
BENCHMARK_CAPTURE(by, powers, pass_year_by_powers)->Name("B/by_powers");
BENCHMARK_CAPTURE(by, loops, pass_year_by_loops)->Name("B/loops");
BENCHMARK_CAPTURE(numpy_batched, matmul, numpy)->Name("B/numpy")->Iterations(1)->UseManualTime();
BENCHMARK_CAPTURE(numpy_batched, einsum, numpy_einsum)->Name("B/numpy_einsum")->Iterations(1)->UseManualTime();

}  // namespace
}  // namespace jobcast::bench
