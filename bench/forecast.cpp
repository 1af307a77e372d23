// The whole answer. Work to the letter: the plan of Jeongseon for 2024, read from its pack and loaded; one scenario
// whose county money is 10 % down; 10,000 draws to 31 October 2024; all indicators, jobs, parts of the change and their
// quantiles. "Answer": on the futures of a county that were played before. "Run": with the county played as well.
// Arguments: threads.
#include <benchmark/benchmark.h>

#include "models/forecast/forecast.hpp"
#include "models/forecast/futures.hpp"
#include "models/sweep/run.hpp"

namespace jobcast::bench {
namespace {

const plan::Plan& jeongseon() {
  static const plan::Plan plan = plan::load_plan(JOBCAST_SOURCE_DIR "/scenarios/jeongseon-2024");
  return plan;
}

/// A scenario with all county money changed by a share.
scenario::Scenario with_county_money(double share) {
  auto scenario = scenario::as_written(jeongseon());
  scenario::Selection county;
  county.fundings = {plan::Funding::county};
  scenario.changes.push_back({.select = county,
                              .budget = scenario::Adjustment{scenario::Adjustment::Kind::relative, share},
                              .jobs = {},
                              .start_delay_days = {},
                              .programmes = {},
                              .where = {}});
  return scenario;
}

forecast::Request request(int draws, int threads) {
  return {.draws = draws, .threads = threads, .split_uncertainty = false, .until = time::make_date(2024, 10, 31)};
}

/// Two answers must be one before either is timed.
bool same(const forecast::Result& one, const forecast::Result& other) {
  for (std::size_t index = 0; index < one.indicators.size(); ++index) {
    if (one.indicators[index].published.mean != other.indicators[index].published.mean) return false;
    if (one.indicators[index].published.p95 != other.indicators[index].published.p95) return false;
  }
  return one.indicators.size() == other.indicators.size() && !one.indicators.empty();
}

void answer_on_kept_futures(benchmark::State& state) {
  const auto asked = request(10'000, static_cast<int>(state.range(0)));
  const forecast::Futures futures(jeongseon(), scenario::as_written(jeongseon()), asked);
  const auto changed = with_county_money(-0.1);
  if (!same(futures.answer(changed), forecast::run(jeongseon(), changed, asked))) {
    state.SkipWithError("an answer on kept futures differs from a forecast");
    return;
  }
  double share = -0.1;
  for (auto _ : state) {
    share = share < -0.3 ? -0.1 : share - 0.001;  // another budget every time
    benchmark::DoNotOptimize(futures.answer(with_county_money(share)));
  }
}
BENCHMARK(answer_on_kept_futures)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();

void run_from_the_start(benchmark::State& state) {
  const auto asked = request(10'000, static_cast<int>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(forecast::run(jeongseon(), with_county_money(-0.1), asked));
}
BENCHMARK(run_from_the_start)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();

/// What a scenario costs that has nothing to compute: one block of draws. The rest is overhead.
void scenario_of_one_block(benchmark::State& state) {
  const auto asked = request(16, 1);
  const forecast::Futures futures(jeongseon(), scenario::as_written(jeongseon()), asked);
  const auto changed = with_county_money(-0.1);
  for (auto _ : state) benchmark::DoNotOptimize(futures.answer(changed));
}
BENCHMARK(scenario_of_one_block)->Unit(benchmark::kMicrosecond)->UseRealTime();

/// A sweep without a store: 200 budgets x 1,000 draws x five years. Trajectory-years a second.
void sweep_of_budgets(benchmark::State& state) {
  constexpr int draws = 1000;
  constexpr int scenarios = 200;
  constexpr int years = 5;
  sweep::Sweep sweep{.id = "bench",
                     .title = {},
                     .design = {},
                     .precision = {},
                     .draws = draws,
                     .seed = 1,
                     .until = time::make_date(2028, 12, 31),
                     .plans = {}};
  sweep::Lever lever{.name = "money", .settings = {}, .numbers = {}, .open = {}, .move = {}, .where = {}};
  for (int index = 0; index < scenarios - 1; ++index) {
    lever.settings.push_back(
        {.words = std::to_string(index), .changes = with_county_money(-0.3 + 0.003 * index).changes, .values = {}});
  }
  sweep.plans.push_back({jeongseon(), scenario::as_written(jeongseon()), {lever}});
  const sweep::Effort effort{.threads = static_cast<int>(state.range(0))};
  for (auto _ : state) {
    int taken = 0;
    sweep::run(sweep, effort,
               {.known = {}, .begin = {}, .take = [&](const auto&, const auto&) { ++taken; }, .stopped = {}});
    if (taken != scenarios) state.SkipWithError("not every scenario was answered");
  }
  state.counters["trajectory_years"] = benchmark::Counter(
      static_cast<double>(state.iterations()) * scenarios * draws * years, benchmark::Counter::kIsRate);
}
BENCHMARK(sweep_of_budgets)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace jobcast::bench
