// E. Future event list; the work is defined in bench/peers/hold.hpp. Sparse: the mean is 16 N days, so that ties are
// rare. Dense: the mean is 30 days, so that every day holds many events. Peer: std::priority_queue. Both see the same
// increments; the first 200,000 events are compared before anything is timed.
#include <benchmark/benchmark.h>

#include "bench/checked.hpp"
#include "bench/peers/hold.hpp"

namespace jobcast::bench {
namespace {

double mean_days(std::int64_t size, bool sparse) { return sparse ? 16.0 * static_cast<double>(size) : 30.0; }

template <class List>
void hold(benchmark::State& state) {
  const int size = static_cast<int>(state.range(0));
  const double mean = mean_days(size, state.range(1) == 1);
  if (!same_holds(size, mean, 200'000)) {
    state.SkipWithError("events happen in another order than the peer's");
    return;
  }
  Hold<List> model(size, mean);
  for (int step = 0; step < 2 * size; ++step) model.step();  // the pending set reaches its steady shape
  constexpr int batch = 1'000;                               // so that the harness is not what is timed
  for (auto _ : state) {
    std::int64_t sum = 0;
    for (int step = 0; step < batch; ++step) sum += model.step();
    benchmark::DoNotOptimize(sum);
  }
  state.counters["value"] =
      benchmark::Counter(batch * static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
  state.counters["bytes"] = static_cast<double>(model.bytes()) / size;
}

/// Every event is called off and planned anew; none happens.
void cancel(benchmark::State& state) {
  const int size = static_cast<int>(state.range(0));
  kernel::FutureEventList<HoldPayload, HoldPhase> list;
  random::Stream stream({.seed = 5}, 0, random::entity("cancel"));
  std::vector<kernel::EventHandle> handles;
  const auto push = [&] {
    return list.push(time::Date(std::chrono::days(static_cast<int>(stream.uniform() * 1e6))), HoldPhase::labour, {});
  };
  for (int i = 0; i < size; ++i) handles.push_back(push());
  std::size_t next = 0;
  for (auto _ : state) {
    list.cancel(handles[next]);
    handles[next] = push();
    next = (next + 1) % handles.size();
  }
  state.counters["value"] = benchmark::Counter(static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
}

const std::vector<std::vector<std::int64_t>> shapes{{1'000, 100'000, 1'000'000}, {1, 0}};
BENCHMARK(hold<OurList>)->Name("E/list")->ArgsProduct(shapes);
BENCHMARK(hold<HeapList>)->Name("E/heap")->ArgsProduct(shapes);
BENCHMARK(cancel)->Name("E/cancel")->Arg(1'000)->Arg(1'000'000);

}  // namespace
}  // namespace jobcast::bench
