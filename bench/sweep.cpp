// D. A sweep all in: programmes, survey, summaries, and a row of a run store on disk for each scenario. Work to the
// letter: Jeongseon's plan, county money from -30 % on, 1,000 draws to 31 December 2028, five years. The design size is
// 1,000 scenarios; a slice of it is measured, the county's futures played anew in each, so the rate of the whole is no
// lower. F. The same with 16 draws, which is next to nothing to compute: what a scenario costs beside its draws.
// Peer of both: a forecast of its own for each scenario. Of F too: a process of its own.
#include "models/sweep/run.hpp"

#include <benchmark/benchmark.h>

#include <filesystem>

#include "app/commands/swept_runs.hpp"
#include "bench/checked.hpp"
#include "bench/jeongseon.hpp"
#include "models/forecast/futures.hpp"

namespace jobcast::bench {
namespace {

constexpr int draws = 1'000;
constexpr int years = 5;

sweep::Sweep sweep_of(int scenarios, int draws_each) {
  sweep::Sweep sweep{.id = "bench",
                     .title = {},
                     .design = {},
                     .precision = {},
                     .draws = draws_each,
                     .seed = 1,
                     .until = time::make_date(2028, 12, 31),
                     .plans = {}};
  sweep::Lever lever{.name = "money", .settings = {}, .numbers = {}, .open = {}, .move = {}, .where = {}};
  for (int index = 0; index < scenarios - 1; ++index) {  // and the plan as written
    lever.settings.push_back(
        {.words = std::to_string(index), .changes = with_county_money(-0.3 + 0.0006 * index).changes, .values = {}});
  }
  sweep.plans.push_back({jeongseon(), scenario::as_written(jeongseon()), {lever}});
  return sweep;
}

/// A store in a folder of its own, gone with the object.
class ScratchStore {
 public:
  ScratchStore() : store_(file_.path() + ".sqlite", store::Access::create) {}
  ~ScratchStore() {
    std::error_code ignored;
    for (const char* ending : {".sqlite", ".sqlite-wal", ".sqlite-shm"}) {
      std::filesystem::remove(file_.path() + ending, ignored);
    }
  }
  ScratchStore(const ScratchStore&) = delete;
  ScratchStore& operator=(const ScratchStore&) = delete;

  store::RunStore& store() { return store_; }

 private:
  ScratchFile file_;
  store::RunStore store_;
};

/// Runs a sweep into a new store and returns how many runs it holds.
std::size_t run_into_store(const sweep::Sweep& sweep, int threads) {
  ScratchStore scratch;
  const sweep::Effort effort{.threads = threads};
  app::SweptRuns runs(sweep, effort, scratch.store(), app::KeepDraws::none);
  sweep::run(sweep, effort,
             {.known = {},
              .begin = {},
              .take = [&](const sweep::Swept& swept, const forecast::Drawn& drawn) { runs.take(swept, drawn); },
              .stopped = {}});
  return scratch.store().list().size();
}

/// Whether the sweep answers as forecasts of their own do.
const std::string& fault() {
  static const std::string found = fault_of([] {
    const auto sweep = sweep_of(4, 64);
    const sweep::Effort effort{.threads = 2};
    const auto request = sweep::request_of(sweep, jeongseon(), effort);
    int compared = 0;
    sweep::run(sweep, effort,
               {.known = {},
                .begin = {},
                .take =
                    [&](const sweep::Swept& swept, const forecast::Drawn& drawn) {
                      if (!same(drawn.result, forecast::run(jeongseon(), swept.scenario, request))) {
                        throw std::runtime_error("a swept scenario differs from its forecast");
                      }
                      ++compared;
                    },
                .stopped = {}});
    if (compared != 4) throw std::runtime_error("not every scenario was answered");
  });
  return found;
}

void count(benchmark::State& state, int scenarios) {
  state.counters["value"] = benchmark::Counter(static_cast<double>(state.iterations()) * scenarios * draws * years,
                                               benchmark::Counter::kIsRate);
}

void with_store(benchmark::State& state) {
  if (skipped(state, fault())) return;
  constexpr int scenarios = 100;
  const auto sweep = sweep_of(scenarios, draws);
  for (auto _ : state) {
    if (run_into_store(sweep, static_cast<int>(state.range(0))) != scenarios) {
      state.SkipWithError("not every scenario is in the store");
    }
  }
  count(state, scenarios);
}
BENCHMARK(with_store)->Name("D/sweep")->Arg(1)->Arg(2)->MeasureProcessCPUTime()->UseRealTime()->Iterations(1);

void one_by_one(benchmark::State& state) {
  if (skipped(state, fault())) return;
  constexpr int scenarios = 3;
  const auto sweep = sweep_of(scenarios, draws);
  const auto request = sweep::request_of(sweep, jeongseon(), {.threads = 1});
  for (auto _ : state) {
    for (int index = 0; index < scenarios; ++index) {
      benchmark::DoNotOptimize(forecast::run(jeongseon(), with_county_money(-0.3 + 0.0006 * index), request));
    }
  }
  count(state, scenarios);
}
BENCHMARK(one_by_one)->Name("D/one_by_one")->MeasureProcessCPUTime()->UseRealTime()->Iterations(1);

constexpr int few_draws = units::lane_count;

void overhead(benchmark::State& state) {
  if (skipped(state, fault())) return;
  const auto asked = sweep::request_of(sweep_of(2, few_draws), jeongseon(), {.threads = 1});
  const forecast::Futures futures(jeongseon(), scenario::as_written(jeongseon()), asked);
  const auto changed = with_county_money(-0.1);
  for (auto _ : state) benchmark::DoNotOptimize(futures.answer_here(changed));
}
BENCHMARK(overhead)->Name("F/in_process");

void overhead_with_store(benchmark::State& state) {
  if (skipped(state, fault())) return;
  constexpr int scenarios = 200;
  const auto sweep = sweep_of(scenarios, few_draws);
  for (auto _ : state) run_into_store(sweep, 1);
  state.counters["value"] = benchmark::Counter(static_cast<double>(state.iterations()) * scenarios,
                                               benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}
BENCHMARK(overhead_with_store)->Name("F/with_store")->MeasureProcessCPUTime()->UseRealTime()->Iterations(1);

void overhead_of_a_process(benchmark::State& state) {
  for (auto _ : state) {
    state.SetIterationTime(
        run_jobcast({"forecast", "jeongseon-2024", "--draws", "16", "--threads", "1", "--format", "json"}).seconds);
  }
}
BENCHMARK(overhead_of_a_process)->Name("F/process")->UseManualTime()->Iterations(2);

}  // namespace
}  // namespace jobcast::bench
