#include <benchmark/benchmark.h>

#include <cmath>
#include <cstdlib>
#include <queue>
#include <type_traits>
#include <vector>

#include "engine/kernel/future_event_list.hpp"
#include "engine/random/stream.hpp"

// Work: the HOLD model (Vaucher and Duval 1975). N events are pending; a step takes the next one and plans another an
// exponential number of days later, in one of four phases. Sparse: the mean is 16 N days, so that ties are rare. Dense:
// the mean is 30 days, so that every day holds many events. Payload: 16 bytes.
// Peer: std::priority_queue of (date, phase, insertion, payload) in a std::vector. Both see the same increments, and
// the first million events are compared before anything is timed.

namespace jobcast::bench {
namespace {

struct Payload {
  std::int64_t programme = 0;
  std::int64_t jobs = 0;
};
enum class Phase : std::uint8_t { begin_of_day, population, labour, measure };

struct Step {
  int days;
  Phase phase;
};

constexpr std::size_t table_size = 1 << 14;

/// A table of exponential increments, read round and round.
std::vector<Step> increments(double mean_days) {
  random::Stream stream({.seed = 11}, 0, random::entity("hold"));
  std::vector<Step> steps;
  for (std::size_t i = 0; i < table_size; ++i) {
    const int days = 1 + static_cast<int>(-std::log(stream.uniform()) * mean_days);
    steps.push_back({days, static_cast<Phase>(stream.uniform() * 4.0)});
  }
  return steps;
}

class OurList {
 public:
  void push(int day, Phase phase, Payload payload) { list_.push(time::Date(std::chrono::days(day)), phase, payload); }
  auto pop() { return list_.pop(); }
  [[nodiscard]] std::size_t bytes() const { return list_.bytes(); }

 private:
  kernel::FutureEventList<Payload, Phase> list_;
};

template <class Event>
int day_of(const Event& event) {
  return static_cast<int>(event->date.time_since_epoch().count());
}
template <class Event>
const Payload& payload_of(const Event& event) {
  return event->payload;
}

class PriorityQueue {
 public:
  struct Taken {
    int day;
    Phase phase;
    std::uint64_t insertion;
    Payload payload;
  };
  void push(int day, Phase phase, Payload payload) { queue_.push({day, phase, insertions_++, payload}); }
  Taken pop() {
    const Taken event = queue_.top();
    queue_.pop();
    return event;
  }
  [[nodiscard]] std::size_t bytes() const { return queue_.size() * sizeof(Taken); }

 private:
  struct Later {
    bool operator()(const Taken& a, const Taken& b) const {
      if (a.day != b.day) return a.day > b.day;
      if (a.phase != b.phase) return a.phase > b.phase;
      return a.insertion > b.insertion;
    }
  };
  std::priority_queue<Taken, std::vector<Taken>, Later> queue_;
  std::uint64_t insertions_ = 0;
};

int day_of(const PriorityQueue::Taken& event) { return event.day; }
const Payload& payload_of(const PriorityQueue::Taken& event) { return event.payload; }

/// One pending set under the HOLD model.
template <class List>
class Hold {
 public:
  Hold(int size, double mean_days) : steps_(increments(mean_days)) {
    for (int i = 0; i < size; ++i) plan(0, i);
  }
  /// Returns the number of the event that happened: events are numbered as they are planned.
  std::int64_t step() {
    const auto event = list_.pop();
    const Payload payload = payload_of(event);
    plan(day_of(event), payload.programme);
    return payload.jobs;
  }
  [[nodiscard]] std::size_t bytes() const { return list_.bytes(); }

 private:
  void plan(int today, std::int64_t programme) {
    const auto [days, phase] = steps_[next_];
    next_ = (next_ + 1) & (table_size - 1);
    list_.push(today + days, phase, {programme, planned_++});
  }

  std::vector<Step> steps_;
  std::size_t next_ = 0;
  std::int64_t planned_ = 0;
  List list_;
};

double mean_days(benchmark::State& state) {
  return state.range(1) == 0 ? 30.0 : 16.0 * static_cast<double>(state.range(0));
}

void require_the_same_answer(int size, double mean) {
  Hold<OurList> ours(size, mean);
  Hold<PriorityQueue> peer(size, mean);
  for (int step = 0; step < 1'000'000; ++step) {
    if (ours.step() != peer.step()) std::abort();
  }
}

template <class List>
void hold(benchmark::State& state) {
  const int size = static_cast<int>(state.range(0));
  if constexpr (std::is_same_v<List, OurList>) require_the_same_answer(size, mean_days(state));
  Hold<List> model(size, mean_days(state));
  for (int step = 0; step < 3 * size; ++step) model.step();  // the pending set reaches its steady shape
  for (auto _ : state) benchmark::DoNotOptimize(model.step());
  state.counters["bytes"] = static_cast<double>(model.bytes()) / size;
}

void cancel(benchmark::State& state) {
  const int size = static_cast<int>(state.range(0));
  kernel::FutureEventList<Payload, Phase> list;
  random::Stream stream({.seed = 5}, 0, random::entity("cancel"));
  std::vector<kernel::EventHandle> handles;
  const auto push = [&] {
    return list.push(time::Date(std::chrono::days(static_cast<int>(stream.uniform() * 1e6))), Phase::labour, {});
  };
  for (int i = 0; i < size; ++i) handles.push_back(push());
  std::size_t next = 0;
  for (auto _ : state) {  // every event is called off and planned anew, none happens
    list.cancel(handles[next]);
    handles[next] = push();
    next = (next + 1) % handles.size();
  }
}

const std::vector<std::vector<std::int64_t>> shapes{{1'000, 100'000, 1'000'000}, {1, 0}};
BENCHMARK(hold<OurList>)->ArgNames({"events", "sparse"})->ArgsProduct(shapes);
BENCHMARK(hold<PriorityQueue>)->ArgNames({"events", "sparse"})->ArgsProduct(shapes);
BENCHMARK(cancel)->Arg(1'000)->Arg(1'000'000);

}  // namespace
}  // namespace jobcast::bench
