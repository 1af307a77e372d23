#pragma once

#include <cstdint>
#include <queue>
#include <vector>

namespace jobcast::bench {

/// Peer of the future event list: std::priority_queue in a std::vector, ordered by date, phase and insertion.
template <class Payload, class Phase>
class PriorityQueue {
 public:
  struct Event {
    int day;
    Phase phase;
    std::uint64_t insertion;
    Payload payload;
  };

  void push(int day, Phase phase, Payload payload) { queue_.push({day, phase, insertions_++, payload}); }
  Event pop() {
    const Event event = queue_.top();
    queue_.pop();
    return event;
  }
  [[nodiscard]] std::size_t bytes() const { return queue_.size() * sizeof(Event); }

 private:
  struct Later {
    bool operator()(const Event& a, const Event& b) const {
      if (a.day != b.day) return a.day > b.day;
      if (a.phase != b.phase) return a.phase > b.phase;
      return a.insertion > b.insertion;
    }
  };
  std::priority_queue<Event, std::vector<Event>, Later> queue_;
  std::uint64_t insertions_ = 0;
};

}  // namespace jobcast::bench
