#pragma once

#include <cmath>

#include "bench/peers/priority_queue.hpp"
#include "engine/kernel/future_event_list.hpp"
#include "engine/random/stream.hpp"

namespace jobcast::bench {

/// Work E: the HOLD model (Vaucher and Duval 1975). N events are pending; a step takes the next one and plans another
/// an exponential number of days later, in one of four phases. Payload: 16 bytes. Ties are broken by date, phase and
/// insertion.
struct HoldPayload {
  std::int64_t programme = 0;
  std::int64_t number = 0;  ///< events are numbered as they are planned
};
enum class HoldPhase : std::uint8_t { begin_of_day, population, labour, measure };

/// jobcast's own list under the peer's words.
class OurList {
 public:
  struct Event {
    int day;
    HoldPayload payload;
  };
  void push(int day, HoldPhase phase, HoldPayload payload) {
    list_.push(time::Date(std::chrono::days(day)), phase, payload);
  }
  Event pop() {
    const auto event = list_.pop();
    return {static_cast<int>(event->date.time_since_epoch().count()), event->payload};
  }
  [[nodiscard]] std::size_t bytes() const { return list_.bytes(); }

 private:
  kernel::FutureEventList<HoldPayload, HoldPhase> list_;
};
using HeapList = PriorityQueue<HoldPayload, HoldPhase>;

/// One pending set under the HOLD model. Increments come from a table that is read round and round, so that both lists
/// see the same and the logarithm is not timed.
template <class List>
class Hold {
 public:
  Hold(int size, double mean_days) {
    random::Stream stream({.seed = 11}, 0, random::entity("hold"));
    for (std::size_t i = 0; i < table_size; ++i) {
      const int days = 1 + static_cast<int>(-std::log(stream.uniform()) * mean_days);
      steps_.push_back({days, static_cast<HoldPhase>(stream.uniform() * 4.0)});
    }
    for (int i = 0; i < size; ++i) plan(0, i);
  }
  /// Returns the number of the event that happened.
  std::int64_t step() {
    const auto event = list_.pop();
    const HoldPayload payload = event.payload;
    plan(event.day, payload.programme);
    return payload.number;
  }
  [[nodiscard]] std::size_t bytes() const { return list_.bytes(); }

 private:
  static constexpr std::size_t table_size = 1 << 20;  // far more than a branch predictor can learn by heart
  struct Step {
    int days;
    HoldPhase phase;
  };

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

/// Whether both lists let the same events happen in the same order.
inline bool same_holds(int size, double mean_days, int steps) {
  Hold<OurList> ours(size, mean_days);
  Hold<HeapList> peer(size, mean_days);
  for (int step = 0; step < steps; ++step) {
    if (ours.step() != peer.step()) return false;
  }
  return true;
}

}  // namespace jobcast::bench
