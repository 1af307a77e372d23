// G. Memory: the most that a process of `jobcast` held. Sweeps over a grid of 400 and of 2,000 scenarios with 16
// draws must hold the same; a forecast of one scenario with exact quantiles is measured at 20,000 and 60,000 draws, and
// what a draw takes more gives the million.
#include <benchmark/benchmark.h>

#include <filesystem>
#include <fstream>

#include "bench/checked.hpp"
#include "bench/jeongseon.hpp"

namespace jobcast::bench {
namespace {

double bytes_of_sweep(std::int64_t scenarios) {
  const ScratchFile scratch;
  const std::string file = scratch.path() + ".toml";
  const std::string store = scratch.path() + ".sqlite";
  {
    constexpr std::int64_t budgets = 20;
    std::ofstream text(file);
    text << "schema = \"jobcast.sweep/1\"\ntitle = { ko = \"예산\", en = \"Money\" }\nplan = \"" << JOBCAST_SOURCE_DIR
         << "/scenarios/jeongseon-2024/plan.toml\"\ndraws = 16\nuntil = 2024-10-31\n[design]\nkind = \"grid\"\n"
         << "[[lever]]\nname = \"money\"\nselect = { funding = \"county\" }\nchange = \"budget\"\n"
         << "range = { from = \"-20%\", to = \"-1%\", step = \"1%\" }\n"
         << "[[lever]]\nname = \"late\"\nchange = \"start_delay_days\"\n"
         << "range = { from = 0, to = " << scenarios / budgets - 1 << ", step = 1 }\n";
  }
  const double bytes = run_jobcast({"sweep", file, "--store", store, "--threads", "2"}, Watch::memory).bytes;
  std::error_code ignored;
  std::filesystem::remove(file, ignored);
  for (const char* ending : {"", "-wal", "-shm"}) std::filesystem::remove(store + ending, ignored);
  return bytes;
}

double bytes_of_forecast(int draws) {
  return run_jobcast({"forecast", "jeongseon-2024", "--until", "2024-10-31", "--threads", "2", "--format", "json",
                      "--draws", std::to_string(draws)},
                     Watch::memory)
      .bytes;
}

void report(benchmark::State& state, const std::function<double()>& measure) {
  std::string fault;
  double bytes = 0.0;
  for (auto _ : state) fault = fault_of([&] { bytes = measure(); });
  if (!skipped(state, fault)) state.counters["value"] = bytes;
}

void scenarios(benchmark::State& state) {
  report(state, [&] { return bytes_of_sweep(state.range(0)); });
}
BENCHMARK(scenarios)->Name("G/scenarios")->Arg(400)->Arg(2000)->Iterations(1)->Repetitions(1);

void million_draws(benchmark::State& state) {
  report(state, [] {
    constexpr int few = 20'000;
    constexpr int many = 60'000;
    const double at_few = bytes_of_forecast(few);
    const double a_draw = (bytes_of_forecast(many) - at_few) / (many - few);
    return at_few + a_draw * (1'000'000 - few);
  });
}
BENCHMARK(million_draws)->Name("G/million_draws")->Iterations(1)->Repetitions(1);

}  // namespace
}  // namespace jobcast::bench
