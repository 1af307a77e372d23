// G. Memory: the most that a process of `jobcast` held. Sweeps of 20 and of 400 scenarios with 256 draws must hold the
// same; a forecast of one scenario with exact quantiles is measured at 20,000 and 120,000 draws, and what a draw takes
// more gives the million.
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
    std::ofstream text(file);
    text << "schema = \"jobcast.sweep/1\"\ntitle = { ko = \"예산\", en = \"Money\" }\nplan = \"" << JOBCAST_SOURCE_DIR
         << "/scenarios/jeongseon-2024/plan.toml\"\ndraws = 256\nuntil = 2024-10-31\n[design]\nkind = \"grid\"\n"
         << "[[lever]]\nname = \"money\"\nselect = { funding = \"county\" }\nchange = \"budget\"\nvalues = [";
    for (std::int64_t index = 1; index < scenarios; ++index) {
      text << (index > 1 ? ", " : "") << "\"-" << 0.05 * static_cast<double>(index) << "%\"";
    }
    text << "]\n";
  }
  const double bytes = run_jobcast({"sweep", file, "--store", store, "--threads", "2"}).bytes;
  std::error_code ignored;
  std::filesystem::remove(file, ignored);
  for (const char* ending : {"", "-wal", "-shm"}) std::filesystem::remove(store + ending, ignored);
  return bytes;
}

double bytes_of_forecast(int draws) {
  return run_jobcast({"forecast", "jeongseon-2024", "--until", "2024-10-31", "--threads", "2", "--format", "json",
                      "--draws", std::to_string(draws)})
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
BENCHMARK(scenarios)->Name("G/scenarios")->Arg(20)->Arg(400)->Iterations(1);

void million_draws(benchmark::State& state) {
  report(state, [] {
    constexpr int few = 20'000;
    constexpr int many = 120'000;
    const double at_few = bytes_of_forecast(few);
    const double a_draw = (bytes_of_forecast(many) - at_few) / (many - few);
    return at_few + a_draw * (1'000'000 - few);
  });
}
BENCHMARK(million_draws)->Name("G/million_draws")->Iterations(1);

}  // namespace
}  // namespace jobcast::bench
