// C. The whole answer. Work to the letter: the plan of Jeongseon for 2024; one scenario whose county money is changed,
// another share every time; 10,000 draws to 31 October 2024; all indicators, jobs, parts of the change and their
// quantiles. "answer": the plan loaded and its county's futures played, as they are once for any number of questions.
// "run" (peer): everything but the plan's loading done anew. "process": the command line, from its start to its end.
#include <benchmark/benchmark.h>

#include "bench/checked.hpp"
#include "bench/jeongseon.hpp"
#include "models/forecast/futures.hpp"

namespace jobcast::bench {
namespace {

constexpr int draws = 10'000;

forecast::Request request(int threads) {
  return {.draws = draws, .threads = threads, .split_uncertainty = false, .until = time::make_date(2024, 10, 31)};
}

const forecast::Futures& futures(int threads) {
  static const forecast::Futures one(jeongseon(), scenario::as_written(jeongseon()), request(1));
  static const forecast::Futures two(jeongseon(), scenario::as_written(jeongseon()), request(2));
  return threads == 1 ? one : two;
}

const std::string& fault() {
  static const std::string found = fault_of([] {
    const auto changed = with_county_money(-0.1);
    const auto run = forecast::run(jeongseon(), changed, request(2));
    for (const int threads : {1, 2}) {
      if (!same(futures(threads).answer(changed), run)) throw std::runtime_error("the answer differs from C/run's");
    }
  });
  return found;
}

void answer(benchmark::State& state) {
  if (skipped(state, fault())) return;
  const auto& kept = futures(static_cast<int>(state.range(0)));
  double share = -0.1;
  for (auto _ : state) {
    share = share < -0.3 ? -0.1 : share - 0.001;
    benchmark::DoNotOptimize(kept.answer(with_county_money(share)));
  }
}
BENCHMARK(answer)->Name("C/answer")->Arg(1)->Arg(2)->MeasureProcessCPUTime()->UseRealTime()->MinTime(0.3);

void run(benchmark::State& state) {
  if (skipped(state, fault())) return;
  const auto asked = request(static_cast<int>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(forecast::run(jeongseon(), with_county_money(-0.1), asked));
}
BENCHMARK(run)->Name("C/run")->Arg(1)->Arg(2)->MeasureProcessCPUTime()->UseRealTime()->Iterations(1);

void process(benchmark::State& state) {
  double processor = 0.0;
  for (auto _ : state) {
    const auto cost = run_jobcast({"forecast", "jeongseon-2024", "--until", "2024-10-31", "--threads", "2"});
    state.SetIterationTime(cost.seconds);
    processor += cost.processor_seconds;
  }
  state.counters["processor"] = benchmark::Counter(processor, benchmark::Counter::kAvgIterations);
}
BENCHMARK(process)->Name("C/process")->UseManualTime()->Iterations(1);

}  // namespace
}  // namespace jobcast::bench
